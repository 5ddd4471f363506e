#include "common/learn/verdicts.hpp"

#include "common/catalogue/files.hpp"

#include <cstddef>
#include <filesystem>

namespace learn
{

namespace
{

/// One file holds the state and what it depends on, word for word; the other the whole outcome.
std::filesystem::path verdict_file(const Exercise& exercise, const Places& places, const char* ending)
{
    return places.state / "verdicts" / (exercise.target() + ending);
}

/// What a verdict depends on: the answer and the questions.
std::string grounds(const Exercise& exercise, const Places& places, const std::string& answer)
{
    const std::filesystem::path questions = places.project / exercise.check();
    return answer + "\n" + catalogue::read_if_there(questions).value_or("");
}

/// The state that was kept, while what it depends on is as it was.
std::optional<State> kept_state(const Exercise& exercise, const Places& places, const std::string& answer)
{
    const std::optional<std::string> kept = catalogue::read_if_there(verdict_file(exercise, places, ".txt"));
    if (!kept) return std::nullopt;
    const std::size_t end_of_state = kept->find('\n');
    if (end_of_state == std::string::npos) return std::nullopt;
    if (kept->substr(end_of_state + 1) != grounds(exercise, places, answer)) return std::nullopt;
    return state_named(kept->substr(0, end_of_state));
}

}  // namespace

void keep_verdict(const Exercise& exercise, const Places& places, const std::string& answer, State state,
                  const std::string& json)
{
    catalogue::save(verdict_file(exercise, places, ".json"), json + "\n");
    catalogue::save(verdict_file(exercise, places, ".txt"), name_of(state) + "\n" + grounds(exercise, places, answer));
}

State known_state(const Exercise& exercise, const Places& places)
{
    const std::optional<std::string> answer = catalogue::read_if_there(places.project / exercise.answer());
    if (!answer || answer == catalogue::read_if_there(places.project / exercise.stub())) return State::not_started;
    return kept_state(exercise, places, *answer).value_or(State::unchecked);
}

std::optional<std::string> kept_verdict(const Exercise& exercise, const Places& places)
{
    const std::optional<std::string> answer = catalogue::read_if_there(places.project / exercise.answer());
    if (!answer || !kept_state(exercise, places, *answer)) return std::nullopt;
    return catalogue::read_if_there(verdict_file(exercise, places, ".json"));
}

}  // namespace learn
