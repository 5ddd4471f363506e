#include "tests/exercises/check/side_by_side.hpp"

#include "tests/exercises/check/number_format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace check
{

namespace
{

constexpr std::size_t label_width = 6;
constexpr std::size_t room_for_cells = 80 - label_width - 4;

/// A range of rows or columns.
struct Window {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::size_t size() const { return end - begin; }
};

/// The part of `size` that is shown where no more than `room` fits: around a place that matters.
Window window(std::size_t size, std::size_t room, std::size_t place)
{
    if (size <= room) return {0, size};
    const std::size_t begin = std::min(place - std::min(place, room / 2), size - room);
    return {begin, begin + room};
}

/// Two tensors of one shape, laid out in rows and columns; a vector stands upright.
class Grid
{
public:
    Grid(const Pair& pair, const View& view) : pair_(pair), view_(view), format_(format_for(pair, view.tolerance))
    {
        for (const Value* value : {&pair.expected, &pair.actual}) {
            for (const double x : value->cells) cell_width_ = std::max(cell_width_, format_(x).size() + 2);
        }
        std::size_t first = 0;  // the first difference
        while (first + 1 < pair.actual.cells.size() && !differs(first)) ++first;
        const std::size_t room = room_for_cells / (view.secret ? 1 : 2) / (cell_width_ + 1);
        rows_ = window(height(), view.max_lines - 2, first / length());
        columns_ = window(length(), std::max<std::size_t>(room, 1), first % length());
    }

    std::vector<std::string> lines() const
    {
        std::vector<std::string> lines = {line("", title("expected"), title("yours"))};
        for (std::size_t i = rows_.begin; i < rows_.end; ++i) {
            const std::string label = pair_.actual.shape.empty() ? "" : std::to_string(i);
            lines.push_back(line(label, cells(pair_.expected, i, false), cells(pair_.actual, i, true)));
        }
        const bool cut = rows_.size() < height() || columns_.size() < length();
        if (cut) lines.push_back(what_is_shown());
        return lines;
    }

private:
    std::size_t length() const { return pair_.actual.shape.size() < 2 ? 1 : pair_.actual.shape.back(); }
    std::size_t height() const { return pair_.actual.cells.size() / length(); }

    bool differs(std::size_t cell) const
    {
        return !agree(pair_.expected.cells[cell], pair_.actual.cells[cell], view_.tolerance);
    }

    /// The name of a block of cells, with its shape; one space stands where the cells below have their star.
    std::string title(const std::string& whose) const
    {
        return whose + (pair_.actual.shape.empty() ? "" : " " + text_of(pair_.actual.shape)) + " ";
    }

    std::string cells(const Value& value, std::size_t row, bool marked) const
    {
        std::string text;
        for (std::size_t j = columns_.begin; j < columns_.end; ++j) {
            const std::size_t cell = row * length() + j;
            const bool mark = marked && differs(cell);
            const std::string number =
                fmt::format("{:>{}}{}", format_(value.cells[cell]), cell_width_, mark ? '*' : ' ');
            text += mark && view_.colour ? "\033[31m" + number + "\033[0m" : number;
        }
        return text;
    }

    /// Label, expected and actual. The actual cells come last, so that colour codes in them disturb no alignment.
    std::string line(const std::string& label, const std::string& expected, const std::string& actual) const
    {
        const std::size_t cells_width = (cell_width_ + 1) * columns_.size();
        const std::size_t width = std::max(cells_width, title("expected").size());
        const bool is_title = label.empty() && !pair_.actual.shape.empty();
        const std::size_t pad = width - (is_title || actual == title("yours") ? actual.size() : cells_width);
        std::string line = fmt::format("{:>{}}", label, label_width);
        if (!view_.secret) line += fmt::format("{:>{}}  ", expected, width);
        line += std::string(pad, ' ') + actual;
        line.erase(line.find_last_not_of(' ') + 1);
        return line;
    }

    std::string what_is_shown() const
    {
        std::string text =
            fmt::format("{:{}}shown: rows {} to {} of {}", "", label_width, rows_.begin, rows_.end - 1, height());
        if (length() > 1) text += fmt::format(", columns {} to {} of {}", columns_.begin, columns_.end - 1, length());
        return text;
    }

    const Pair& pair_;
    View view_;
    NumberFormat format_;
    std::size_t cell_width_ = 3;
    Window rows_;
    Window columns_;
};

/// A value in one line, for what cannot be laid out cell by cell.
std::string in_a_line(const Value& value)
{
    if (value.kind == Value::Kind::text) return '"' + value.text.substr(0, 60) + '"';
    if (value.kind == Value::Kind::exception) return "throws " + value.name;
    if (value.kind == Value::Kind::parts) {
        std::string names;
        for (const Value& part : value.parts) names += (names.empty() ? "" : " and ") + part.name;
        return names;
    }
    if (value.cells.empty()) return text_of(value.shape) + ", no numbers";
    const NumberFormat format = format_for({value, value}, 0.0);
    std::string text;
    for (std::size_t cell = 0; cell < std::min<std::size_t>(value.cells.size(), 4); ++cell) {
        text += (cell == 0 ? "" : ", ") + format(value.cells[cell]);
    }
    if (value.shape.empty()) return text;
    return fmt::format("{} {}{}", text_of(value.shape), text, value.cells.size() > 4 ? ", ..." : "");
}

/// A text line by line, each in quotation marks, so that spaces at its end are seen.
std::vector<std::string> quoted_lines(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream rest(text);
    for (std::string line; std::getline(rest, line);) lines.push_back('"' + line.substr(0, 28) + '"');
    return lines;
}

/// Two texts of several lines, the differing lines marked.
std::vector<std::string> texts_side_by_side(const Pair& pair, const View& view)
{
    std::vector<std::string> left = quoted_lines(pair.expected.text);
    std::vector<std::string> right = quoted_lines(pair.actual.text);
    left.resize(std::max(left.size(), right.size()));
    right.resize(left.size());
    std::size_t width = 8;
    for (const std::string& line : left) width = std::max(width, line.size());
    const auto row = [&](const std::string& label, const std::string& expected, const std::string& actual) {
        const std::string shown = view.secret ? "" : fmt::format("{:{}}  ", expected, width);
        return fmt::format("{:>{}}  {}{}", label, label_width, shown, actual);
    };
    std::vector<std::string> lines = {row("", "expected", "yours")};
    for (std::size_t i = 0; i < left.size() && lines.size() < view.max_lines; ++i) {
        lines.push_back(row(std::to_string(i), left[i], right[i] + (left[i] == right[i] ? "" : " *")));
    }
    return lines;
}

bool has_lines(const Value& value)
{
    return value.kind == Value::Kind::text && value.text.find('\n') != std::string::npos;
}

bool has_cells(const Value& value) { return value.kind == Value::Kind::numbers || value.kind == Value::Kind::yes_no; }

}  // namespace

std::vector<std::string> side_by_side(const Pair& pair, const View& view)
{
    const bool alike = has_cells(pair.expected) && has_cells(pair.actual) && pair.expected.shape == pair.actual.shape;
    if (alike && !pair.actual.cells.empty()) return Grid(pair, view).lines();
    const bool texts = pair.expected.kind == Value::Kind::text && pair.actual.kind == Value::Kind::text;
    if (texts && (has_lines(pair.expected) || has_lines(pair.actual))) return texts_side_by_side(pair, view);

    std::vector<std::string> lines;
    if (!view.secret) lines.push_back("    expected  " + in_a_line(pair.expected));
    lines.push_back("    yours     " + in_a_line(pair.actual));
    return lines;
}

std::vector<std::string> part_by_part(const Value& value, std::size_t max_lines)
{
    std::size_t width = 0;
    for (const Value& part : value.parts) width = std::max(width, part.name.size());
    std::vector<std::string> lines;
    for (const Value& part : value.parts) {
        if (lines.size() == max_lines) break;
        lines.push_back(fmt::format("    {:{}}  {}", part.name, width, in_a_line(part)));
    }
    return lines;
}

}  // namespace check
