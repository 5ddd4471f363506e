#include "docs/site/exercises.hpp"

#include "common/catalogue/files.hpp"
#include "common/catalogue/hints.hpp"
#include "common/catalogue/source.hpp"
#include "common/catalogue/text.hpp"
#include "docs/site/markdown.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace site
{

namespace
{

using catalogue::Exercise;

/// A line that begins with one of Doxygen's words about a function, as an item of a list; any other as it is.
std::string as_item(const std::string& line)
{
    const auto rest_after = [&](const std::string& word) {
        const std::size_t at = line.find_first_not_of(' ', word.size());
        return at == std::string::npos ? "" : line.substr(at);
    };
    if (line.starts_with("\\return")) return "- returns " + rest_after("\\return");
    const bool is_parameter = line.starts_with("\\param");
    if (!is_parameter && !line.starts_with("\\throws")) return line;
    const std::string rest = rest_after(is_parameter ? "\\param" : "\\throws");
    const std::size_t name_end = std::min(rest.find(' '), rest.size());
    const std::string item = is_parameter ? "- `" : "- throws `";
    return item + rest.substr(0, name_end) + "`:" + rest.substr(name_end);
}

/// The task as Markdown, without the title on its first line: what a function takes and returns becomes a list.
std::string as_markdown(const std::string& task)
{
    std::string text;
    bool in_list = false;
    for (const std::string& line : catalogue::lines_of(task.substr(std::min(task.find('\n'), task.size())))) {
        const std::string item = as_item(line);
        const bool is_item = item != line;
        in_list = is_item || (in_list && !line.empty());
        const bool goes_on = in_list && !is_item;
        text += (goes_on ? "  " + line.substr(std::min(line.find_first_not_of(' '), line.size())) : item) + "\n";
    }
    return text;
}

/// Something folded away: a line to click, and what opens below it.
std::string fold(const std::string& summary, const std::string& inside)
{
    return "\n\\htmlonly[block]\n<details><summary>" + html(summary) + "</summary>\n\\endhtmlonly\n\n" + inside +
           "\n\\htmlonly[block]\n</details>\n\\endhtmlonly\n\n";
}

/// One fold for each hint: a reader opens as many as they need.
std::string folded_hints(const std::filesystem::path& project, const Exercise& exercise, Addresses& addresses)
{
    std::string folds;
    int count = 0;
    for (const catalogue::Hint& hint : catalogue::hints_of(project, exercise)) {
        const std::string summary = "Hint " + std::to_string(++count) + ": " + hint.title;
        folds += fold(summary, for_doxygen({hint.text + "\n", exercise.hints(), ""}, addresses));
    }
    return folds;
}

/// What a learner finds, from the stub as it was given out: their own file may say anything by now.
std::string section(const std::filesystem::path& project, const Exercise& exercise, Addresses& addresses)
{
    const catalogue::Source stub = catalogue::parts_of(catalogue::read(project / exercise.stub()));
    const std::string label = exercise_label(exercise);
    std::string text = "## " + exercise.heading() + " {#" + label + "}\n";
    text += for_doxygen({as_markdown(stub.task), exercise.answer(), label}, addresses);
    text += "\nYour file is `" + exercise.answer().generic_string() + "`. It begins as\n\n";
    text += "```{.cpp}\n" + stub.code + "```\n\n";
    text += "Have it checked:\n\n```{.unparsed}\n./learn check " + exercise.name + "\n```\n\n";
    text += folded_hints(project, exercise, addresses);
    if (const std::optional<std::string> solution = catalogue::read_if_there(project / exercise.solution())) {
        text += fold("Our solution, for when you have yours",
                     "```{.cpp}\n" + catalogue::parts_of(*solution).code + "```\n");
    }
    return text;
}

}  // namespace

std::string exercise_page(const std::filesystem::path& project, const std::vector<Exercise>& exercises,
                          const std::string& chapter_title, Addresses& addresses)
{
    const std::string& chapter = exercises.front().chapter;
    std::string page = "# Exercises of " + chapter_title + " {#exercises_" + chapter + "}\n\n";
    for (const Exercise& exercise : exercises) page += section(project, exercise, addresses);
    return page;
}

}  // namespace site
