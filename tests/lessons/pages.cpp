#include "tests/lessons/pages.hpp"

#include "common/catalogue/pattern.hpp"
#include "tests/files.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>

namespace tests
{

namespace
{

std::string complaint(const std::filesystem::path& page, std::size_t line, const std::string& what)
{
    return page.filename().string() + ":" + std::to_string(line) + ": " + what;
}

/// Whether a text contains some lines as whole lines, one after the other.
bool contains_lines(const std::string& text, const std::string& lines)
{
    return ("\n" + text).find("\n" + lines) != std::string::npos;
}

/// The targets of a text's links.
std::vector<std::string> links_of(const std::string& text)
{
    return catalogue::all_that_fit(text, R"(\]\(([^)\s]+)\))");
}

std::string last_link(const std::string& line)
{
    const std::vector<std::string> links = links_of(line);
    return links.empty() ? "" : links.back();
}

/// Whether a file is what a chapter's program prints: its output.txt, or a transcript of a longer run in the same folder.
bool is_printed(const std::filesystem::path& file, const std::filesystem::path& page)
{
    return file.extension() == ".txt" && file.parent_path() == page.parent_path();
}

/// Whether a number stands in a text with no digit, point or comma grown onto it.
bool stands_in(const std::string& number, const std::string& text)
{
    const auto grows = [&](std::size_t at) {
        return at < text.size() && std::isdigit(static_cast<unsigned char>(text[at])) != 0;
    };
    for (std::size_t at = text.find(number); at != std::string::npos; at = text.find(number, at + 1)) {
        const bool begins = at == 0 || (!grows(at - 1) && text[at - 1] != '.');
        if (begins && !grows(at + number.size())) return true;
    }
    return false;
}

/// The pieces of a sheet of formulas: each begins with the link of its lesson, in bold, and ends at the next or at a heading.
std::vector<std::string> pieces_of(const std::string& sheet)
{
    std::vector<std::string> pieces;
    bool inside = false;
    for (const std::string& line : lines_of(sheet)) {
        const bool begins = line.starts_with("**[");
        if (begins) pieces.emplace_back();
        inside = begins || (inside && !line.starts_with("## "));
        if (inside) pieces.back() += line + "\n";
    }
    return pieces;
}

std::vector<std::string> anchors_of(const std::string& page)
{
    std::vector<std::string> anchors;
    bool in_block = false;
    for (const std::string& line : lines_of(page)) {
        if (line.starts_with("```")) in_block = !in_block;
        if (!in_block && line.starts_with("#")) anchors.push_back(anchor_of(line.substr(line.find_first_not_of("# "))));
    }
    return anchors;
}

}  // namespace

std::vector<Block> blocks_of(const std::string& page)
{
    std::vector<Block> blocks;
    std::string above;  // the nearest line above with something in it
    bool inside = false;
    std::size_t number = 0;
    for (const std::string& line : lines_of(page)) {
        ++number;
        if (line.starts_with("```")) {
            if (!inside) blocks.push_back({line.substr(3), "", last_link(above), number});
            inside = !inside;
        } else if (inside) {
            blocks.back().text += line + "\n";
        } else if (!line.empty()) {
            above = line;
        }
    }
    return blocks;
}

std::string prose_of(const std::string& page)
{
    std::string prose;
    bool inside = false;
    bool is_prose = true;
    for (const std::string& line : lines_of(page)) {
        if (line.starts_with("```")) {
            is_prose = inside || line == "```math";
            inside = !inside;
        } else if (is_prose) {
            prose += line + "\n";
        }
    }
    return catalogue::replaced(catalogue::replaced(prose, R"(\$`([^`\n]*)`\$)", "$$$1$$"), "`[^`\n]*`", "");
}

std::vector<std::string> drifted_blocks(const std::filesystem::path& page)
{
    std::vector<std::string> found;
    for (const Block& block : blocks_of(read(page))) {
        if (block.language == "math") continue;                            // it is on the page alone
        if (block.language == "sh" || block.language == "yaml") continue;  // they are not ours to run
        const std::filesystem::path file = page.parent_path() / block.link;
        if (block.language != "cpp" && block.language != "text") {
            found.push_back(
                complaint(page, block.line, "a block is cpp, text, math, sh or yaml, not '" + block.language + "'"));
        } else if (block.link.empty() || !std::filesystem::is_regular_file(file)) {
            found.push_back(complaint(page, block.line, "the line above the block links no file it is from"));
        } else if (block.language == "text" && !is_printed(file, page)) {
            found.push_back(complaint(page, block.line, "a text block is from output.txt, or a transcript beside it"));
        } else if (!contains_lines(read(file), block.text)) {
            found.push_back(complaint(page, block.line, "the block does not stand in " + block.link));
        }
    }
    return found;
}

std::vector<std::string> unfounded_numbers(const std::filesystem::path& page, const std::string& output)
{
    const std::string text = read(page);
    std::string sources = output;
    for (const Block& block : blocks_of(text)) sources += block.text;
    // A thousands comma may be written {,} in a formula, so that TeX sets no space after it.
    const std::string unlinked = catalogue::replaced(prose_of(text), R"(\]\([^)]*\))", "]");
    const std::string prose = catalogue::replaced(unlinked, R"(\{,\})", ",");
    std::vector<std::string> found;
    for (const std::string& written : catalogue::all_that_fit(prose, R"((\d[\d,]*\.\d+|\d{1,3}(?:,\d{3})+))")) {
        if (!stands_in(written, sources)) found.push_back(page.parent_path().filename().string() + ": " + written);
    }
    return found;
}

std::vector<std::string> quoted_marks(const std::filesystem::path& page)
{
    std::vector<std::string> found;
    bool quoted = false;
    std::string since;
    for (const std::string& line : lines_of(prose_of(read(page)))) {
        if (line.empty()) quoted = false;  // quotes do not run over the end of a paragraph
        for (const char c : line) {
            if (c == '"') {
                if (quoted && since.find_first_of("$*") != std::string::npos)
                    found.push_back(page.string() + ": " + since);
                quoted = !quoted;
                since.clear();
            } else {
                since += c;
            }
        }
        since += ' ';
    }
    return found;
}

std::vector<std::string> strayed_formulas(const std::filesystem::path& sheet)
{
    std::vector<std::string> found;
    for (const std::string& piece : pieces_of(read(sheet))) {
        const std::string lesson = prose_of(read(sheet.parent_path() / links_of(piece).at(0)));
        for (const Block& block : blocks_of(piece))
            if (!contains_lines(lesson, block.text)) found.push_back(block.text);
        for (const std::string& formula : catalogue::all_that_fit(prose_of(piece), R"(\$[^$]+\$)"))
            if (!contains(lesson, formula)) found.push_back(formula);
    }
    return found;
}

std::vector<std::string> broken_links(const std::filesystem::path& page)
{
    std::vector<std::string> found;
    for (const std::string& target : links_of(prose_of(read(page)))) {
        if (target.starts_with("http")) continue;
        const std::size_t hash = target.find('#');
        const std::string file = target.substr(0, hash);
        const std::filesystem::path path = file.empty() ? page : page.parent_path() / file;
        if (!std::filesystem::exists(path)) {
            found.push_back(page.string() + ": " + target);
            continue;
        }
        if (hash == std::string::npos) continue;
        const std::vector<std::string> anchors = anchors_of(read(path));
        const bool there = std::ranges::find(anchors, target.substr(hash + 1)) != anchors.end();
        if (!there) found.push_back(page.string() + ": " + target);
    }
    return found;
}

std::string anchor_of(const std::string& heading)
{
    std::string anchor;
    for (const char c : heading) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '-' || c == '_' || byte >= 0x80)
            anchor += static_cast<char>(std::tolower(byte));
        if (c == ' ') anchor += '-';
    }
    return anchor;
}

}  // namespace tests
