#include "docs/site/landing.hpp"

#include "common/catalogue/chapter.hpp"
#include "common/catalogue/files.hpp"
#include "common/catalogue/pattern.hpp"
#include "common/catalogue/text.hpp"
#include "docs/site/markdown.hpp"
#include "docs/site/navigation.hpp"
#include "docs/site/search_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

namespace site
{

namespace
{

namespace fs = std::filesystem;
using catalogue::Chapter;
using catalogue::read;

constexpr const char* touched = "04_soft_lookup";  // the chapter whose picture is on the page
constexpr const char* touched_picture = "beta.svg";
constexpr const char* trained = "17_induction";  // the chapter that trains a model in the page

/// What the README says further down that a reader of the site wants to know, by its anchors and headings.
constexpr std::array<std::pair<const char*, const char*>, 3> kept = {
    {{"two-commands", "Two commands"},
     {"how-to-work-through-it", "How to work through it"},
     {"what-it-runs-on", "What it runs on"}}};

/// Something in HTML that Doxygen leaves as it is.
std::string raw(const std::string& text) { return "\n\\htmlonly[block]\n" + text + "\n\\endhtmlonly\n\n"; }

/// Plain words with what is slanted in Markdown slanted in HTML.
std::string slanted(const std::string& markdown)
{
    return catalogue::replaced(html(markdown), R"(\*([^*]+)\*)", "<em>$1</em>");
}

/// Paragraphs, the blank lines between them left out.
std::vector<std::string> paragraphs_of(const std::string& text)
{
    std::vector<std::string> paragraphs(1);
    for (const std::string& line : catalogue::lines_of(text)) {
        if (line.empty() && !paragraphs.back().empty()) paragraphs.emplace_back();
        if (!line.empty()) paragraphs.back() += line + "\n";
    }
    if (paragraphs.back().empty()) paragraphs.pop_back();
    return paragraphs;
}

/// Where the project was cloned from, if that is an address on the net.
std::string repository_of(const fs::path& project)
{
    const std::string config = catalogue::read_if_there(project / ".git" / "config").value_or("");
    const std::vector<std::string> found =
        catalogue::groups_of(config, R"(\[remote "origin"\]\s+url = (https://[^\s@]+))");
    return found.empty() ? "" : found[1];
}

/// What comes before any command: GitHub's readers know it.
std::string how_to_get_it(const std::string& repository)
{
    const std::string reading =
        "To read, you need to install nothing: these pages work as they are. To run the programs "
        "and do the exercises, you need the folder of the tutorial";
    if (repository.empty()) return reading + ", the one that has `learn` in it.\n\n";
    return reading + ":\n\n```sh\ngit clone " + repository +
           " dot-by-dot\ncd dot-by-dot\n```\n\nThen there are two commands.\n\n";
}

/// Takes the README apart, and puts together what a reader of the site wants of it.
class Landing
{
public:
    Landing(const fs::path& project, Addresses& addresses)
        : project_(project), addresses_(addresses), chapters_(catalogue::chapters_of(project))
    {
        for (const Section& section : sections_of(read(project / "README.md")))
            sections_[section.anchor] = section.text;
        for (const Chapter& chapter : chapters_)
            minutes_[chapter.number] = reading_minutes(read(chapter.folder / "README.md"));
    }

    std::string run()
    {
        std::string page = "# Dot by Dot {#mainpage}\n\n" + first_screen() + path();
        page += section("What you will be able to read", "what-you-will-be-able-to-read", after_first_paragraph());
        sections_["two-commands"] = how_to_get_it(repository_of(project_)) + sections_["two-commands"];
        for (const auto& [anchor, words] : kept) page += section(words, anchor, sections_[anchor]);
        return page;
    }

private:
    /// A part of the README under its heading.
    std::string section(const std::string& words, const std::string& anchor, const std::string& text)
    {
        if (text.find_first_not_of('\n') == std::string::npos) return "";
        const std::string label = heading_label("front", anchor);
        return "\\anchor " + label + "\n<h2 class=\"" + label + "\">" + words + "</h2>\n\n" +
               for_doxygen({text, "README.md", "front"}, addresses_) + "\n";
    }

