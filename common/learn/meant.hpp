/// \file
/// What a learner means by the name of a chapter or of an exercise.
#pragma once

#include "common/catalogue/chapter.hpp"
#include "common/catalogue/exercise.hpp"

#include <stdexcept>
#include <string_view>
#include <vector>

namespace learn
{

using catalogue::Chapter;
using catalogue::Exercise;

/// A name that stands for nothing here; the message suggests the nearest one that does.
class NoSuchName : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// The chapter that a learner means by `2`, `02`, `softmax` or `02_softmax`; null where there is none.
const Chapter* chapter_named(const std::vector<Chapter>& chapters, std::string_view text);

/// As chapter_named, with a refusal that suggests the nearest name.
/// \throws NoSuchName  where there is no such chapter
const Chapter& find_chapter(const std::vector<Chapter>& chapters, std::string_view text);

/// The exercise that a learner means by `temperature`, `02_softmax/temperature`, its file's path, or `2.1`; null where
/// there is none.
const Exercise* exercise_named(const std::vector<Exercise>& exercises, std::string_view text);

/// As exercise_named, with a refusal that suggests the nearest name.
/// \throws NoSuchName  where there is no such exercise
const Exercise& find_exercise(const std::vector<Exercise>& exercises, std::string_view text);

}  // namespace learn
