#include "common/learn/meant.hpp"

#include "common/catalogue/edit_distance.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string>

namespace learn
{

namespace
{

using catalogue::edit_distance;

bool is_number(std::string_view text)
{
    const auto is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
    return !text.empty() && text.size() <= 6 && std::ranges::all_of(text, is_digit);
}

bool is_meant_by(const Chapter& chapter, std::string_view text)
{
    if (is_number(text)) return std::stoi(std::string(text)) == chapter.number;
    return text == chapter.name || text == chapter.short_name();
}

/// What a learner typed, without what a shell's completion or an editor adds: `/home/me/dot/exercises/02_softmax/temperature.cpp`,
/// or `../02_softmax/temperature.cpp`.
std::string_view bare(std::string_view text)
{
    constexpr std::string_view folder = "exercises/";
    if (const std::size_t at = text.rfind(folder); at != std::string_view::npos) text.remove_prefix(at + folder.size());
    for (const std::string_view prefix : {"./", "../"}) {
        while (text.starts_with(prefix)) text.remove_prefix(prefix.size());
    }
    if (text.ends_with(".cpp")) text.remove_suffix(4);
    return text;
}

}  // namespace

const Chapter* chapter_named(const std::vector<Chapter>& chapters, std::string_view text)
{
    const auto found =
        std::ranges::find_if(chapters, [&](const Chapter& chapter) { return is_meant_by(chapter, text); });
    return found == chapters.end() ? nullptr : &*found;
}

const Chapter& find_chapter(const std::vector<Chapter>& chapters, std::string_view text)
{
    if (const Chapter* found = chapter_named(chapters, text)) return *found;
    if (is_number(text)) {
        throw NoSuchName(fmt::format("there is no chapter {}; the last one is {}, {}", text, chapters.back().number,
                                     chapters.back().name));
    }
    const auto distance = [&](const Chapter& chapter) {
        return std::min(edit_distance(text, chapter.name), edit_distance(text, chapter.short_name()));
    };
    const auto nearest = std::ranges::min_element(chapters, {}, distance);
    throw NoSuchName(
        fmt::format("there is no chapter '{}'; did you mean {}, {}?", text, nearest->number, nearest->name));
}

const Exercise* exercise_named(const std::vector<Exercise>& exercises, std::string_view text)
{
    const std::string_view name = bare(text);
    const auto found = std::ranges::find_if(exercises, [&](const Exercise& exercise) {
        return name == exercise.name || name == exercise.id() || name == exercise.numbers();
    });
    return found == exercises.end() ? nullptr : &*found;
}

const Exercise& find_exercise(const std::vector<Exercise>& exercises, std::string_view text)
{
    if (const Exercise* found = exercise_named(exercises, text)) return *found;
    if (exercises.empty()) throw NoSuchName("there are no exercises here");
    const auto distance = [&](const Exercise& exercise) { return edit_distance(text, exercise.name); };
    const auto nearest = std::ranges::min_element(exercises, {}, distance);
    throw NoSuchName(fmt::format("there is no exercise '{}'; did you mean {}?", text, nearest->name));
}

}  // namespace learn
