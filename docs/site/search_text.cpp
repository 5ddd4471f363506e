#include "docs/site/search_text.hpp"

#include "common/catalogue/text.hpp"
#include "docs/site/addresses.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <map>
#include <string_view>

namespace site
{

namespace
{

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

/// What stands for a command of TeX: a character, or nothing where it says only how something looks. A command that is
/// not listed, such as `\ln`, is a word, and stays.
const std::map<std::string, std::string> characters = {
    {"alpha", "α"},   {"beta", "β"},      {"gamma", "γ"},  {"delta", "δ"}, {"Delta", "Δ"},  {"epsilon", "ε"},
    {"theta", "θ"},   {"eta", "η"},       {"lambda", "λ"}, {"mu", "μ"},    {"sigma", "σ"},  {"varphi", "φ"},
    {"partial", "∂"}, {"sum", "Σ"},       {"Pi", "Π"},     {"cdot", "·"},  {"times", "×"},  {"odot", "⊙"},
    {"sqrt", "√"},    {"le", "≤"},        {"ge", "≥"},     {"neq", "≠"},   {"approx", "≈"}, {"infty", "∞"},
    {"to", "→"},      {"leftarrow", "←"}, {"pm", "±"},     {"ldots", "…"}, {"dots", "…"},   {"lVert", "‖"},
    {"rVert", "‖"},   {"in", "∈"},        {"mathrm", ""},  {"text", ""},   {"left", ""},    {"right", ""},
    {"frac", ""},     {"tfrac", ""},      {"Big", ""},     {"quad", " "},  {"qquad", " "}};

/// The command that begins at a backslash, as words; `at` moves behind it.
std::string command_at(const std::string& tex, std::size_t& at)
{
    const std::size_t begin = ++at;
    while (at < tex.size() && is_letter(tex[at])) ++at;
    if (at == begin) {  // a space such as \, or a brace
        ++at;
        return " ";
    }
    const std::string name = tex.substr(begin, at - begin);
    const auto found = characters.find(name);
    return found == characters.end() ? name : found->second;
}

/// A line without what makes it an item of a list, a quote or a row.
std::string without_mark(const std::string& line)
{
    std::string_view rest = line;
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    for (const std::string_view mark : {"> ", "- ", "| "}) {
        if (rest.starts_with(mark)) return std::string(rest.substr(mark.size()));
    }
    return std::string(rest);
}

/// What is no prose though it stands between blocks: rulers, comments, pictures, a lesson's first table.
bool is_aside(const std::string& line)
{
    const bool first_table = line.starts_with("| Reading time") || line.find("★") != std::string::npos;
    return first_table || line.starts_with("|--") || line == "---" || line.starts_with("<!--");
}

/// The prose of a text: without blocks of code, displayed formulas, and the line that leads to the next lesson.
std::string prose_of(const std::string& markdown)
{
    std::string prose;
    bool in_block = false;
    for (const std::string& line : catalogue::lines_of(markdown)) {
        if (!in_block && (line.starts_with("Previous: ") || line.starts_with("Next: "))) break;
        const bool is_fence = line.starts_with("```") || line == "$$";
        if (is_fence) in_block = !in_block;
        if (!is_fence && !in_block && !is_aside(line)) prose += without_mark(line) + "\n";
    }
    return prose;
}

/// Takes prose apart: code, formulas, links and tags, and all that lies between.
class Words
{
public:
    explicit Words(const std::string& text) : text_(text) {}

    std::string run()
    {
        while (at_ < text_.size()) {
            if (!take_code() && !take_formula() && !take_link() && !take_tag()) take_character();
        }
        return result_;
    }

private:
    /// From one mark to the next of its kind, the marks left out; nothing where there is no other.
    std::string between(const std::string& mark)
    {
        const std::size_t begin = at_ + mark.size();
        const std::size_t end = text_.find(mark, begin);
        if (end == std::string::npos) return "";
        at_ = end + mark.size();
        return text_.substr(begin, end - begin);
    }

    bool take_code()
    {
        if (text_[at_] != '`') return false;
        const std::string code = between("`");
        result_ += code;
        if (code.empty()) ++at_;
        return true;
    }

