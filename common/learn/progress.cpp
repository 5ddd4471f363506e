#include "common/learn/progress.hpp"

#include "common/learn/files.hpp"
#include "common/learn/lock.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace learn
{

namespace
{

/// The value of a key where it has the type that it should have, and an empty one where not.
template <typename Value>
Value value_at(const nlohmann::json& state, const char* key)
{
    try {
        return state.at(key).get<Value>();
    } catch (const nlohmann::json::exception&) {
        return {};
    }
}

}  // namespace

Progress::Progress(std::filesystem::path file) : file_(std::move(file)) { read(); }

void Progress::read()
{
    const auto state = nlohmann::json::parse(read_file(file_).value_or(""), nullptr, /*allow_exceptions=*/false);
    if (!state.is_object()) return;
    chapters_run_.merge(value_at<std::set<std::string>>(state, "chapters_run"));
    for (const auto& [exercise, shown] : value_at<std::map<std::string, std::size_t>>(state, "hints_shown")) {
        hints_shown_[exercise] = std::max(hints_shown_[exercise], shown);
    }
    current_ = value_at<std::string>(state, "current");
}

template <typename Change>
void Progress::update(const Change& change)
{
    const Lock lock(file_.parent_path() / ".lock");
    read();  // what another `learn` has written meanwhile
    change();
    const nlohmann::json state = {
        {"chapters_run", chapters_run_}, {"hints_shown", hints_shown_}, {"current", current_}};
    write_file(file_, state.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
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

void Progress::remember_hints(const std::string& exercise, std::size_t shown)
{
    update([&] { hints_shown_[exercise] = std::max(hints_shown_[exercise], shown); });
}

void Progress::remember_current(const std::string& exercise)
{
    if (current_ == exercise) return;
    update([&] { current_ = exercise; });
}

}  // namespace learn
