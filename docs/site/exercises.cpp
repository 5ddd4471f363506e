#include "docs/site/exercises.hpp"

#include "docs/site/files.hpp"
#include "docs/site/markdown.hpp"

#include <algorithm>
#include <tuple>

namespace site
{

namespace
{

/// A source in two parts: the comment at its top without its slashes, and the code below.
struct Source {
    std::string comment;
    std::string code;
};

Source parts_of(const std::string& text)
{
    Source source;
    bool on_top = true;
    for (const std::string& line : lines_of(text)) {
        on_top = on_top && line.starts_with("///");
        if (on_top)
            source.comment += (line.size() > 4 ? line.substr(4) : "") + "\n";
        else
            source.code += line + "\n";
    }
    return source;
}

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

/// The comment as Markdown: what a function takes and returns becomes a list.
std::string task_of(const std::string& comment)
{
    std::string task;
    bool in_list = false;
    for (const std::string& line : lines_of(comment)) {
        const std::string item = as_item(line);
        const bool is_item = item != line;
        in_list = is_item || (in_list && !line.empty());
        const bool goes_on = in_list && !is_item;
        task += (goes_on ? "  " + line.substr(std::min(line.find_first_not_of(' '), line.size())) : item) + "\n";
    }
    return task;
}

/// What an exercise is sorted by: 2.10 comes after 2.9.
std::tuple<int, std::string> order_of(const Exercise& exercise)
{
    const std::size_t dot = exercise.title.find('.');
    const std::size_t colon = exercise.title.find(':');
    if (dot == std::string::npos || colon == std::string::npos || dot > colon) return {0, exercise.name};
    return {std::stoi("0" + exercise.title.substr(dot + 1, colon - dot - 1)), exercise.name};
}

Exercise read_exercise(const std::filesystem::path& project, const std::filesystem::path& file)
{
    const std::string chapter = file.parent_path().filename().string();
    // The stub as it was given out, where a copy is kept: a learner's own file may say anything by now.
    const std::filesystem::path kept = project / "tests" / "exercises" / chapter / file.stem() / "stub.cpp";
    const Source source = parts_of(read(std::filesystem::exists(kept) ? kept : file));
    const std::filesystem::path hints = file.parent_path() / "hints" / (file.stem().string() + ".md");
    const std::filesystem::path solution = project / "solutions" / chapter / file.filename();
    const std::size_t title_end = source.comment.find('\n');
    return {chapter,
            file.stem().string(),
            source.comment.substr(0, title_end),
            task_of(source.comment.substr(std::min(title_end, source.comment.size()))),
            source.code,
            std::filesystem::exists(hints) ? read(hints) : "",
            std::filesystem::exists(solution) ? parts_of(read(solution)).code : ""};
}

/// Something behind a fold: a line to click, and what opens below it.
std::string fold(const std::string& summary, const std::string& inside)
{
    return "\n\\htmlonly[block]\n<details><summary>" + html(summary) + "</summary>\n\\endhtmlonly\n\n" + inside +
           "\n\\htmlonly[block]\n</details>\n\\endhtmlonly\n\n";
}

/// One fold for each heading of the hints: a reader opens as many as they need.
std::string folded_hints(const Exercise& exercise, Addresses& addresses)
{
    const std::filesystem::path file = "exercises/" + exercise.chapter + "/hints/" + exercise.name + ".md";
    std::string folds;
    int count = 0;
    std::string summary;
    std::string inside;
    const auto close = [&] {
        if (!summary.empty()) folds += fold(summary, for_doxygen({inside, file, ""}, addresses));
        inside.clear();
    };
    for (const std::string& line : lines_of(exercise.hints)) {
        if (!line.starts_with("## ")) {
            inside += line + "\n";
            continue;
        }
        close();
        summary = "Hint " + std::to_string(++count) + ": " + line.substr(3);
    }
    close();
    return folds;
}

std::string section(const Exercise& exercise, Addresses& addresses)
{
    const std::filesystem::path file = "exercises/" + exercise.chapter + "/" + exercise.name + ".cpp";
    const std::string label = exercise_label(exercise.chapter, exercise.name);
    std::string text = "## " + exercise.title + " {#" + label + "}\n";
    text += for_doxygen({exercise.task, file, label}, addresses);
    text += "\nYour file is `" + file.generic_string() + "`. It begins as\n\n```{.cpp}\n" + exercise.stub + "```\n\n";
    text += "Have it checked:\n\n```{.unparsed}\n./learn check " + exercise.name + "\n```\n\n";
    text += folded_hints(exercise, addresses);
    if (!exercise.solution.empty())
        text += fold("Our solution, for when you have yours", "```{.cpp}\n" + exercise.solution + "```\n");
    return text;
}

}  // namespace

std::vector<Exercise> exercises_of(const std::filesystem::path& project, const std::string& chapter)
{
    std::vector<Exercise> exercises;
    for (const auto& file : entries_of(project / "exercises" / chapter)) {
        if (file.extension() == ".cpp") exercises.push_back(read_exercise(project, file));
    }
    std::stable_sort(exercises.begin(), exercises.end(),
                     [](const Exercise& a, const Exercise& b) { return order_of(a) < order_of(b); });
    return exercises;
}

std::string exercise_page(const std::vector<Exercise>& exercises, const std::string& chapter_title,
                          Addresses& addresses)
{
    const std::string& chapter = exercises.front().chapter;
    std::string page = "# Exercises of " + chapter_title + " {#exercises_" + chapter + "}\n\n[TOC]\n\n";
    page += "The lesson: [" + chapter_title + "](@ref chapter_" + chapter + ").\n\n";
    for (const Exercise& exercise : exercises) page += section(exercise, addresses);
    return page;
}

}  // namespace site