    /// Both as `$x$` and with backticks inside of the dollars, where GitHub would read marks into a formula.
    bool take_formula()
    {
        if (text_[at_] != '$') return false;
        const std::string tex = between(text_.compare(at_, 2, "$`") == 0 ? "`$" : "$");
        result_ += plain_formula(tex);
        if (tex.empty()) ++at_;
        return true;
    }

    /// Of a link its words stay, of a picture nothing.
    bool take_link()
    {
        const bool is_picture = text_.compare(at_, 2, "![") == 0;
        if (!is_picture && text_[at_] != '[') return false;
        const std::size_t begin = at_ + (is_picture ? 2 : 1);
        const std::size_t middle = text_.find("](", begin);
        const std::size_t end = std::min(text_.find(')', std::min(middle, text_.size())), text_.size());
        if (end == text_.size() || text_.find("\n\n", at_) < middle) return false;
        const std::string words = text_.substr(begin, middle - begin);
        if (words.find('[') != std::string::npos) return false;  // "[0, 1] and [a link](...)": not from here
        if (!is_picture) result_ += Words(words).run();
        at_ = end + 1;
        return true;
    }

    bool take_tag()
    {
        const bool opens = text_[at_] == '<' && at_ + 1 < text_.size();
        if (!opens || (text_[at_ + 1] != '/' && !is_letter(text_[at_ + 1]))) return false;
        const std::size_t end = text_.find('>', at_);
        if (end == std::string::npos) return false;
        at_ = end + 1;
        result_ += ' ';
        return true;
    }

    /// Stars mark what is bold or in italics, except between blanks; a bar stands between the cells of a table.
    void take_character()
    {
        const char c = text_[at_++];
        const bool is_times = c == '*' && at_ < text_.size() && text_[at_] == ' ' && at_ > 1 && text_[at_ - 2] == ' ';
        if (c == '*' && !is_times) return;
        result_ += c == '|' ? ' ' : c;
    }

    const std::string& text_;
    std::string result_;
    std::size_t at_ = 0;
};

/// A text with one blank wherever it had some, and none at its ends.
std::string on_one_line(const std::string& text)
{
    std::string line;
    for (const char c : text) {
        if (!is_space(c)) line += c;
        if (is_space(c) && !line.empty() && line.back() != ' ') line += ' ';
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

}  // namespace

std::vector<Section> sections_of(const std::string& markdown)
{
    std::vector<Section> sections = {{"", "", ""}};
    std::map<std::string, int> seen;  // GitHub counts headings of the same words, from 1
    bool in_block = false;
    for (const std::string& line : catalogue::lines_of(markdown)) {
        if (line.starts_with("```")) in_block = !in_block;
        if (in_block || !line.starts_with("#")) {
            sections.back().text += line + "\n";
            continue;
        }
        const std::string words = line.substr(std::min(line.find_first_not_of("# "), line.size()));
        if (line.starts_with("# ")) {
            sections.back().heading = plain_words(words);
            continue;
        }
        const int earlier = seen[anchor_of(words)]++;
        const std::string count = earlier == 0 ? "" : "-" + std::to_string(earlier);
        sections.push_back({plain_words(words), anchor_of(words) + count, ""});
    }
    return sections;
}

std::string plain_words(const std::string& markdown) { return on_one_line(Words(prose_of(markdown)).run()); }

std::string plain_formula(const std::string& tex)
{
    std::string words;
    for (std::size_t at = 0; at < tex.size();) {
        if (tex[at] == '\\') {
            words += command_at(tex, at);
        } else if (tex.compare(at, 2, "}{") == 0) {
            words += " / ";  // a fraction
            at += 2;
        } else {
            if (tex[at] != '{' && tex[at] != '}') words += tex[at];
            ++at;
        }
    }
    return on_one_line(words);
}

std::vector<std::string> bold_in(const std::string& markdown)
{
    std::vector<std::string> bold;
    const std::string prose = prose_of(markdown);
    const std::string mark = "**";
    for (std::size_t begin = prose.find(mark); begin != std::string::npos; begin = prose.find(mark, begin)) {
        const std::size_t end = prose.find(mark, begin + 2);
        if (end == std::string::npos) break;
        bold.push_back(plain_words(prose.substr(begin + 2, end - begin - 2)));
        begin = end + 2;
    }
    return bold;
}

}  // namespace site
