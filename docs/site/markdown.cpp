#include "docs/site/markdown.hpp"

#include "common/catalogue/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>

namespace site
{

namespace
{

/// A link or a picture as it stands in a text: `[words](target)`, from `begin` up to `end`.
struct Link {
    std::string words;
    std::string target;
    std::size_t end = 0;
};

/// The bracket that closes the one at a place, the pairs between them left alone.
std::size_t closing(const std::string& text, std::size_t open, char opens, char closes)
{
    int depth = 0;
    for (std::size_t at = open; at < text.size(); ++at) {
        if (text[at] == opens) ++depth;
        if (text[at] == closes && --depth == 0) return at;
    }
    return std::string::npos;
}

/// The link whose words begin at a square bracket, if one does.
std::optional<Link> link_at(const std::string& text, std::size_t bracket)
{
    const std::size_t words_end = closing(text, bracket, '[', ']');
    if (words_end == std::string::npos || text.compare(words_end, 2, "](") != 0) return {};
    const std::size_t target_end = closing(text, words_end + 1, '(', ')');
    if (target_end == std::string::npos) return {};
    return Link{text.substr(bracket + 1, words_end - bracket - 1),
                text.substr(words_end + 2, target_end - words_end - 2), target_end + 1};
}

/// Where a file named on a page stands in the project.
std::filesystem::path resolved(const Page& page, const std::string& target)
{
    std::filesystem::path path = (page.file.parent_path() / target).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();  // a folder's last slash
    return path;
}

/// A picture in a paragraph of its own; where the chapter has a live page in its place, in a figure that `live.js` brings to
/// life, with the picture in it until then.
std::string picture(const Page& page, const Link& link, bool is_live)
{
    const std::string source = "pictures/" + resolved(page, link.target).generic_string();
    const std::string module = page.file.parent_path().filename().string();
    const std::string begin = is_live ? fmt::format("<figure class=\"live\" data-module=\"{}\">", module) : "";
    return fmt::format(
        "\n\\htmlonly[block]\n{}<p class=\"picture {}\"><img src=\"{}\" alt=\"{}\"></p>{}\n\\endhtmlonly\n", begin,
        page.label, html(source), html(link.words), is_live ? "</figure>" : "");
}

/// Where a live page stands.
constexpr const char* live_mark = "<!-- live -->";

/// Whether a text ends with that mark.
bool ends_with_live_mark(const std::string& text)
{
    const std::size_t end = text.find_last_not_of(" \n");
    return end != std::string::npos && std::string_view(text).substr(0, end + 1).ends_with(live_mark);
}

/// A picture in a cell of a table, where no paragraph can be.
std::string picture_in_cell(const Page& page, const Link& link)
{
    const std::string source = "pictures/" + resolved(page, link.target).generic_string();
    return fmt::format("\\htmlonly<img src=\"{}\" alt=\"{}\">\\endhtmlonly", html(source), html(link.words));
}

/// The words of a link as Doxygen wants them: on one line, and without the marks of code, which it would show.
std::string link_words(const std::string& words)
{
    std::string result;
    for (const char c : words) {
        if (c != '`') result += c == '\n' ? ' ' : c;
    }
    return result;
}

std::string reference(const Page& page, const Link& link, Addresses& addresses)
{
    if (link.target.find("://") != std::string::npos) return "[" + link_words(link.words) + "](" + link.target + ")";
    const std::size_t hash = link.target.find('#');
    const std::string file = link.target.substr(0, hash);
    const std::string anchor = hash == std::string::npos ? "" : link.target.substr(hash + 1);
    const std::string label = addresses.label_of(file.empty() ? page.file : resolved(page, file), anchor);
    return label.empty() ? link.words : "[" + link_words(link.words) + "](@ref " + label + ")";
}

/// Where the span of code that begins at a backtick ends; just after that backtick where it never does.
std::size_t end_of_code(const std::string& text, std::size_t begin)
{
    const std::size_t ticks = std::min(text.find_first_not_of('`', begin), text.size()) - begin;
    const std::size_t close = text.find(std::string(ticks, '`'), begin + ticks);
    return close == std::string::npos ? begin + 1 : close + ticks;
}

/// A formula, as readable as TeX is, until set_formulas.js sets it.
std::string formula(const std::string& element, const std::string& tex)
{
    return fmt::format("<{0} class=\"formula\"><code>{1}</code></{0}>", element, html(tex));
}

/// Takes a text apart from its beginning: links and pictures, code, formulas, and all that lies between.
class Prose
{
public:
    Prose(const Page& page, const std::string& text, Addresses& addresses)
        : page_(page), text_(text), addresses_(addresses)
    {
    }

