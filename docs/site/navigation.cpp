#include "docs/site/navigation.hpp"

#include "common/catalogue/chapter.hpp"
#include "common/catalogue/exercise.hpp"
#include "common/catalogue/files.hpp"
#include "docs/site/addresses.hpp"
#include "docs/site/markdown.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace site
{

namespace
{

namespace fs = std::filesystem;

/// Pages of docs/ that a learner looks things up on, in this order. All others are for those who build.
constexpr std::array<std::string_view, 5> looked_up = {"glossary", "formulas", "pitfalls", "sources", "classroom"};

Entry exercise_entry(const catalogue::Exercise& exercise)
{
    const std::string page = address_of("exercises_" + exercise.chapter);
    return {exercise.numbers(), exercise.title, page + "#" + exercise_label(exercise)};
}

/// A chapter, and below it its exercises and its code.
Entry chapter_entry(const catalogue::Chapter& chapter, const std::vector<catalogue::Exercise>& exercises)
{
    Entry entry{std::to_string(chapter.number), chapter.title, address_of("chapter_" + chapter.name)};
    if (!exercises.empty()) entry.below.push_back({"", "Exercises", address_of("exercises_" + chapter.name)});
    for (const catalogue::Exercise& exercise : exercises) entry.below.front().below.push_back(exercise_entry(exercise));
    entry.below.push_back({"", "Code", address_of("api_" + chapter.name)});
    return entry;
}

std::vector<Part> path_of(const fs::path& project)
{
    const std::vector<catalogue::Exercise> exercises = catalogue::exercises_of(project);
    std::vector<Part> path;
    for (const PartOfPath& part : parts_of_path()) path.push_back({part.title, {}});
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project)) {
        const auto begins_later = [&](const PartOfPath& part) { return part.first_chapter > chapter.number; };
        const auto& parts = parts_of_path();
        const auto next = std::ranges::find_if(parts, begins_later) - parts.begin();
        path[static_cast<std::size_t>(next) - 1].entries.push_back(
            chapter_entry(chapter, catalogue::those_of(chapter.name, exercises)));
    }
    return path;
}

/// A page of docs/ by the name of its file, where there is one.
void add_page(const fs::path& project, const std::string& name, std::vector<Entry>& entries)
{
    const fs::path file = fs::path("docs") / (name + ".md");
    const std::optional<std::string> text = catalogue::read_if_there(project / file);
    if (text) entries.push_back({"", title_of(*text), address_of(page_label(file))});
}

Part reference_of(const fs::path& project)
{
    Part part{"Reference",
              {{"", "Your progress", address_of("progress")}, {"", "All exercises", address_of("exercises")}}};
    for (const std::string_view name : looked_up) add_page(project, std::string(name), part.entries);
    part.entries.push_back({"", "Code by chapter", address_of("code")});
    part.entries.push_back({"", "Which chapter builds on which", address_of("staircase")});
    return part;
}

Part builders_of(const fs::path& project)
{
    Part part{"For builders", {}};
    for (const fs::path& file : catalogue::entries_of(project / "docs")) {
        const bool is_looked_up = std::ranges::find(looked_up, file.stem().string()) != looked_up.end();
        if (file.extension() == ".md" && !is_looked_up) add_page(project, file.stem().string(), part.entries);
    }
    part.entries.push_back({"", "Code that chapters share", address_of("api_common")});
    return part;
}

}  // namespace

const std::vector<PartOfPath>& parts_of_path()
{
    static const std::vector<PartOfPath> parts = {{1, "The mechanism"},
                                                  {8, "Reading and scaling"},
                                                  {13, "Heads and learning"},
                                                  {19, "Long and real"},
                                                  {22, "Word by word"}};
    return parts;
}

Navigation navigation_of(const fs::path& project)
{
    Navigation navigation{{{"", "Start", "index.html"}}, path_of(project), reference_of(project), builders_of(project)};
    std::erase_if(navigation.path, [](const Part& part) { return part.entries.empty(); });
    return navigation;
}

std::vector<Entry> pages_in_order(const Navigation& navigation)
{
    std::vector<Entry> pages = navigation.first;
    const auto add = [&](const Part& part) { pages.insert(pages.end(), part.entries.begin(), part.entries.end()); };
    for (const Part& part : navigation.path) add(part);
    add(navigation.reference);
    add(navigation.builders);
    return pages;
}

}  // namespace site
