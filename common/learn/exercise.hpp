/// \file
/// The exercises there are.
#pragma once

#include "common/learn/places.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace learn
{

/// One exercise: a file `exercises/02_softmax/temperature.cpp` that opens with `/// Exercise 2.1: Temperature`.
struct Exercise {
    std::string chapter;  ///< `02_softmax`
    std::string name;     ///< `temperature`; no other exercise has it
    int number = 0;       ///< its place within the chapter, from 1
    std::string title;    ///< `Temperature`

    /// `02_softmax/temperature`
    std::string id() const { return chapter + "/" + name; }
    std::string target() const { return chapter + "." + name; }  ///< what its build targets are called
    std::string numbers() const;                                 ///< `2.1`
};

/// All exercises of a project, in order. They are told by their untouched stubs, whatever became of the learner's files.
std::vector<Exercise> read_exercises(const std::filesystem::path& project);

/// The exercise that a learner means by `temperature`, `02_softmax/temperature`, its file's path, or `2.1`; null where
/// there is none.
const Exercise* exercise_named(const std::vector<Exercise>& exercises, std::string_view text);

/// As exercise_named, with a refusal that suggests the nearest name.
/// \throws NoSuchName  where there is no such exercise
const Exercise& find_exercise(const std::vector<Exercise>& exercises, std::string_view text);

/// The file that the learner edits.
std::filesystem::path answer_file(const Exercise& exercise, const Places& places);

/// The same file as it was in the beginning.
std::filesystem::path stub_file(const Exercise& exercise, const Places& places);

/// The same file solved, where solutions are part of this copy.
std::filesystem::path solution_file(const Exercise& exercise, const Places& places);

}  // namespace learn
