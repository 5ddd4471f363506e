#include "common/learn/progress.hpp"

#include <unistd.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <system_error>
#include <utility>

namespace learn
{

Progress::Progress(std::filesystem::path file) : file_(std::move(file))
{
    std::ifstream stream(file_);
    const auto state = nlohmann::json::parse(stream, nullptr, /*allow_exceptions=*/false);
    if (!state.is_object() || !state.contains("chapters_run") || !state["chapters_run"].is_array()) return;
    for (const auto& chapter : state["chapters_run"]) {
        if (chapter.is_string()) chapters_run_.insert(chapter.get<std::string>());
    }
}

bool Progress::has_run(const std::string& chapter) const { return chapters_run_.contains(chapter); }

void Progress::remember_run(const std::string& chapter)
{
    if (!chapters_run_.insert(chapter).second) return;
    std::error_code failed;
    std::filesystem::create_directories(file_.parent_path(), failed);
    const std::filesystem::path draft = file_.string() + fmt::format(".{}", getpid());
    std::ofstream stream(draft);
    stream << nlohmann::json{{"chapters_run", chapters_run_}}.dump(2) << "\n" << std::flush;
    if (stream.good()) std::filesystem::rename(draft, file_, failed);
    if (!stream.good() || failed) std::filesystem::remove(draft, failed);
}

}  // namespace learn
