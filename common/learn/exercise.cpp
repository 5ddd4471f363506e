#include "common/learn/exercise.hpp"

#include "common/learn/build.hpp"
#include "common/learn/chapter.hpp"
#include "common/learn/process.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace learn
{

namespace
{

std::string path_of(const Exercise& exercise) { return exercise.chapter + "/" + exercise.name; }

/// Configure the build of the checks, once.
void configure(const std::filesystem::path& project, const std::filesystem::path& build_folder)
{
    if (std::filesystem::exists(build_folder / "build.ninja")) return;
    std::filesystem::create_directories(build_folder);
    const std::filesystem::path log = build_folder / "configure.log";
    const int result = run({"cmake", "-S", project.string(), "--preset", "check"}, log);
    if (result != 0) throw BuildFailed("the checks could not be set up; see " + log.string());
}

/// Run a check program, which prints its verdict; an endless loop is ended after ten seconds.
int verdict_of(const std::filesystem::path& program)
{
    constexpr int ended_by_timeout = 124;
    std::fflush(stdout);
    const int result = run({"timeout", "10", program.string()});
    if (result == ended_by_timeout) fmt::print("It did not end within 10 seconds: is there a loop that never stops?\n");
    if (result > 1 && result != ended_by_timeout) fmt::print("It crashed. The lines above say where.\n");
    return result == 0 ? 0 : 1;
}

}  // namespace

std::vector<Exercise> read_exercises(const std::filesystem::path& folder)
{
    std::vector<Exercise> exercises;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".cpp") continue;
        exercises.push_back({entry.path().parent_path().filename().string(), entry.path().stem().string()});
    }
    std::sort(exercises.begin(), exercises.end(),
              [](const Exercise& a, const Exercise& b) { return path_of(a) < path_of(b); });
    return exercises;
}

const Exercise& find_exercise(const std::vector<Exercise>& exercises, std::string_view text)
{
    const auto is_meant = [&](const Exercise& exercise) { return text == exercise.name || text == path_of(exercise); };
    const auto found = std::find_if(exercises.begin(), exercises.end(), is_meant);
    if (found != exercises.end()) return *found;
    if (exercises.empty()) throw NoSuchName("there are no exercises here");
    const auto nearest =
        std::min_element(exercises.begin(), exercises.end(), [&](const Exercise& a, const Exercise& b) {
            return edit_distance(text, a.name) < edit_distance(text, b.name);
        });
    throw NoSuchName(fmt::format("there is no exercise '{}'; did you mean {}?", text, nearest->name));
}

int check(const Exercise& exercise, const std::filesystem::path& project, const std::filesystem::path& build_folder)
{
    const std::string target = exercise.chapter + "." + exercise.name;
    configure(project, build_folder);
    build(build_folder, target + ".program");  // ours: it must build
    try {
        build(build_folder, target + ".answer");  // the learner's: it may not
    } catch (const BuildFailed& error) {
        fmt::print("exercises/{}.cpp does not compile yet.\n\n{}", path_of(exercise), error.what());
        return 1;
    }
    return verdict_of(build_folder / "checks" / target);
}

}  // namespace learn
