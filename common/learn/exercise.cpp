#include "common/learn/exercise.hpp"

#include "common/learn/chapter.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <tuple>

namespace learn
{

namespace
{

bool is_stub(const std::filesystem::path& file) { return file.filename() == "stub.cpp"; }

/// From a stub's first line, `/// Exercise 2.1: Temperature`.
Exercise read_exercise(const std::filesystem::path& stub)
{
    Exercise exercise;
    const std::filesystem::path drawer = stub.parent_path();
    exercise.chapter = drawer.parent_path().filename().string();
    exercise.name = drawer.filename().string();

    std::string line;
    std::getline(std::ifstream(stub) >> std::ws, line);
    const std::size_t dot = line.find('.');
    const std::size_t colon = line.find(": ");
    if (dot < colon) exercise.number = std::atoi(line.c_str() + dot + 1);
    exercise.title = colon == std::string::npos ? exercise.name : line.substr(colon + 2);
    return exercise;
}

/// What a learner typed, without what a shell's completion adds: `./exercises/02_softmax/temperature.cpp`.
std::string_view bare(std::string_view text)
{
    for (const std::string_view prefix : {"./", "exercises/"}) {
        if (text.starts_with(prefix)) text.remove_prefix(prefix.size());
    }
    if (text.ends_with(".cpp")) text.remove_suffix(4);
    return text;
}

}  // namespace

std::string Exercise::numbers() const { return fmt::format("{}.{}", std::atoi(chapter.c_str()), number); }

std::vector<Exercise> read_exercises(const std::filesystem::path& project)
{
    std::vector<Exercise> exercises;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(project / "tests/exercises")) {
        if (is_stub(entry.path())) exercises.push_back(read_exercise(entry.path()));
    }
    std::sort(exercises.begin(), exercises.end(), [](const Exercise& a, const Exercise& b) {
        return std::tie(a.chapter, a.number, a.name) < std::tie(b.chapter, b.number, b.name);
    });
    return exercises;
}

const Exercise* exercise_named(const std::vector<Exercise>& exercises, std::string_view text)
{
    const std::string_view name = bare(text);
    const auto is_meant = [&](const Exercise& exercise) {
        return name == exercise.name || name == exercise.id() || name == exercise.numbers();
    };
    const auto found = std::find_if(exercises.begin(), exercises.end(), is_meant);
    return found == exercises.end() ? nullptr : &*found;
}

const Exercise& find_exercise(const std::vector<Exercise>& exercises, std::string_view text)
{
    if (const Exercise* found = exercise_named(exercises, text)) return *found;
    if (exercises.empty()) throw NoSuchName("there are no exercises here");
    const auto nearest =
        std::min_element(exercises.begin(), exercises.end(), [&](const Exercise& a, const Exercise& b) {
            return edit_distance(text, a.name) < edit_distance(text, b.name);
        });
    throw NoSuchName(fmt::format("there is no exercise '{}'; did you mean {}?", text, nearest->name));
}

std::filesystem::path answer_file(const Exercise& exercise, const Places& places)
{
    return places.project / "exercises" / (exercise.id() + ".cpp");
}

std::filesystem::path stub_file(const Exercise& exercise, const Places& places)
{
    return places.project / "tests/exercises" / exercise.id() / "stub.cpp";
}

std::filesystem::path solution_file(const Exercise& exercise, const Places& places)
{
    return places.project / "solutions" / (exercise.id() + ".cpp");
}

}  // namespace learn