    std::string run()
    {
        while (at_ < text_.size()) {
            if (!take_link() && !take_code() && !take_formula() && !take_bold() && !take_italic()) take_character();
        }
        return result_;
    }

private:
    bool take_link()
    {
        const bool is_picture = text_.compare(at_, 2, "![") == 0;
        if (!is_picture && text_[at_] != '[') return false;
        const std::optional<Link> link = link_at(text_, is_picture ? at_ + 1 : at_);
        if (!link) return false;
        if (is_picture)
            result_ += is_in_table() ? picture_in_cell(page_, *link)
                                     : picture(page_, *link, ends_with_live_mark(text_.substr(0, at_)));
        if (!is_picture) result_ += reference(page_, *link, addresses_);
        at_ = link->end;
        return true;
    }

    bool take_code()
    {
        if (text_[at_] != '`') return false;
        const std::size_t end = end_of_code(text_, at_);
        result_ += text_.substr(at_, end - at_);
        at_ = end;
        return true;
    }

    /// Between dollars, `$a$`, or, where Markdown would change it, between dollars and backticks: $`a`$.
    bool take_formula()
    {
        if (text_[at_] != '$') return false;
        const bool has_ticks = text_.compare(at_ + 1, 1, "`") == 0;
        const std::size_t begin = at_ + (has_ticks ? 2 : 1);
        const std::size_t end = text_.find(has_ticks ? "`$" : "$", begin);
        if (end == std::string::npos) return false;
        result_ += "\\htmlonly" + formula("span", text_.substr(begin, end - begin)) + "\\endhtmlonly";
        at_ = end + (has_ticks ? 2 : 1);
        return true;
    }

    /// Doxygen does not see two stars for what they are beside a quote or at the end of a line.
    bool take_bold()
    {
        if (text_.compare(at_, 2, "**") != 0) return false;
        if (!in_bold_ && text_.substr(at_ + 2, text_.find("\n\n", at_) - at_ - 2).find("**") == std::string::npos)
            return false;
        result_ += in_bold_ ? "</b>" : "<b>";
        in_bold_ = !in_bold_;
        at_ += 2;
        return true;
    }

    /// The same for one star. It opens before a word and closes after one, in the same paragraph.
    bool take_italic()
    {
        if (text_[at_] != '*' || text_.compare(at_, 2, "**") == 0) return false;
        if (in_italic_ ? !closes_italic(at_) : !opens_italic()) return false;
        result_ += in_italic_ ? "</em>" : "<em>";
        in_italic_ = !in_italic_;
        ++at_;
        return true;
    }

    bool opens_italic() const
    {
        const bool after_a_word = at_ > 0 && std::isalnum(static_cast<unsigned char>(text_[at_ - 1])) != 0;
        if (after_a_word || at_ + 1 >= text_.size() || std::isspace(static_cast<unsigned char>(text_[at_ + 1])) != 0)
            return false;
        const std::size_t end = std::min(text_.find("\n\n", at_), text_.size());
        for (std::size_t star = text_.find('*', at_ + 1); star < end; star = text_.find('*', star + 1)) {
            if (closes_italic(star)) return true;
        }
        return false;
    }

    bool closes_italic(std::size_t star) const
    {
        const bool before_a_word =
            star + 1 < text_.size() && std::isalnum(static_cast<unsigned char>(text_[star + 1])) != 0;
        return std::isspace(static_cast<unsigned char>(text_[star - 1])) == 0 && !before_a_word;
    }

    bool is_in_table() const
    {
        const std::size_t line = text_.rfind('\n', at_) + 1;  // 0 where there is none
        return text_[line] == '|';
    }

    void take_character()
    {
        if (text_[at_] == '@') result_ += '\\';  // a command to Doxygen
        result_ += text_[at_++];
    }

