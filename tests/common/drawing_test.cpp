// Drawings in characters and as SVG: bars, heat maps, arrows, curves, and where a program puts its pictures.

#include "common/bars.hpp"
#include "common/heat_map.hpp"
#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/plane.hpp"
#include "common/plot.hpp"
#include "common/svg.hpp"
#include "common/tensor.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace
{

std::size_t count(const std::string& text, const std::string& part)
{
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("bars are in proportion: twice the number, twice the length")
{
    const std::vector<std::string> lines =
        tests::lines_of(common::bars({"a", "b", "c", "d"}, {1, 0.5, 0, tests::not_a_number}, 1.0, 2));
    CHECK(count(lines[0], "█") == 40);
    CHECK(count(lines[1], "█") == 20);
    CHECK(count(lines[2], "█") == 0);
    CHECK(lines[1].ends_with("0.50"));
    CHECK(lines[3].ends_with("nan"));
    CHECK_THROWS_AS(common::bars({"a"}, {1, 2}), std::invalid_argument);
}

TEST_CASE("a heat map shades each cell and says which way it is to be read")
{
    const common::HeatMap map{.title = "A map",
                              .description = "Dark on the left.",
                              .values = {{1, 0}, {0.5, 0.25}},
                              .rows = {"first", "second"},
                              .columns = {"x", "y"}};
    const std::vector<std::string> lines = tests::lines_of(map.text());
    CHECK(lines[0].find("keys") != std::string::npos);
    CHECK(lines[1].find("queries") != std::string::npos);
    CHECK(lines[2] == "  first    ███100       0");
    CHECK(lines[3] == "  second   ▒▒▒ 50  ░░░ 25");
    CHECK(count(map.svg(), "fill-opacity=\"1\"") == 1);
    CHECK(count(map.svg(), ">0.25<") == 1);

    common::HeatMap unnamed = map;
    unnamed.rows.pop_back();
    CHECK_THROWS_AS(unnamed.text(), std::invalid_argument);
    CHECK_THROWS_AS(unnamed.svg(), std::invalid_argument);
}

TEST_CASE("a cell that may not be seen is hatched, and does not look like a weight of 0")
{
    common::HeatMap map{.title = "A map",
                        .description = "One of two may be seen.",
                        .values = {{1, 0}},
                        .rows = {"q"},
                        .columns = {"x", "y"},
                        .masked = {{false, true}}};
    CHECK(tests::lines_of(map.text())[2] == "  q        ███100  //////");
    CHECK(count(map.svg(), "<path ") == 1);
    CHECK(count(map.svg(), ">0.00<") == 0);
    map.masked = {{false, false}};
    CHECK(count(map.svg(), "<path ") == 0);
    CHECK(count(map.svg(), ">0.00<") == 1);
    map.masked = {{true}};
    CHECK_THROWS_AS(map.svg(), std::invalid_argument);
}

TEST_CASE("hatching keeps to its rectangle")
{
    common::Svg svg(100, 100, "t", "d");
    svg.hatching(10, 20, 30, 40);
    const std::string path = svg.document();
    std::size_t at = path.find(" d=\"");
    for (std::size_t corner = path.find_first_of("ML", at); corner < path.find('"', at + 4);
         corner = path.find_first_of("ML", corner + 1)) {
        std::size_t length = 0;
        const double x = std::stod(path.substr(corner + 1), &length);
        const double y = std::stod(path.substr(corner + 2 + length));
        CHECK((x >= 10 && x <= 40 && y >= 20 && y <= 60));
    }
}

TEST_CASE("the map of the way lights the boxes it is told to")
{
    const std::string none = common::map_svg({}, "nowhere yet");
    CHECK(count(none, "class=\"elsewhere\"") == 6);
    const std::string two = common::map_svg({common::Step::roles, common::Step::output}, "from <here> to there");
    CHECK(count(two, "class=\"here\"") == 2);
    CHECK(count(two, "class=\"elsewhere\"") == 4);
    CHECK(count(two, "You are here: Q, K, V, output") == 1);
    CHECK(count(two, "from &lt;here&gt; to there</text>") == 1);
    CHECK(count(none, "width=\"400\"") == 1);  // readable on a telephone
}

TEST_CASE("arrows may start anywhere, and take the colour they are given")
{
    const common::Plane plane{.title = "A plane",
                              .description = "Two arrows.",
                              .arrows = {{.label = "q", .x = 1, .y = 1, .kind = "query"},
                                         {.label = "moved", .x = 3, .y = 0, .kind = "", .from_x = 1, .from_y = 1}},
                              .x_title = "water",
                              .y_title = "money"};
    const std::string svg = plane.svg();
    CHECK(count(svg, "<polygon class=\"query\"") == 1);
    CHECK(count(svg, "<polygon class=\"series-2\"") == 1);
    CHECK(count(svg, ">water<") == 1);
    CHECK(count(svg, ">money<") == 1);
    const auto start_of = [&](const std::string& kind) {
        const std::size_t at = svg.find("<line class=\"" + kind + "\"");
        return svg.substr(at, svg.find("x2=", at) - at).substr(std::string("<line class=\"" + kind).size());
    };
    CHECK(start_of("query") != start_of("series-2"));
}

TEST_CASE("a label keeps clear of arrows, and of the sides of an outline")
{
    // How far the label of the one point, whose circle is the last, is below it.
    const auto below = [](const common::Plane& plane) {
        const std::string svg = plane.svg();
        const auto number_at = [&](std::size_t place) { return std::stod(svg.substr(svg.find('"', place) + 1)); };
        return number_at(svg.find(" y=", svg.rfind("<text", svg.find(">here<")))) - number_at(svg.rfind(" cy="));
    };
    common::Plane plane{.title = "A plane",
                        .description = "A point.",
                        .points = {{.label = "far", .x = 6}, {.label = "here", .x = 1, .y = 1}}};
    CHECK(below(plane) < 0);
    SECTION("an arrow")
    {
        plane.arrows = {{.label = "through it", .x = 2, .y = 2}};
        CHECK(below(plane) > 0);
    }
    SECTION("the side of an outline")
    {
        plane.outline = {{.label = "a", .x = 0.2, .y = 0.2}, {.label = "b", .x = 3, .y = 3}, {.label = "c", .x = 3}};
        CHECK(below(plane) > 0);
    }
}

TEST_CASE("a plane shows its arrows, points and corners where they are")
{
    const common::Plane plane{
        .title = "A plane", .description = "Two arrows.", .arrows = {{"east", 1, 0}, {"north", 0, 1}}};
    const std::vector<std::string> lines = tests::lines_of(plane.text());
    const auto line_with = [&](const std::string& part) {
        return std::find_if(lines.begin(), lines.end(),
                            [&](const auto& line) { return line.find(part) != std::string::npos; });
    };
    CHECK(line_with("north") < line_with("east"));
    CHECK(count(plane.svg(), "<polygon") == 2);
    CHECK(count(plane.svg(), ">north<") == 1);
}

TEST_CASE("a plot puts each point where its axes say")
{
    common::Plot plot{.title = "A plot", .description = "It rises.", .x_title = "n", .y_title = "time"};
    plot.curves = {{"up", {1, 10, 100}, {1, 100, 10000}}, {"gap", {1, 10, 100}, {2, tests::not_a_number, 2}}};
    plot.log_x = true;
    plot.log_y = true;
    const std::string text = plot.text();
    CHECK(count(text, "A") >= 3);
    CHECK(count(text, "B gap") == 1);
    for (const auto& line : tests::lines_of(text)) CHECK(line.size() <= 80);
    // In logarithmic axes a power law is a straight line: the middle point lies half-way between the others.
    CHECK(count(plot.svg(), "56,304 216,184 376,64") == 1);
}

TEST_CASE("a plot in characters is as high as it is asked to be")
{
    common::Plot plot{
        .title = "t", .description = "d", .x_title = "x", .y_title = "y", .curves = {{"c", {0, 1}, {0, 1}}}};
    CHECK(tests::lines_of(plot.text()).size() == 22);
    plot.text_rows = 5;
    CHECK(tests::lines_of(plot.text()).size() == 10);
}

TEST_CASE("words with signs of XML in them stay words")
{
    common::Svg svg(10, 10, "a < b", "a & b");
    svg.text(1, 1, "<q>");
    CHECK(svg.document().find("<title id=\"title\">a &lt; b</title>") != std::string::npos);
    CHECK(svg.document().find("a &amp; b</desc>") != std::string::npos);
    CHECK(svg.document().find(">&lt;q&gt;<") != std::string::npos);
}

namespace
{

/// The content of a text of size 20 in an SVG.
std::string typeset(const std::string& text)
{
    common::Svg svg(10, 10, "t", "d");
    svg.text(0, 0, text, "ink", common::Anchor::start, 20);
    const std::string document = svg.document();
    const std::size_t begin = document.find('>', document.find("<text")) + 1;
    return document.substr(begin, document.find("</text>") - begin);
}

}  // namespace

TEST_CASE("mathematics in a text is set as mathematics, and what comes after it is on the line again")
{
    const std::string low = R"(<tspan dy="4.8" font-size="15.6">)";
    const std::string high = R"(<tspan dy="-7.6" font-size="15.6">)";
    CHECK(typeset("d_k") == "d" + low + "k</tspan>");
    CHECK(typeset("(n, d_k) x") == "(n, d" + low + R"(k</tspan><tspan dy="-4.8">) x</tspan>)");
    CHECK(typeset("Q K^T") == "Q K" + high + "T</tspan>");
    CHECK(typeset("2^{10} < 4") == "2" + high + R"(10</tspan><tspan dy="7.6"> &lt; 4</tspan>)");
    CHECK(typeset("x_{i j}") == "x" + low + "i j</tspan>");
    CHECK(typeset("head_1") == "head" + low + "1</tspan>");
    CHECK(typeset("dW_Q^T") == "dW" + low + R"(Q</tspan><tspan dy="-12.4" font-size="15.6">T</tspan>)");
    CHECK(typeset("1 / sqrt(d_k)") == "1 / √d" + low + "k</tspan>");
    CHECK(typeset("sqrt(a + b)") == "√(a + b)");
}

TEST_CASE("what only looks like mathematics stays as it is")
{
    for (const std::string words : {"row_by_row", "a_", "_a", "x _ y", "^", "K^", "sqrt(a", "x^{2"})
        CHECK(typeset(words) == words);
}

TEST_CASE("an index is never set too small to read")
{
    common::Svg svg(10, 10, "t", "d");
    svg.text(0, 0, "d_k", "ink", common::Anchor::start, 12);
    CHECK(count(svg.document(), "font-size=\"11.4\"") == 1);
}

TEST_CASE("a text is measured as it is set")
{
    CHECK(common::text_width("mm", 10) == 2 * common::text_width("m", 10));
    CHECK(common::text_width("i", 10) < common::text_width("m", 10));
    CHECK(common::text_width("é", 10) == common::text_width("e", 10));
    CHECK(common::text_width("d_k", 20) < common::text_width("dk", 20));
}

TEST_CASE("a paragraph breaks between words, not beside a sign of equality")
{
    const auto lines = [](const std::string& text, double width) { return common::broken_into_lines(text, width, 10); };
    CHECK(lines("some words", 1000) == std::vector<std::string>{"some words"});
    CHECK(lines("some words", 20) == std::vector<std::string>{"some", "words"});
    CHECK(lines("with m = 10", 40) == std::vector<std::string>{"with", "m = 10"});
    for (const std::string& line : lines("a longer text of a good many words", 60))
        CHECK(common::text_width(line, 10) <= 60);
    common::Svg svg(10, 10, "t", "d");
    CHECK(svg.paragraph(5, 30, 20, "some words", "ink", 10) == 44);
    CHECK(count(svg.document(), "<text") == 2);
}

TEST_CASE("a two-sided heat map has a colour for what is negative, and a scale")
{
    common::HeatMap map{.title = "A map",
                        .description = "One negative, one positive.",
                        .values = {{-1, 1}},
                        .rows = {"r"},
                        .columns = {"x", "y"}};
    CHECK(count(map.svg(), "class=\"below\"") == 0);
    map.two_sided = true;
    const std::string svg = map.svg();
    CHECK(count(svg, "class=\"below\"") == 5);   // a cell, and the negative half of the scale
    CHECK(count(svg, "class=\"accent\"") == 6);  // a cell, and the other half with its middle
    CHECK(count(svg, ">-1<") == 1);
}

TEST_CASE("a heat map fits a telephone as long as its cells can hold their numbers")
{
    const auto width = [](std::size_t columns, int decimals) {
        const common::HeatMap map{.title = "A map",
                                  .description = "Cells.",
                                  .values = xt::zeros<double>({std::size_t{1}, columns}),
                                  .rows = {"r"},
                                  .columns = std::vector<std::string>(columns, "x"),
                                  .decimals = decimals};
        const std::string svg = map.svg();
        return std::stod(svg.substr(svg.find("width=\"") + 7));
    };
    CHECK(width(8, 2) <= 424);
    CHECK(width(16, 0) <= 424);
    CHECK(width(16, 2) > 424);  // to be scrolled
}

TEST_CASE("the names of curves take as many lines as they need")
{
    common::Plot plot{.title = "t", .description = "d", .x_title = "x", .y_title = "y"};
    for (int c = 0; c < 6; ++c) plot.curves.push_back({"a curve with a long name", {0, 1}, {0, 1}});
    const std::string svg = plot.svg();
    CHECK(count(svg, "width=\"400\" height=\"502\"") == 1);
    CHECK(count(svg, ">a curve with a long name<") == 6);
}

TEST_CASE("coordinates are as short as two decimals allow")
{
    CHECK(common::coordinate(1.0) == "1");
    CHECK(common::coordinate(0.255) == "0.26");
    CHECK(common::coordinate(-0.001) == "0");
    CHECK(common::coordinate(100) == "100");
}

TEST_CASE("pictures go where they are told to, or nowhere")
{
    const tests::TemporaryFolder folder;
    const std::string into = (folder.path() / "new").string();
    const std::array<const char*, 3> with = {"program", "--pictures", into.c_str()};
    const std::array<const char*, 1> without = {"program"};
    common::Pictures(1, without.data()).save("a.svg", "<svg/>");
    CHECK(!std::filesystem::exists(folder.path() / "new"));
    common::Pictures(3, with.data()).save("a.svg", "<svg/>");
    CHECK(tests::read(folder.path() / "new" / "a.svg") == "<svg/>");
}

TEST_CASE("a picture that cannot be written is an error")
{
    const std::array<const char*, 3> arguments = {"program", "--pictures", "/proc/nowhere"};
    CHECK_THROWS(common::Pictures(3, arguments.data()).save("a.svg", "<svg/>"));
}
