/// \file
/// The exercises there are, and checking one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace learn
{

/// One exercise: a file `exercises/02_softmax/temperature.cpp`.
struct Exercise {
    std::string chapter;  ///< `02_softmax`
    std::string name;     ///< `temperature`; no other exercise has it
};

/// All exercises below a folder, in the order of their chapters.
std::vector<Exercise> read_exercises(const std::filesystem::path& folder);

/// The exercise that a learner means by `temperature` or `02_softmax/temperature`.
/// \throws NoSuchName  where there is no such exercise
const Exercise& find_exercise(const std::vector<Exercise>& exercises, std::string_view text);

/// Build what the learner wrote, and let its check say what is right and what is wrong.
///
/// \param exercise      which one
/// \param project       the folder of the project
/// \param build_folder  where the checks are built; configured where that was not done yet
/// \return              0 where it is solved, 1 where it is not
/// \throws BuildFailed  where the checks themselves do not build
int check(const Exercise& exercise, const std::filesystem::path& project, const std::filesystem::path& build_folder);

}  // namespace learn