    /// What this is, the picture, and the button.
    std::string first_screen()
    {
        const std::string first = paragraphs_of(sections_[""]).at(0);
        const std::vector<std::string> parts = catalogue::groups_of(
            plain_words(catalogue::replaced(first, R"(\*\*([^*]+)\*\*)", "$1 ")), R"(^([^.]*\.) ([^.]*\.) (.*)$)");
        const std::string motto = parts.empty() ? plain_words(first) : parts[1];
        std::string text = "<div class=\"landing-first\">\n<div class=\"landing-words\">\n";
        text += "<p class=\"landing-motto\">" + html(motto) + "</p>\n";
        if (!parts.empty()) {
            text += "<p class=\"landing-what\">" + html(parts[2]) + "</p>\n";
            text += "<p class=\"landing-how\">" + html(parts[3]) + "</p>\n";
        }
        return raw(text + start() + other_ways() + "</div>\n" + figure() + "</div>");
    }

    /// The button: the first chapter, until progress.js knows better.
    std::string start() const
    {
        const Chapter& first = chapters_.front();
        return fmt::format("<p class=\"landing-start\"><a class=\"button\" id=\"start\" href=\"chapter_{}.html\">Start "
                           "chapter {}</a> <span id=\"start-note\">{}, {}</span></p>\n",
                           first.name, first.number, html(first.title), in_words(minutes_.at(first.number)));
    }

    /// For those who need no introduction.
    std::string other_ways() const
    {
        const auto chapter = std::ranges::find(chapters_, trained, &Chapter::name);
        if (chapter == chapters_.end()) return "";
        return fmt::format("<p class=\"landing-other\">You know attention already? <a href=\"chapter_{}.html\">Watch a "
                           "model learn to look back</a>, in your browser. You teach? <a href=\"classroom.html\">In a "
                           "classroom</a>.</p>\n",
                           chapter->name);
    }

    /// The picture to touch; where nothing can be touched it stands still, with the lesson's words about it.
    std::string figure() const
    {
        const std::string name = std::string(touched) + "/";
        const std::string lesson = catalogue::read_if_there(project_ / "chapters" / name / "README.md").value_or("");
        const std::string is_picture =
            R"rx(!\[([^\]]*)\]\()rx" + std::string(touched_picture) + R"rx(\)\n\n\*([^*]*)\*)rx";
        const std::vector<std::string> found = catalogue::groups_of(lesson, is_picture);
        if (found.empty()) return "";
        return "<div class=\"landing-touch\">\n" + invitation() +
               fmt::format("<figure class=\"live\" data-module=\"{}\">\n<img src=\"pictures/chapters/{}{}\" "
                           "alt=\"{}\">\n<figcaption>{}</figcaption>\n</figure>\n</div>\n",
                           touched, name, touched_picture, html(found[1]), html(found[2]));
    }

    /// What the picture is, and what to do with it.
    std::string invitation() const
    {
        const auto chapter = std::ranges::find(chapters_, touched, &Chapter::name);
        if (chapter == chapters_.end()) return "";
        return fmt::format(
            "<p class=\"landing-alive\"><strong>{}</strong> Ask it something, and push the sharpness. What "
            "answers is the C++ code of <a href=\"chapter_{}.html\">chapter {}</a>, in your browser.</p>\n",
            html(plain_words(chapter->idea)), chapter->name, chapter->number);
    }

    /// The parts with their chapters.
    std::string path()
    {
        std::string text = "\\anchor front-the-path\n\\anchor front-the-chapters\n"
                           "<h2 class=\"front-the-chapters\">The path</h2>\n\n";
        std::string parts = "<p id=\"progress-summary\" hidden></p>\n<div class=\"landing-path\">\n";
        for (const PartOfPath& part : parts_of_path()) parts += part_of_path(part);
        return text + raw(parts + "</div>");
    }

