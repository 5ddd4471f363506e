#include "tests/mistakes/planted.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace tests
{

namespace
{

std::string read_if_there(const std::filesystem::path& file) { return std::filesystem::exists(file) ? read(file) : ""; }

std::string text_at(const nlohmann::json& report, const char* key)
{
    return report.contains(key) && report[key].is_string() ? report[key].get<std::string>() : "";
}

}  // namespace

Checked check(const std::string& exercise, const std::string& answer, double limit)
{
    const TemporaryFolder folder;
    const std::string place = folder.path().string();
    const Ran ran = run(fmt::format("CHECK_REPORT='{0}/report' LD_LIBRARY_PATH='{1}/answers/{2}' "
                                    "timeout --signal=KILL {3} '{1}/checks/{4}' 2>'{0}/complaint'",
                                    place, BUILD_FOLDER, answer, limit, exercise));
    const auto report = nlohmann::json::parse(read_if_there(folder.path() / "report"), nullptr, false);
    return {ran.exit_code, text_at(report, "text"), read_if_there(folder.path() / "complaint"), text_at(report, "state"),
            text_at(report, "diagnosis")};
}

std::string key_of(const std::string& version) { return version.substr(0, version.find('-')); }

std::vector<std::string> versions_of(const std::string& exercise)
{
    std::string path = exercise;
    std::replace(path.begin(), path.end(), '.', '/');
    std::vector<std::string> versions;
    const std::filesystem::path folder = project() / "tests/mistakes" / path;
    if (!std::filesystem::exists(folder)) return versions;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        versions.push_back(entry.path().stem().string());
    std::sort(versions.begin(), versions.end());
    return versions;
}

}  // namespace tests
