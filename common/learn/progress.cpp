#include "common/learn/progress.hpp"

#include "common/catalogue/files.hpp"
#include "common/learn/lock.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

namespace learn
{

Progress::Progress(std::filesystem::path file) : file_(std::move(file)) { read(); }

void Progress::read()
{
    std::istringstream lines(catalogue::read_if_there(file_).value_or(""));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string what;
        std::string name;
        std::size_t count = 0;
        words >> what >> name >> count;
        if (name.empty()) continue;
        if (what == "run") chapters_run_.insert(name);
        if (what == "hints") hints_shown_[name] = std::max(hints_shown_[name], count);
        if (what == "current") current_ = name;
    }
}

std::string Progress::text() const
{
    std::string text;
    for (const std::string& chapter : chapters_run_) text += "run " + chapter + "\n";
    for (const auto& [exercise, shown] : hints_shown_) text += "hints " + exercise + " " + std::to_string(shown) + "\n";
    if (!current_.empty()) text += "current " + current_ + "\n";
    return text;
}

template <typename Change>
bool Progress::update(const Change& change)
{
    const Lock lock(file_.parent_path() / ".lock");
    read();  // what another `learn` has written meanwhile
    change();
    return catalogue::save(file_, text());
}

std::size_t Progress::hints_shown(const std::string& exercise) const
{
    const auto found = hints_shown_.find(exercise);
    return found == hints_shown_.end() ? 0 : found->second;
}

void Progress::remember_run(const std::string& chapter)
{
    if (has_run(chapter)) return;
    update([&] { chapters_run_.insert(chapter); });
}

bool Progress::remember_hints(const std::string& exercise, std::size_t shown)
{
    return update([&] { hints_shown_[exercise] = std::max(hints_shown_[exercise], shown); });
}

void Progress::remember_current(const std::string& exercise)
{
    if (current_ == exercise) return;
    update([&] { current_ = exercise; });
}

}  // namespace learn
