#include "common/catalogue/exercise.hpp"

#include "common/catalogue/chapter.hpp"
#include "common/catalogue/files.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <tuple>

namespace catalogue
{

namespace
{

const std::string drawers = "tests/exercises";

/// What the first line of its stub says: `/// Exercise 2.1: Temperature`.
void read_heading(Exercise& exercise, const std::filesystem::path& project)
{
    std::string line;
    std::getline(std::ifstream(project / exercise.stub()) >> std::ws, line);
    const std::size_t dot = line.find('.');
    const std::size_t colon = line.find(": ");
    if (dot < colon) exercise.number = std::atoi(line.c_str() + dot + 1);
    exercise.title = colon == std::string::npos ? exercise.name : line.substr(colon + 2);
}

/// The exercises of one chapter.
void read_drawers(const std::filesystem::path& folder, const std::filesystem::path& project,
                  std::vector<Exercise>& exercises)
{
    for (const auto& drawer : entries_of(folder)) {
        Exercise exercise{folder.filename().string(), drawer.filename().string(), 0, ""};
        if (!std::filesystem::exists(project / exercise.stub())) continue;
        read_heading(exercise, project);
        exercises.push_back(exercise);
    }
}

}  // namespace

std::string Exercise::id() const { return chapter + "/" + name; }
std::string Exercise::target() const { return chapter + "." + name; }
std::string Exercise::numbers() const { return std::to_string(chapter_number(chapter)) + "." + std::to_string(number); }
std::string Exercise::heading() const { return "Exercise " + numbers() + ": " + title; }

std::filesystem::path Exercise::answer() const { return "exercises/" + id() + ".cpp"; }
std::filesystem::path Exercise::hints() const { return "exercises/" + chapter + "/hints/" + name + ".md"; }
std::filesystem::path Exercise::solution() const { return "solutions/" + id() + ".cpp"; }
std::filesystem::path Exercise::drawer() const { return drawers + "/" + id(); }
std::filesystem::path Exercise::stub() const { return drawer() / "stub.cpp"; }
std::filesystem::path Exercise::task() const { return drawer() / "task.hpp"; }
std::filesystem::path Exercise::check() const { return drawer() / "check.cpp"; }

std::vector<Exercise> exercises_of(const std::filesystem::path& project)
{
    std::vector<Exercise> exercises;
    for (const auto& folder : entries_of(project / drawers)) {
        if (chapter_number(folder.filename()) != 0) read_drawers(folder, project, exercises);
    }
    const auto place = [](const Exercise& exercise) {
        return std::tie(exercise.chapter, exercise.number, exercise.name);
    };
    std::ranges::sort(exercises, {}, place);
    return exercises;
}

std::vector<Exercise> those_of(const std::string& chapter, const std::vector<Exercise>& exercises)
{
    std::vector<Exercise> chosen;
    std::ranges::copy_if(exercises, std::back_inserter(chosen),
                         [&](const Exercise& exercise) { return exercise.chapter == chapter; });
    return chosen;
}

}  // namespace catalogue