    std::string part_of_path(const PartOfPath& part)
    {
        std::string list;
        int total = 0;
        for (const Chapter* chapter : chapters_of(part)) {
            list += line(*chapter);
            total += minutes_.at(chapter->number);
        }
        if (list.empty()) return "";
        return fmt::format(
            "<section class=\"landing-part\">\n<h3>{}</h3>\n<p class=\"landing-about\">{}</p>\n"
            "<p class=\"landing-total\">Chapters {} to {} · about {} of reading</p>\n<ol>\n{}</ol>\n</section>\n",
            html(part.title), about(part), chapters_of(part).front()->number, chapters_of(part).back()->number,
            in_words(total), list);
    }

    std::vector<const Chapter*> chapters_of(const PartOfPath& part) const
    {
        int end = chapters_.back().number + 1;
        for (const PartOfPath& other : parts_of_path()) {
            if (other.first_chapter > part.first_chapter) end = std::min(end, other.first_chapter);
        }
        std::vector<const Chapter*> of_part;
        for (const Chapter& chapter : chapters_) {
            if (chapter.number >= part.first_chapter && chapter.number < end) of_part.push_back(&chapter);
        }
        return of_part;
    }

    /// What the README's table says about a part: its row begins with the part's first chapter.
    std::string about(const PartOfPath& part)
    {
        const std::string row = fmt::format(R"(\| \*\*{} to [0-9]+\*\* \| ([^|]*) \|)", part.first_chapter);
        const std::vector<std::string> found = catalogue::groups_of(sections_["the-path"], row);
        if (found.empty()) return "";
        const std::string title = part.title + ". ";
        return slanted(found[1].starts_with(title) ? found[1].substr(title.size()) : found[1]);
    }

    /// A chapter: its number, title, idea and reading time.
    std::string line(const Chapter& chapter) const
    {
        return fmt::format("<li data-chapter=\"chapter_{}\"><a href=\"chapter_{}.html\"><span class=\"landing-mark\">{}"
                           "</span><span class=\"landing-title\">{}</span> <span class=\"landing-idea\">{}</span> "
                           "<span class=\"landing-time\">{} min</span></a></li>\n",
                           chapter.name, chapter.name, chapter.number, html(chapter.title),
                           html(plain_words(chapter.idea)), minutes_.at(chapter.number));
    }

    /// What the README says between its first paragraph and its first heading.
    std::string after_first_paragraph()
    {
        const std::string& all = sections_[""];
        const std::string first = paragraphs_of(all).at(0);
        return all.substr(all.find(first) + first.size());
    }

    fs::path project_;
    Addresses& addresses_;
    std::vector<Chapter> chapters_;
    std::map<std::string, std::string> sections_;  // of the README, by their anchors
    std::map<int, int> minutes_;                   // of reading, by chapter
};

}  // namespace

std::string landing_page(const std::filesystem::path& project, Addresses& addresses)
{
    return Landing(project, addresses).run();
}

bool is_on_landing_page(const std::string& anchor)
{
    return anchor.empty() || std::ranges::any_of(kept, [&](const auto& one) { return one.first == anchor; });
}

int reading_minutes(const std::string& lesson)
{
    const std::vector<std::string> found = catalogue::groups_of(lesson, R"(\n\| ([0-9]+) minutes \|)");
    return found.empty() ? 0 : std::stoi(found[1]);
}

std::string in_words(int minutes)
{
    if (minutes < 50) return fmt::format("{} minutes", minutes);
    const int halves = (minutes + 15) / 30;
    const std::string number = fmt::format("{}{}", halves / 2, halves % 2 == 0 ? "" : "½");
    return number + (halves == 2 ? " hour" : " hours");
}

}  // namespace site
