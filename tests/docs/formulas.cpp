#include "tests/docs/formulas.hpp"

#include "tests/files.hpp"

#include <cmark.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <utility>

namespace tests
{

namespace
{

// How a text is marked, be it as written or as handed on, before formulas are looked for in it.
constexpr char code_begins = '\x02';
constexpr char code_ends = '\x03';
constexpr char torn = '\x01';  // emphasis begins or ends, or a link, or HTML: no formula reaches over this

bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

/// A paragraph as it is written, with its code marked.
std::string with_code_marked(std::string text)
{
    for (std::size_t at = text.find('`'); at != std::string::npos; at = text.find('`', at)) {
        const std::size_t ticks = std::min(text.find_first_not_of('`', at), text.size()) - at;
        const std::size_t end = text.find(std::string(ticks, '`'), at + ticks);
        if (end == std::string::npos) break;
        text.replace(end, ticks, 1, code_ends);
        text.replace(at, ticks, 1, code_begins);
        at = end - ticks + 2;
    }
    return text;
}

/// Where the formula ends that a dollar begins: at the dollar that closes it, or nowhere.
std::size_t end_of_formula(const std::string& text, std::size_t dollar)
{
    if (text.compare(dollar + 1, 1, {code_begins}) != 0) return text.find('$', dollar + 1);
    const std::size_t end = text.find(code_ends, dollar);
    return text.compare(end, 2, {code_ends, '$'}) == 0 ? end + 1 : std::string::npos;
}

/// The formulas of a paragraph with its code marked.
std::vector<Formula> formulas_in(const std::string& text, std::size_t line)
{
    std::vector<Formula> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == code_begins) at = std::min(text.find(code_ends, at), text.size() - 1);
        const std::size_t end = text[at] == '$' ? end_of_formula(text, at) : std::string::npos;
        if (end == std::string::npos) continue;
        const bool is_plain = text[at + 1] != code_begins;
        const std::size_t inset = is_plain ? 1 : 2;
        const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.begin() + std::ptrdiff_t(at), '\n'));
        found.push_back({text.substr(at + inset, end - at - 2 * inset + 1), line + lines, is_plain,
                         at == 0 ? "" : text.substr(at - 1, 1), text.substr(end + 1, 1)});
        at = end;
    }
    return found;
}

/// Walks down a page, from paragraph to paragraph and from block to block.
class Reading
{
public:
    std::vector<Formula> run(const std::string& page)
    {
        for (const std::string& line : lines_of(page)) take(line);
        end_paragraph();
        return std::move(found_);
    }

private:
    void take(const std::string& line)
    {
        ++number_;
        const std::string words = line.substr(std::min(line.find_first_not_of(' '), line.size()));
        if (words.starts_with("```")) {
            end_paragraph();
            if (!in_block_ && words == "```math") found_.push_back({"", number_, false, "", ""});
            in_math_ = !in_block_ && words == "```math";
            in_block_ = !in_block_;
        } else if (in_math_) {
            found_.back().tex += words + "\n";
        } else if (!in_block_) {
            if (words.empty()) end_paragraph();
            if (!words.empty() && paragraph_.empty()) begin_ = number_;
            if (!words.empty()) paragraph_ += line + "\n";
        }
    }

    void end_paragraph()
    {
        for (Formula& formula : formulas_in(with_code_marked(paragraph_), begin_)) found_.push_back(std::move(formula));
        paragraph_.clear();
    }

    std::vector<Formula> found_;
    std::string paragraph_;
    std::size_t number_ = 0;  // of the line
    std::size_t begin_ = 0;   // of the paragraph
    bool in_block_ = false;
    bool in_math_ = false;
};

/// A CommonMark node, as text in which formulas can be looked for.
std::string marked(cmark_node* node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT: return cmark_node_get_literal(node);
    case CMARK_NODE_CODE: return code_begins + std::string(cmark_node_get_literal(node)) + code_ends;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK: return "\n";
    default: return {torn};
    }
}

/// What stands against a formula by the characters around it, or nothing.
std::string trouble_around(const Formula& formula)
{
    const char before = formula.before.empty() ? ' ' : formula.before[0];
    const char after = formula.after.empty() ? ' ' : formula.after[0];
    const bool before_word = std::isalnum(static_cast<unsigned char>(after)) != 0;
    if (formula.is_plain && (!is_blank(before) || before_word)) return "needs blanks around it, or backticks: $`...`$";
    if (std::isalpha(static_cast<unsigned char>(before)) != 0) return "stands directly after a word";
    return "";
}

/// What stands against a formula by itself, or nothing.
std::string trouble_with(const Formula& formula, const std::string& line)
{
    const bool is_inline = !formula.tex.ends_with('\n');
    if (formula.tex.empty()) return "is empty: a formula of its own is fenced by ```math";
    if (is_inline && formula.tex.find('\n') != std::string::npos) return "goes over the end of a line";
    if (line.starts_with("|") && formula.tex.find('|') != std::string::npos) return "would end the cell of a table";
    return trouble_around(formula);
}

}  // namespace

std::vector<Formula> formulas_of(const std::string& page) { return Reading().run(page); }

std::vector<std::string> formulas_handed_on(const std::string& page)
{
    const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document(
        cmark_parse_document(page.c_str(), page.size(), CMARK_OPT_DEFAULT), cmark_node_free);
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(document.get()), cmark_iter_free);
    std::vector<std::string> found;
    std::string paragraph;
    while (cmark_iter_next(walk.get()) != CMARK_EVENT_DONE) {
        cmark_node* node = cmark_iter_get_node(walk.get());
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_CODE_BLOCK && cmark_node_get_fence_info(node) == std::string("math"))
            found.emplace_back(cmark_node_get_literal(node));
        if (type >= CMARK_NODE_FIRST_INLINE) {
            paragraph += marked(node);
            continue;
        }
        for (const Formula& formula : formulas_in(paragraph, 0)) found.push_back(formula.tex);
        paragraph.clear();
    }
    return found;
}

std::vector<std::string> changed_formulas(const std::string& page)
{
    const std::vector<Formula> written = formulas_of(page);
    const std::vector<std::string> handed_on = formulas_handed_on(page);
    const std::vector<std::string> lines = lines_of(page);
    std::vector<std::string> found;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const std::string here = "line " + std::to_string(written[i].line) + ": " + written[i].tex + " ";
        const std::string trouble = trouble_with(written[i], lines.at(written[i].line - 1));
        if (!trouble.empty()) found.push_back(here + trouble);
        const std::string handed = i < handed_on.size() ? handed_on[i] : "nothing";
        if (handed != written[i].tex) {
            found.push_back(here + "becomes " + handed);
            if (written.size() != handed_on.size()) break;  // what comes after it would be compared with something else
        }
    }
    if (handed_on.size() > written.size()) found.push_back("out of no formula comes " + handed_on.back());
    return found;
}

}  // namespace tests
