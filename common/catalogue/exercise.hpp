/// \file
/// The exercises there are, and where the files of each lie.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace catalogue
{

/// One exercise: a file `exercises/02_softmax/temperature.cpp` that opens with `/// Exercise 2.1: Temperature`.
///
/// Its files are named relative to the project, as messages show them.
struct Exercise {
    std::string chapter;  ///< `02_softmax`
    std::string name;     ///< `temperature`; no other exercise has it
    int number = 0;       ///< its place within the chapter, from 1
    std::string title;    ///< `Temperature`

    std::string id() const;       ///< `02_softmax/temperature`
    std::string target() const;   ///< what its build targets are called: `02_softmax.temperature`
    std::string numbers() const;  ///< `2.1`
    std::string heading() const;  ///< `Exercise 2.1: Temperature`

    std::filesystem::path answer() const;    ///< the file that the learner edits
    std::filesystem::path hints() const;     ///< its hints
    std::filesystem::path solution() const;  ///< the same file solved, where solutions are part of this copy
    std::filesystem::path drawer() const;    ///< the folder of all that a learner need not read
    std::filesystem::path stub() const;      ///< in the drawer: what the learner's file is in the beginning
    std::filesystem::path task() const;      ///< in the drawer: what is to be written, as a header
    std::filesystem::path check() const;     ///< in the drawer: the questions
};

/// All exercises of a project, in order. They are told by their untouched stubs, whatever became of the learner's files.
std::vector<Exercise> exercises_of(const std::filesystem::path& project);

/// Of some exercises, those of a chapter: `02_softmax`.
std::vector<Exercise> those_of(const std::string& chapter, const std::vector<Exercise>& exercises);

}  // namespace catalogue
