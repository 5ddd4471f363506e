#include "common/learn/verdicts.hpp"

#include "common/learn/files.hpp"

namespace learn
{

namespace
{

/// Beside the build of the checks: whoever throws that away starts afresh.
std::filesystem::path verdict_file(const Exercise& exercise, const Places& places)
{
    return places.checks / "verdicts" / (exercise.target() + ".json");
}

/// What a verdict depends on, word for word: the answer and the questions.
std::string grounds(const Exercise& exercise, const Places& places, const std::string& answer)
{
    const std::filesystem::path questions = places.project / "tests/exercises" / (exercise.id() + "_test.cpp");
    return answer + "\n" + read_file(questions).value_or("");
}

}  // namespace

void keep_verdict(const Exercise& exercise, const Places& places, const std::string& answer, const Outcome& outcome)
{
    write_file(verdict_file(exercise, places), to_json(outcome) + "\n" + grounds(exercise, places, answer));
}

std::optional<Outcome> kept_verdict(const Exercise& exercise, const Places& places)
{
    const std::optional<std::string> kept = read_file(verdict_file(exercise, places));
    const std::optional<std::string> answer = read_file(answer_file(exercise, places));
    if (!kept || !answer) return std::nullopt;
    const std::size_t end_of_verdict = kept->find('\n');
    if (end_of_verdict == std::string::npos) return std::nullopt;
    if (kept->substr(end_of_verdict + 1) != grounds(exercise, places, *answer)) return std::nullopt;
    return outcome_from_json(kept->substr(0, end_of_verdict));
}

}  // namespace learn
