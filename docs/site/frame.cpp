#include "docs/site/frame.hpp"

#include "common/catalogue/text.hpp"
#include "docs/site/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace site
{

namespace
{

/// `02_softmax` for the entry of that chapter.
std::string folder_of(const Entry& chapter)
{
    const std::string before = "chapter_";
    return chapter.address.substr(before.size(), chapter.address.rfind('.') - before.size());
}

/// Doxygen doubles the underscores in the names of some files.
std::string with_single_underscores(const std::string& page)
{
    std::string name;
    for (const char c : page) {
        if (c != '_' || !name.ends_with('_')) name += c;
    }
    return name;
}

std::string link(const Entry& entry, const std::string& page)
{
    const char* current = entry.address == page ? " aria-current=\"page\"" : "";
    const std::string mark = entry.mark.empty() ? "" : "<span class=\"mark\">" + entry.mark + "</span> ";
    return fmt::format("<a href=\"{}\"{}>{}<span>{}</span></a>", entry.address, current, mark, html(entry.title));
}

std::string list(const std::vector<Entry>& entries, const std::string& page);

/// A line, and a fold with what is below it.
std::string line(const Entry& entry, const std::string& page)
{
    if (entry.below.empty()) return "<li>" + link(entry, page) + "</li>\n";
    if (entry.mark.empty()) return "<li>" + link(entry, page) + "\n" + list(entry.below, page) + "</li>\n";
    const bool is_here = with_single_underscores(page).find(folder_of(entry)) != std::string::npos;
    return fmt::format("<li{}>{}<details{}><summary aria-label=\"Exercises and code of chapter {}\"></summary>\n"
                       "{}</details></li>\n",
                       is_here ? " class=\"here\"" : "", link(entry, page), is_here ? " open" : "", entry.mark,
                       list(entry.below, page));
}

std::string list(const std::vector<Entry>& entries, const std::string& page)
{
    std::string text = "<ul>\n";
    for (const Entry& entry : entries) text += line(entry, page);
    return text + "</ul>\n";
}

std::string fold(const Part& part, const std::string& page, bool is_open, const std::string& name)
{
    return fmt::format("<details class=\"{}\"{}><summary>{}</summary>\n{}</details>\n", name, is_open ? " open" : "",
                       html(part.title), list(part.entries, page));
}

bool has(const Part& part, const std::string& address)
{
    return std::ranges::any_of(part.entries, [&](const Entry& entry) { return entry.address == address; });
}

std::string bar_link(const std::optional<Entry>& entry, const std::string& name, const std::string& words)
{
    if (!entry) return "";
    const std::string rel = name == "back" ? " rel=\"prev\"" : name == "on" ? " rel=\"next\"" : "";
    return fmt::format("<a class=\"{}\"{} href=\"{}\"><span>{}</span> {}</a>\n", name, rel, entry->address, words,
                       html(full_title(*entry)));
}

/// The way from a page that is in the sidebar's own order.
Way way_from_place(const std::vector<Entry>& order, std::size_t place)
{
    Way way;
    if (place > 0) way.back = order[place - 1];
    if (!order[place].below.empty()) way.across = order[place].below.front();
    way.on = order[(place + 1) % order.size()];
    return way;
}

}  // namespace

std::optional<Entry> chapter_of(const Navigation& navigation, const std::string& page)
{
    const std::string name = with_single_underscores(page);
    for (const Part& part : navigation.path) {
        for (const Entry& chapter : part.entries) {
            if (catalogue::contains(name, folder_of(chapter))) return chapter;
        }
    }
    return {};
}

Way way_from(const Navigation& navigation, const std::string& page)
{
    const std::vector<Entry> order = pages_in_order(navigation);
    const auto place_of = [&](const std::string& address) {
        const auto is_it = [&](const Entry& entry) { return entry.address == address; };
        return static_cast<std::size_t>(std::ranges::find_if(order, is_it) - order.begin());
    };
    if (place_of(page) < order.size()) return way_from_place(order, place_of(page));
    const std::optional<Entry> chapter = chapter_of(navigation, page);
    if (!chapter) return {navigation.builders.entries.back(), {}, order.front()};
    const Entry& exercises = chapter->below.front();
    const Entry& next_lesson = order[(place_of(chapter->address) + 1) % order.size()];
    return {chapter, {}, exercises.address == page || exercises.below.empty() ? next_lesson : exercises};
}

std::string sidebar(const Navigation& navigation, const std::string& page)
{
    const std::optional<Entry> chapter = chapter_of(navigation, page);
    const bool is_start = page == "index.html";
    std::string text = "<nav id=\"sidebar\" aria-label=\"All pages\">\n" + list(navigation.first, page);
    for (const Part& part : navigation.path) {
        const bool is_open = chapter ? has(part, chapter->address) : is_start && &part == &navigation.path.front();
        text += fold(part, page, is_open, "part");
    }
    text += fold(navigation.reference, page, has(navigation.reference, page), "part reference");
    text += fold(navigation.builders, page, has(navigation.builders, page), "part builders");
    return text + "</nav>\n";
}

std::string path_bar(const Way& way)
{
    return "<nav class=\"path\" aria-label=\"Back and on\">\n" + bar_link(way.back, "back", "Back") +
           bar_link(way.across, "across", "Practise") + bar_link(way.on, "on", "Next") + "</nav>\n";
}

std::string full_title(const Entry& entry)
{
    return entry.mark.empty() ? entry.title : "Chapter " + entry.mark + ": " + entry.title;
}

}  // namespace site
