#include "common/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>
#include <vector>

namespace common
{

namespace
{

// The picture brings its own background, so it reads well on any page; in a dark theme all colours change at once.
// Colours stand in each rule, not in variables, because not every viewer of SVG knows those.
constexpr std::string_view style = R"(<style>
text { font-family: system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
.ink { fill: #1f2328; stroke: #1f2328; } .muted { fill: #59636e; stroke: #59636e; }
.paper { fill: #ffffff; stroke: #ffffff; } .grid { fill: #d1d9e0; stroke: #d1d9e0; }
.query { fill: #0550ae; stroke: #0550ae; } .key { fill: #a63c00; stroke: #a63c00; }
.value { fill: #116329; stroke: #116329; } .accent { fill: #6639ba; stroke: #6639ba; }
.series-1 { fill: #6639ba; stroke: #6639ba; } .series-2 { fill: #a40e26; stroke: #a40e26; }
.series-3 { fill: #0a6570; stroke: #0a6570; } .series-4 { fill: #6a5300; stroke: #6a5300; }
.series-5 { fill: #99286e; stroke: #99286e; } .series-6 { fill: #4b5563; stroke: #4b5563; }
.below { fill: #b07d00; stroke: #b07d00; } .panel { fill: #ffffff; stroke: #d1d9e0; }
.elsewhere { fill: #f6f8fa; stroke: #d1d9e0; } .here { fill: #fff3bf; stroke: #946300; }
@media (prefers-color-scheme: dark) {
  .ink { fill: #f0f6fc; stroke: #f0f6fc; } .muted { fill: #9198a1; stroke: #9198a1; }
  .paper { fill: #151b23; stroke: #151b23; } .grid { fill: #3d444d; stroke: #3d444d; }
  .query { fill: #79c0ff; stroke: #79c0ff; } .key { fill: #ffa657; stroke: #ffa657; }
  .value { fill: #7ee787; stroke: #7ee787; } .accent { fill: #d2a8ff; stroke: #d2a8ff; }
  .series-1 { fill: #d2a8ff; stroke: #d2a8ff; } .series-2 { fill: #ff9492; stroke: #ff9492; }
  .series-3 { fill: #56d4dd; stroke: #56d4dd; } .series-4 { fill: #e3b341; stroke: #e3b341; }
  .series-5 { fill: #f79ac8; stroke: #f79ac8; } .series-6 { fill: #b1bac4; stroke: #b1bac4; }
  .below { fill: #e3b341; stroke: #e3b341; } .panel { fill: #151b23; stroke: #3d444d; }
  .elsewhere { fill: #1c232c; stroke: #3d444d; } .here { fill: #4d3800; stroke: #e3b341; }
}
text[class] { stroke: none; } .strong { font-weight: bold; }
</style>
)";

std::string escaped(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '&') {
            result += "&amp;";
        } else if (c == '<') {
            result += "&lt;";
        } else if (c == '>') {
            result += "&gt;";
        } else {
            result += c;
        }
    }
    return result;
}

/// A piece of a text: on its line, or an index below or an exponent above it.
struct Piece {
    enum class Place { line, below, above };
    Place place;
    std::string words;
};

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_alphanumeric(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// The end of the run of letters and digits that begins at a place.
std::size_t end_of_word(std::string_view text, std::size_t begin)
{
    while (begin < text.size() && is_alphanumeric(text[begin])) ++begin;
    return begin;
}

/// What is raised or lowered by the sign at a place, `_k`, `^T` or `^{..}`, and where it ends; nothing for any other sign.
std::pair<std::string_view, std::size_t> shifted_at(std::string_view text, std::size_t at)
{
    std::size_t base = at;
    while (base > 0 && is_letter(text[base - 1])) --base;
    const bool after_something = at > 0 && (is_alphanumeric(text[at - 1]) || text[at - 1] == ')');
    if (!after_something || at + 1 == text.size() || (text[at] != '_' && text[at] != '^')) return {};
    if (text[at + 1] == '{') {
        const std::size_t close = text.find('}', at);
        if (close == std::string_view::npos) return {};
        return {text.substr(at + 2, close - at - 2), close + 1};
    }
    const std::size_t end = end_of_word(text, at + 1);
    const std::string_view word = text.substr(at + 1, end - at - 1);
    const bool has_letters = std::ranges::any_of(word, is_letter);
    const bool in_a_name = base > 0 && text[base - 1] == '_';
    const bool is_name = text[at] == '_' && ((at - base > 2 && has_letters) || in_a_name);
    return is_name ? std::pair<std::string_view, std::size_t>{} : std::pair{word, end};
}

/// `sqrt(..)` with the sign of a root; its bracket only stays about more than one thing.
std::string with_roots(std::string_view text)
{
    constexpr std::string_view name = "sqrt(";
    std::string result(text);
    for (std::size_t at = result.find(name); at != std::string::npos; at = result.find(name, at)) {
        const std::size_t close = result.find(')', at);
        if (close == std::string::npos) break;
        const std::string inside = result.substr(at + name.size(), close - at - name.size());
        result.replace(at, close + 1 - at, inside.find(' ') == std::string::npos ? "√" + inside : "√(" + inside + ")");
    }
    return result;
}

/// A text taken apart.
std::vector<Piece> pieces_of(std::string_view text)
{
    const std::string marked = with_roots(text);
    std::vector<Piece> pieces;
    const auto add = [&](Piece::Place place, std::string_view words) {
        if (pieces.empty() || pieces.back().place != place) pieces.push_back({place, ""});
        pieces.back().words += words;
    };
    for (std::size_t at = 0; at < marked.size();) {
        const auto [shifted, end] = shifted_at(marked, at);
        if (!shifted.empty()) add(marked[at] == '_' ? Piece::Place::below : Piece::Place::above, shifted);
        if (shifted.empty()) add(Piece::Place::line, std::string_view(marked).substr(at, 1));
        at = shifted.empty() ? at + 1 : end;
    }
    return pieces;
}

/// The size of an index or an exponent: smaller than its line, and still readable.
double shifted_size(double size) { return std::min(size, std::max(0.78 * size, 11.4)); }

/// A text with its mathematics, as the content of an element `text`.
std::string typeset(std::string_view text, double size)
{
    double now = 0;  // how far below its line the text is
    std::string result;
    for (const auto& [place, words] : pieces_of(text)) {
        const double wanted = place == Piece::Place::line    ? 0
                              : place == Piece::Place::below ? 0.24 * size
                                                             : -0.38 * size;
        const std::string dy = fmt::format(" dy=\"{}\"", coordinate(wanted - now));
        if (place != Piece::Place::line)
            result +=
                fmt::format("<tspan{} font-size=\"{}\">{}</tspan>", dy, coordinate(shifted_size(size)), escaped(words));
        else
            result += now == 0 ? escaped(words) : fmt::format("<tspan{}>{}</tspan>", dy, escaped(words));
        now = wanted;
    }
    return result;
}

/// The width of a letter of size 1, in the widest of the fonts that are asked for.
double width_of(char c)
{
    if (std::string_view("ijlI|'").find(c) != std::string_view::npos) return 0.3;
    if (std::string_view(" .,:;!").find(c) != std::string_view::npos) return 0.34;
    if (std::string_view("ftr()[]/-").find(c) != std::string_view::npos) return 0.42;
    if (std::string_view("mwMW@%").find(c) != std::string_view::npos) return 0.98;
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U) return 0;  // the rest of a letter of several bytes
    return std::isupper(static_cast<unsigned char>(c)) != 0 ? 0.72 : 0.63;
}

std::string_view name_of(Anchor anchor)
{
    if (anchor == Anchor::start) return "start";
    return anchor == Anchor::middle ? "middle" : "end";
}

}  // namespace

namespace
{

/// The space at which a line may end, from a place on; not one beside a sign of equality. The end of the text where none is.
std::size_t next_break(std::string_view text, std::size_t from)
{
    std::size_t space = text.find(' ', from);
    while (space < text.size() && (text.substr(space, 2) == " =" || (space > 0 && text[space - 1] == '=')))
        space = text.find(' ', space + 1);
    return std::min(space, text.size());
}

}  // namespace

std::vector<std::string> broken_into_lines(std::string_view text, double width, double size)
{
    std::vector<std::string> lines = {""};
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = next_break(text, at);
        const std::string word(text.substr(at, end - at));
        std::string& line = lines.back();
        if (line.empty())
            line = word;
        else if (text_width(line + " " + word, size) <= width)
            line += " " + word;
        else
            lines.push_back(word);
        at = end + 1;
    }
    return lines;
}

double line_height(double size) { return std::round(1.35 * size); }

double text_width(std::string_view text, double size)
{
    double width = 0;
    for (const Piece& piece : pieces_of(text)) {
        const double each = piece.place == Piece::Place::line ? size : shifted_size(size);
        for (const char c : piece.words) width += width_of(c) * each;
    }
    return width;
}

std::string coordinate(double value)
{
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

Svg::Svg(double width, double height, std::string_view title, std::string_view description)
{
    const std::string w = coordinate(width);
    const std::string h = coordinate(height);
    head_ =
        fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
                    "role=\"img\" aria-labelledby=\"title description\">\n"
                    "<title id=\"title\">{2}</title>\n<desc id=\"description\">{3}</desc>\n",
                    w, h, escaped(title), escaped(description));
    body_ = fmt::format("<rect class=\"panel\" x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"8\"/>\n",
                        coordinate(width - 1), coordinate(height - 1));
}

void Svg::line(double x1, double y1, double x2, double y2, std::string_view kind, double stroke)
{
    body_ += fmt::format("<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke-width=\"{}\"/>\n", kind,
                         coordinate(x1), coordinate(y1), coordinate(x2), coordinate(y2), coordinate(stroke));
}

void Svg::arrow(double x1, double y1, double x2, double y2, std::string_view kind)
{
    constexpr double head_length = 11;
    constexpr double head_width = 4.5;
    const double length = std::hypot(x2 - x1, y2 - y1);
    if (length == 0) return circle(x1, y1, 3, kind);
    const double ux = (x2 - x1) / length;  // along the arrow
    const double uy = (y2 - y1) / length;
    const double neck_x = x2 - head_length * ux;
    const double neck_y = y2 - head_length * uy;
    line(x1, y1, neck_x, neck_y, kind, 2.2);
    body_ += fmt::format("<polygon class=\"{}\" points=\"{},{} {},{} {},{}\"/>\n", kind, coordinate(x2), coordinate(y2),
                         coordinate(neck_x - head_width * uy), coordinate(neck_y + head_width * ux),
                         coordinate(neck_x + head_width * uy), coordinate(neck_y - head_width * ux));
}

void Svg::circle(double x, double y, double radius, std::string_view kind)
{
    body_ += fmt::format("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n", kind, coordinate(x), coordinate(y),
                         coordinate(radius));
}

void Svg::rectangle(double x, double y, double width, double height, std::string_view kind, double opacity)
{
    body_ +=
        fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill-opacity=\"{}\" "
                    "style=\"stroke:none\"/>\n",
                    kind, coordinate(x), coordinate(y), coordinate(width), coordinate(height), coordinate(opacity));
}

void Svg::box(double x, double y, double width, double height, std::string_view kind)
{
    const bool on_map = kind == "here" || kind == "elsewhere";
    body_ += fmt::format(
        "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"6\" stroke-width=\"{}\"{}/>\n", kind,
        coordinate(x), coordinate(y), coordinate(width), coordinate(height), kind == "here" ? "2.5" : "1.5",
        on_map ? "" : " fill-opacity=\"0.1\"");
}

void Svg::hatching(double x, double y, double width, double height, std::string_view kind)
{
    constexpr double step = 7;
    std::string path;
    for (double shift = step; shift < width + height;
         shift += step) {  // from the top or right edge down to the left or bottom
        path += fmt::format("M{},{} L{},{} ", coordinate(x + std::min(shift, width)),
                            coordinate(y + std::max(0.0, shift - width)), coordinate(x + std::max(0.0, shift - height)),
                            coordinate(y + std::min(shift, height)));
    }
    path.erase(path.find_last_not_of(' ') + 1);
    body_ += fmt::format("<path class=\"{}\" d=\"{}\" stroke-width=\"1\" style=\"fill:none\"/>\n", kind, path);
}

void Svg::polygon(std::string_view points, std::string_view kind)
{
    body_ +=
        fmt::format("<polygon class=\"{}\" points=\"{}\" fill-opacity=\"0.12\" stroke-width=\"1.2\"/>\n", kind, points);
}

void Svg::polyline(std::string_view points, std::string_view kind, std::size_t dashes)
{
    constexpr std::array<std::string_view, 6> patterns = {"none", "7 4", "2 3", "10 3 2 3", "12 5", "4 2 1 2"};
    body_ += fmt::format("<polyline class=\"{}\" points=\"{}\" style=\"fill:none\" stroke-width=\"2\" "
                         "stroke-dasharray=\"{}\"/>\n",
                         kind, points, patterns[dashes % patterns.size()]);
}

void Svg::text(double x, double y, std::string_view text, std::string_view kind, Anchor anchor, double size)
{
    body_ += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\">{}</text>\n", kind,
                         coordinate(x), coordinate(y), coordinate(size), name_of(anchor), typeset(text, size));
}

double Svg::paragraph(double x, double y, double width, std::string_view text, std::string_view kind, double size)
{
    y -= line_height(size);
    for (const std::string& line : broken_into_lines(text, width, size))
        this->text(x, y += line_height(size), line, kind, Anchor::start, size);
    return y;
}

std::string Svg::document() const { return head_ + std::string(style) + body_ + "</svg>\n"; }

}  // namespace common
