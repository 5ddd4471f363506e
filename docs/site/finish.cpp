#include "docs/site/finish.hpp"

#include "docs/site/frame.hpp"
#include "docs/site/headings.hpp"
#include "docs/site/markup.hpp"
#include "docs/site/tables.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <stdexcept>

namespace site
{

namespace
{

/// What stands between the first of one mark and the last, or next, of another one.
std::string between(const std::string& text, const std::string& begin, const std::string& end, bool up_to_last)
{
    const std::size_t at = text.find(begin);
    const std::size_t from = at + begin.size();
    const std::size_t to = up_to_last ? text.rfind(end) : text.find(end, from);
    if (at == std::string::npos || to == std::string::npos || to < from)
        throw std::runtime_error("nothing between " + begin + " and " + end);
    return text.substr(from, to - from);
}

std::string title_of_page(const std::string& doxygens)
{
    std::string title = between(doxygens, "<div class=\"title\">", "</div>", false);
    title.erase(title.find_last_not_of(" \n") + 1);
    return title;
}

/// Code without the boxes that Doxygen's scripts, which are not here, would show over its words.
std::string without_boxes(const std::string& content)
{
    std::string result;
    std::size_t done = 0;
    const std::string box = "<div class=\"ttc\"";
    for (std::size_t at = content.find(box); at != std::string::npos; at = content.find(box, done)) {
        result += content.substr(done, at - done);
        done = content.find('\n', at) + 1;  // each stands on a line of its own
    }
    return result + content.substr(done);
}

/// Code in which only functions and types are links: a variable's name, such as `q`, may be meant for another one, and a
/// keyboard would have to go through them all.
std::string without_links_of_variables(const std::string& content)
{
    std::string result;
    std::size_t done = 0;
    const std::string link = "<a class=\"code hl_variable\"";
    for (std::size_t at = content.find(link); at != std::string::npos; at = content.find(link, done)) {
        const std::size_t words = content.find('>', at) + 1;
        const std::size_t end = content.find("</a>", words);
        result += content.substr(done, at - done) + content.substr(words, end - words);
        done = end + 4;
    }
    return result + content.substr(done);
}

/// Each piece of code in something that stays in place while the code scrolls.
std::string with_listings(const std::string& content)
{
    std::string text = with(content, "<div class=\"fragment\">", "<div class=\"listing\"><div class=\"fragment\">");
    text = with(text, "</div><!-- fragment -->", "</div></div>\n");
    text = with(text, "<pre class=\"fragment\">", "<div class=\"listing\"><pre class=\"fragment\">");
    return with(text, "</pre>", "</pre></div>");
}

/// A page without the empty paragraph at its top, which has Doxygen's own name for the page.
std::string without_empty_paragraph(const std::string& content)
{
    const std::size_t begin = content.find("<p><a class=\"anchor\" id=\"md_");
    const std::size_t link_end = content.find("</a>", begin);
    const std::size_t end = content.find("</p>", link_end);
    if (begin == std::string::npos || end == std::string::npos) return content;
    const bool is_empty = content.find_first_not_of(' ', link_end + 4) == end;
    return is_empty ? content.substr(0, begin) + content.substr(end + 4) : content;
}

std::string content_of(const std::string& doxygens)
{
    std::string content = between(doxygens, "<div class=\"contents\">", "</div><!-- contents -->", true);
    content = without_empty_paragraph(with(with(content, "<p >", "<p>"), "<p>&zwj;", "<p>"));
    return with_tables_in_boxes(with_listings(without_links_of_variables(without_boxes(content))));
}

/// The content with the list of its sections: below a lesson's first line, at the top of any other page.
std::string with_contents_list(const WithHeadings& body)
{
    const std::string facts = "<div class=\"facts\">";
    const std::size_t begin = body.content.find(facts);
    const std::size_t end = begin == std::string::npos ? begin : body.content.find("</div>", begin);
    const std::size_t at = end == std::string::npos ? 0 : end + 6;
    return body.content.substr(0, at) + contents_list(body.headings) + body.content.substr(at);
}

/// A line above the title that leads to the lesson, on a chapter's other pages.
std::string line_above(const Navigation& navigation, const std::string& page)
{
    const std::optional<Entry> chapter = chapter_of(navigation, page);
    if (!chapter || chapter->address == page) return "";
    return fmt::format("<p class=\"above\"><a href=\"{}\">{}</a></p>\n", chapter->address, full_title(*chapter));
}

/// The head as Doxygen wrote it, under the page's own title.
std::string head_of(const std::string& doxygens, const std::string& title, bool is_start)
{
    const std::size_t begin = doxygens.find("<title>");
    const std::size_t end = doxygens.find("</title>");
    const std::size_t body = doxygens.find("<body");
    if (begin == std::string::npos || end == std::string::npos || body == std::string::npos)
        throw std::runtime_error("no <title> before a <body>");
    const std::string name = is_start ? title + ": attention in C++, one piece at a time" : title + " · Dot by Dot";
    return doxygens.substr(0, begin + 7) + without_tags(name) + doxygens.substr(end, body - end);
}

constexpr const char* header = R"(<a class="skip" href="#content">Skip to the content</a>
<header>
<a class="brand" href="index.html"><span class="dots" aria-hidden="true"></span>Dot by Dot</a>
<div id="search"></div>
<button id="theme" type="button" hidden aria-label="Switch between light and dark"></button>
</header>
<details id="menu"><summary>Contents</summary></details>
)";

constexpr const char* footer = R"(<footer>
<p>Dot by Dot. Every number on these pages comes from a program that you can run. MIT License.</p>
</footer>
)";

}  // namespace

std::string finished(const std::string& doxygens, const std::string& page, const Navigation& navigation)
{
    const bool is_start = page == "index.html";
    const std::string title = title_of_page(doxygens);
    const WithHeadings body = with_headings_in_order(content_of(doxygens));
    std::string text = head_of(doxygens, title, is_start);
    text += fmt::format("<body data-page=\"{}\" data-root=\"\">\n{}", page.substr(0, page.rfind('.')), header);
    text += sidebar(navigation, page) + "<main id=\"content\" tabindex=\"-1\">\n" + line_above(navigation, page);
    text += "<h1>" + title + "</h1>\n<div class=\"contents\">";
    text += (is_start ? body.content : with_contents_list(body)) + "</div>\n";
    text += path_bar(way_from(navigation, page));
    return text + "</main>\n" + footer + "</body>\n</html>\n";
}

}  // namespace site
