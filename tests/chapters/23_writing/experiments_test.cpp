#include "23_writing/by_hand.hpp"
#include "23_writing/checked.hpp"
#include "23_writing/growing.hpp"
#include "23_writing/lessons.hpp"
#include "23_writing/model/bits.hpp"
#include "23_writing/model/training.hpp"
#include "23_writing/model/writer.hpp"
#include "23_writing/rivals.hpp"
#include "23_writing/text/tables.hpp"

#include "tests/catch.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace attention;

namespace
{

WriterRecipe tiny_recipe()
{
    WriterRecipe recipe;
    recipe.shape = {.vocabulary = 256, .length = 8, .d_model = 8, .heads = 2, .layers = 1, .d_hidden = 8};
    recipe.steps = 8;
    recipe.batch = 2;
    return recipe;
}

}  // namespace

TEST_CASE("half a block, by pencil: a yes is let through, and a no is hardly heard")
{
    const RowByHand row = row_by_hand({{7, 1}});
    const double yes = 1.2 / (1 + std::exp(-1.702 * 1.2));
    const double no = -1.2 / (1 + std::exp(1.702 * 1.2));
    CHECK_THAT(row.normed.rows(0, 0), WithinAbs(1.4, 1e-6));
    CHECK_THAT(row.after(0, 0), WithinAbs(7 + yes, 1e-6));
    CHECK_THAT(row.after(0, 1), WithinAbs(1 + no, 1e-6));
    CHECK(std::abs(yes) > 5 * std::abs(no));
    CHECK_THAT(row_by_hand({{70, 10}}).mlp.bent(0, 0), WithinAbs(yes, 1e-6));
}

TEST_CASE("the small model whose gradient the program checks has 18 parts, all right")
{
    const std::vector<double> errors = gradient_errors_of_small_model();
    CHECK(errors.size() == 18);
    CHECK(std::ranges::max(errors) < 1e-7);
}

TEST_CASE("an eighth of a text ends with a paragraph")
{
    CHECK(an_eighth("abc\nde\n" + std::string(49, 'x')) == "abc\nde\n");
    CHECK(an_eighth("abc\ndef" + std::string(49, 'x')) == "abc\n");
    CHECK(an_eighth(std::string(80, 'x')).empty());
}

TEST_CASE("rivals: the tables that are named, each with what it has read")
{
    const std::string text = "the river bank and the money bank. the bank of the river. ";
    const Rivals rivals = rivals_of(text, "the money", 2.5);
    CHECK(rivals.one == bits_a_character(CharacterTable(text, 1, Smoothing::witten_bell), "the money"));
    CHECK(rivals.three == bits_a_character(CharacterTable(text, 3, Smoothing::witten_bell), "the money"));
    CHECK(rivals.five == bits_a_character(CharacterTable(text, 5, Smoothing::kneser_ney), "the money"));
    CHECK(rivals.model == 2.5);
    std::string paragraphs;
    for (int i = 0; i < 16; ++i) paragraphs += text + std::to_string(i) + "\n";
    const Rivals little = with_little_text(tiny_recipe(), paragraphs, "the money", [](int, const Writer<float>&) {});
    CHECK(little.one == rivals_of(an_eighth(paragraphs), "the money", 0).one);
    CHECK(little.one != rivals_of(paragraphs, "the money", 0).one);
    CHECK(little.model > 0);
}

TEST_CASE("a model is looked at from its first step to its last")
{
    const Lessons lessons = lessons_of("the query of a word asks every key in the text", "the key", 256);
    int watched = 0;
    const GrownWriter grown = grown_writer(tiny_recipe(), lessons, [&](int, const Writer<float>&) { ++watched; });
    CHECK(watched == 9);
    REQUIRE(grown.stages.size() == 9);
    CHECK(grown.stages.front().step == 0);
    CHECK(grown.stages.back().step == 8);
    for (const Stage& stage : grown.stages) CHECK(stage.written.starts_with(prompt));
    CHECK(grown.stages.back().held_out == bits_a_character(grown.writer.model, lessons.held_out, lessons.characters));
    CHECK(grown.stages.back().learned < grown.stages.front().learned);
}