    const Page& page_;
    const std::string& text_;
    Addresses& addresses_;
    std::string result_;
    std::size_t at_ = 0;
    bool in_bold_ = false;
    bool in_italic_ = false;
};

/// The line that opens a block: C++ is coloured and linked, everything else shown as it is.
std::string opened(const std::string& fence) { return fence == "```cpp" ? "```{.cpp}\n" : "```{.unparsed}\n"; }

/// A line that opens or closes a folded answer, `<details><summary>Answer</summary>` and `</details>`.
bool is_fold(const std::string& line) { return line.starts_with("<details>") || line == "</details>"; }

/// Walks down a page: what is in a block, in a formula, in prose.
class Translation
{
public:
    Translation(const Page& page, Addresses& addresses) : page_(page), addresses_(addresses) {}

    std::string run()
    {
        for (const std::string& line : catalogue::lines_of(page_.text)) take(line);
        flush();
        return result_;
    }

private:
    void take(const std::string& line)
    {
        if (in_formula_ && line == "```") {
            result_ += "\n\\htmlonly[block]\n" + formula("div", waiting_) + "\n\\endhtmlonly\n\n";
            waiting_.clear();
            in_formula_ = false;
        } else if (in_formula_) {
            waiting_ += (waiting_.empty() ? "" : "\n") + line;
        } else if (line == "```math" && !in_block_) {
            flush();
            in_formula_ = true;
        } else if (line.starts_with("```")) {
            flush();
            result_ += in_block_ ? "```\n" : opened(line);
            in_block_ = !in_block_;
        } else if (!in_block_ && is_fold(line)) {
            flush();
            result_ += "\n\\htmlonly[block]\n" + line + "\n\\endhtmlonly\n\n";
        } else if (in_block_) {
            result_ += line + "\n";
        } else if (line.starts_with("#")) {
            flush();
            result_ += heading(line);
        } else {
            waiting_ += line + "\n";
        }
    }

    /// What has been waiting is prose: it is translated as a whole, since links and code run over the ends of lines.
    void flush()
    {
        result_ += Prose(page_, waiting_, addresses_).run();
        waiting_.clear();
    }

    std::string heading(const std::string& line)
    {
        const std::string words = line.substr(line.find_first_not_of("# "));
        const std::string marks = line.substr(0, line.find(' ') + 1);
        std::string label = page_.label;  // the title's
        if (marks != "# ") {
            const int earlier = seen_[anchor_of(words)]++;  // GitHub counts headings of the same words, from 1
            label = heading_label(label, anchor_of(words) + (earlier == 0 ? "" : "-" + std::to_string(earlier)));
        }
        const std::string title = Prose(page_, words, addresses_).run();
        if (page_.label == "front" && marks != "# ")  // Doxygen would list its sections in the sidebar, before all else
            return "\\anchor " + label + "\n<h2 class=\"" + label + "\">" + title + "</h2>\n";
        return marks + title + " {#" + label + "}\n";
    }

    const Page& page_;
    Addresses& addresses_;
    std::string result_;
    std::string waiting_;
    std::map<std::string, int> seen_;
    bool in_block_ = false;
    bool in_formula_ = false;
};

}  // namespace

std::string for_doxygen(const Page& page, Addresses& addresses)
{
    // What is there to try is said for readers of GitHub. Here they are on the site already; `live.js` says so.
    static const std::string elsewhere = "On the site";
    static const std::string here = "<span class=\"live-here\">With live pages</span>";
    std::string text = Translation(page, addresses).run();
    if (page.text.find(live_mark) == std::string::npos) return text;
    for (std::size_t at = 0; (at = text.find(elsewhere, at)) != std::string::npos; at += here.size())
        text.replace(at, elsewhere.size(), here);
    return text;
}

std::string title_of(const std::string& page)
{
    const std::string first = page.substr(0, page.find('\n'));
    return first.starts_with("# ") ? first.substr(2) : first;
}

std::string html(const std::string& text)
{
    static const std::map<char, std::string> meant = {
        {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\n', " "}};
    std::string result;
    for (const char c : text) {
        const auto found = meant.find(c);
        result += found == meant.end() ? std::string(1, c) : found->second;
    }
    return result;
}

}  // namespace site
