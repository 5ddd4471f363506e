#include "docs/site/headings.hpp"

#include "common/catalogue/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace site
{

namespace
{

/// A heading as Doxygen writes it, from `begin` up to `end`.
struct Raw {
    std::size_t begin = std::string::npos;
    std::size_t end = 0;
    int rank = 0;            // how far down Doxygen puts it: larger is further
    std::string attributes;  // as they stand in its tag
    std::string inside;
};

bool opens_heading(const std::string& text, std::size_t at)
{
    if (at + 3 >= text.size() || text[at + 1] != 'h') return false;
    return text[at + 2] >= '1' && text[at + 2] <= '6' && (text[at + 3] == '>' || text[at + 3] == ' ');
}

/// The next heading at or after a place; one that begins nowhere where there is none.
Raw next_heading(const std::string& text, std::size_t from)
{
    std::size_t begin = text.find('<', from);
    while (begin != std::string::npos && !opens_heading(text, begin)) begin = text.find('<', begin + 1);
    if (begin == std::string::npos) return {};
    const std::string close = fmt::format("</h{}>", text[begin + 2]);
    const std::size_t tag_end = text.find('>', begin);
    const std::size_t end = text.find(close, tag_end);
    if (end == std::string::npos) return {};
    Raw raw{begin, end + close.size(), 10 * (text[begin + 2] - '0'), text.substr(begin + 3, tag_end - begin - 3),
            text.substr(tag_end + 1, end - tag_end - 1)};
    if (catalogue::contains(raw.attributes, "memtitle")) raw.rank += 5;  // a function, below the heading "Functions"
    return raw;
}

/// What stands between two marks; empty where they do not.
std::string between(const std::string& text, const std::string& begin, const std::string& end)
{
    const std::size_t at = text.find(begin);
    if (at == std::string::npos) return "";
    const std::size_t from = at + begin.size();
    return text.substr(from, text.find(end, from) - from);
}

std::string trimmed(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(" \n");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \n") - first + 1);
}

/// Takes the empty link with its name out of a heading, or the mark that links to it, and says what it was called.
std::string take_anchor(std::string& words)
{
    if (words.starts_with("<span class=\"permalink\">")) {
        const std::string anchor = between(words, "href=\"#", "\"");
        words = words.substr(words.find("</span>") + 7);
        return anchor;
    }
    const std::size_t link = words.find("<a ");
    const std::size_t link_end = words.find("></a>");
    if (link > 1 || link_end == std::string::npos) return "";
    const std::string tag = words.substr(link, link_end - link);
    if (!catalogue::contains(tag, " id=\"") || catalogue::contains(tag, " href=")) return "";
    words = words.substr(link_end + 5);
    return between(tag, " id=\"", "\"");
}

/// Counts how deep a heading lies: below the ones before it that rank higher.
int level_of(int rank, std::vector<int>& above)
{
    while (!above.empty() && above.back() >= rank) above.pop_back();
    above.push_back(rank);
    return std::min(1 + static_cast<int>(above.size()), 6);
}

}  // namespace

WithHeadings with_headings_in_order(const std::string& content)
{
    WithHeadings result;
    std::vector<int> above;
    std::size_t done = 0;
    for (Raw raw = next_heading(content, 0); raw.begin != std::string::npos; raw = next_heading(content, done)) {
        const bool is_function = catalogue::contains(raw.attributes, "memtitle");
        const std::string anchor = take_anchor(raw.inside);
        const Heading heading{level_of(raw.rank, above), anchor, trimmed(raw.inside)};
        const std::string id =
            anchor.empty() || is_function ? "" : " id=\"" + anchor + "\"";  // a function has it above
        result.content += content.substr(done, raw.begin - done);
        result.content += fmt::format("<h{0}{1}{2}>{3}</h{0}>", heading.level, id, raw.attributes, heading.words);
        result.headings.push_back(heading);
        done = raw.end;
    }
    result.content += content.substr(done);
    return result;
}

std::string contents_list(const std::vector<Heading>& headings)
{
    std::string items;
    int count = 0;
    for (const Heading& heading : headings) {
        if (heading.level > 3 || heading.anchor.empty()) continue;
        items += fmt::format("<li class=\"level{}\"><a href=\"#{}\">{}</a></li>\n", heading.level, heading.anchor,
                             heading.words);
        ++count;
    }
    if (count < 3) return "";
    return "<nav class=\"toc\" aria-label=\"On this page\">\n<details><summary>On this page</summary></details>\n<ul>\n" +
           items + "</ul>\n</nav>\n";
}

}  // namespace site
