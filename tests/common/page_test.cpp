#include "common/page.hpp"
#include "common/scene.hpp"
#include "common/tensor.hpp"

#include "tests/catch.hpp"

#include <cstddef>
#include <limits>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

using common::Item;
using common::Matrix;
using common::Page;
using common::Scene;
using common::Vector;

namespace
{

using Numbers = std::vector<double>;
using Texts = std::vector<std::string>;

/// A page on which one control was moved.
Page page_with(const std::string& key, common::Field value)
{
    return Page({Item("settings").with(key, std::move(value))});
}

Numbers numbers_of(const Item& item, const std::string& name) { return std::get<Numbers>(*item.find(name)); }

}  // namespace

TEST_CASE("a scene comes out as it went in")
{
    const double infinity = std::numeric_limits<double>::infinity();
    const Scene scene = {Item("say").with("text", "a √ in it").with("numbers", Numbers{0.1, -infinity}),
                         Item("grid").with("rows", Texts{"", "two words"}).with("values", Numbers{}), Item("")};
    const std::string bytes = common::encoded(scene);
    const Scene back = common::decoded(bytes);
    REQUIRE(back.size() == 3);
    CHECK(back[0].kind() == "say");
    CHECK(std::get<std::string>(*back[0].find("text")) == "a √ in it");
    CHECK(numbers_of(back[0], "numbers") == Numbers{0.1, -infinity});
    CHECK(std::get<Texts>(*back[1].find("rows")) == Texts{"", "two words"});
    CHECK(numbers_of(back[1], "values").empty());
    CHECK(back[2].fields().empty());
    CHECK(common::encoded(back) == bytes);
}

TEST_CASE("bytes that end too soon are refused")
{
    const std::string bytes = common::encoded({Item("say").with("numbers", Numbers{1, 2})});
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK_THROWS_AS(common::decoded(bytes.substr(0, size)), std::invalid_argument);
}

TEST_CASE("a control that nobody moved is where it starts")
{
    Page page;
    CHECK(page.slider("beta", "", {.from = -4, .to = 10, .step = 1, .start = 1}) == 1);
    CHECK(page.choice("which", "", {"a", "b"}, 1) == 1);
    CHECK(page.toggle("on", "", true));
    CHECK((page.entries("W", "", Matrix{{1, 2}}, {.from = 0, .to = 9}) == Matrix{{1, 2}}));
    CHECK((page.point("q", "", Vector{1, 2}, {.from = 0, .to = 9}) == Vector{1, 2}));
    CHECK((page.presses("order", "", {"a", "b"}, true, {1}) == std::vector<std::size_t>{1}));
    CHECK(page.text("words", "", "the bank") == "the bank");
    CHECK(page.steps("learn", "", 10, 100) == 0);
    CHECK(page.scene().size() == 8);
}

TEST_CASE("a control is where it was moved to, and never outside its range")
{
    const common::Range range{.from = -4, .to = 10, .step = 1, .start = 1};
    CHECK(page_with("beta", Numbers{3}).slider("beta", "", range) == 3);
    CHECK(page_with("beta", Numbers{99}).slider("beta", "", range) == 10);
    CHECK(page_with("beta", Numbers{std::numeric_limits<double>::quiet_NaN()}).slider("beta", "", range) == -4);
    CHECK(page_with("which", Numbers{7}).choice("which", "", {"a", "b"}) == 1);
    CHECK((page_with("W", Numbers{3, 99}).entries("W", "", Matrix{{1, 2}}, range) == Matrix{{3, 10}}));
    CHECK((page_with("c", Numbers{-1, 5}).cell("c", 2, 3) == std::pair<std::size_t, std::size_t>{0, 2}));
    CHECK(page_with("order", Numbers{1, 1, 0}).presses("order", "", {"a", "b"}, true) ==
          std::vector<std::size_t>{1, 0});
}

TEST_CASE("a setting of another form than the control's is as good as none")
{
    const common::Range range{.from = -4, .to = 10, .step = 1, .start = 1};
    CHECK(page_with("beta", Numbers{3, 4}).slider("beta", "", range) == 1);
    CHECK(page_with("beta", std::string("3")).slider("beta", "", range) == 1);
    CHECK((page_with("W", Numbers{3}).entries("W", "", Matrix{{1, 2}}, range) == Matrix{{1, 2}}));
    CHECK(page_with("words", Numbers{3}).text("words", "", "bank") == "bank");
}

TEST_CASE("steps begin anew when something else is played")
{
    CHECK(page_with("learn", Numbers{20, 1}).steps("learn", "", 10, 100, 1) == 20);
    CHECK(page_with("learn", Numbers{20, 1}).steps("learn", "", 10, 100, 2) == 0);
    CHECK(page_with("learn", Numbers{900, 1}).steps("learn", "", 10, 100, 1) == 100);
}

TEST_CASE("columns begin and end where the page says so")
{
    Page page;
    page.column();
    page.say({.text = "left"});
    page.column();
    page.across();
    std::vector<std::string> kinds;
    for (const common::Item& item : page.scene()) kinds.push_back(item.kind());
    CHECK(kinds == std::vector<std::string>{"column", "say", "column", "across"});
}

TEST_CASE("each column of a grid may have decimals of its own")
{
    Page page;
    page.show(common::Grid{.caption = "", .values = Matrix{{1, 2}}, .decimals = 2});
    page.show(common::Grid{.caption = "", .values = Matrix{{1, 2}}, .decimals_of = {0, 3}});
    CHECK(std::get<Numbers>(*page.scene()[0].find("cell_decimals")) == Numbers{2});
    CHECK(std::get<Numbers>(*page.scene()[1].find("cell_decimals")) == Numbers{0, 3});
    CHECK_THROWS_AS(page.show(common::Grid{.caption = "", .values = Matrix{{1, 2}}, .decimals_of = {3}}),
                    std::invalid_argument);
}

TEST_CASE("what has names for another number of rows is not shown")
{
    Page page;
    CHECK_THROWS_AS(page.show(common::Grid{.caption = "", .values = Matrix{{1, 2}}, .rows = {"a", "b"}}),
                    std::invalid_argument);
    CHECK_THROWS_AS(page.show(common::Bars{.caption = "", .labels = {"a"}, .values = Vector{1, 2}}),
                    std::invalid_argument);
}
