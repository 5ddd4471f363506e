#include "23_writing/model/training.hpp"

#include "23_writing/lessons.hpp"
#include "23_writing/model/bits.hpp"
#include "23_writing/model/shape.hpp"
#include "23_writing/model/writer.hpp"
#include "23_writing/without.hpp"

#include "17_induction/sequences.hpp"

#include "common/random.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

using namespace attention;

namespace
{

std::vector<int> counting(int count)
{
    std::vector<int> text;
    for (int i = 0; i < count; ++i) text.push_back(i % 11);
    return text;
}

std::vector<float> numbers_of(Writer<float> model)
{
    std::vector<float> all;
    for (const std::span<float>& part : parts_of(model)) all.insert(all.end(), part.begin(), part.end());
    return all;
}

WriterRecipe short_recipe()
{
    WriterRecipe recipe;
    recipe.shape = {.vocabulary = 11, .length = 8, .d_model = 16, .heads = 2, .layers = 1, .d_hidden = 32};
    recipe.steps = 60;
    recipe.batch = 6;
    recipe.adam.warm_up = 5;
    recipe.adam.rate = 0.03;
    return recipe;
}

}  // namespace

TEST_CASE("windows: every token but the first is asked for once, and has half a window before it")
{
    for (const std::size_t size : {1U, 2U, 8U, 9U, 13U, 40U, 41U}) {
        std::vector<int> text;
        for (std::size_t i = 0; i < size; ++i) text.push_back(static_cast<int>(i));
        const Sequences windows = overlapping_windows(text, 8);
        std::multiset<int> asked;
        for (std::size_t s = 0; s < windows.count(); ++s) {
            for (std::size_t t = 0; t < 8; ++t) {
                const int target = windows.target(s, t);
                if (target == nothing_asked) continue;
                asked.insert(target);
                CHECK(windows.token(s, t) == target - 1);
                CHECK((t >= 4 || s == 0));
            }
        }
        CHECK(asked.size() == size - 1);
        for (int token = 1; token < static_cast<int>(size); ++token) CHECK(asked.count(token) == 1);
    }
}

TEST_CASE("bits a character: a model that finds all tokens alike needs log2 of their number for each")
{
    const Writer<float> blank = zero_writer<float>({.vocabulary = 16, .length = 8, .d_model = 8, .heads = 2});
    const std::vector<int> text(50, 3);
    CHECK_THAT(bits_a_character(blank, text, 50), WithinAbs(4.0, 1e-5));
    CHECK_THAT(bits_a_character(blank, text, 100), WithinAbs(2.0, 1e-5));  // tokens of two characters
}

TEST_CASE("random windows are from the text, and each is asked what comes next")
{
    common::Random random(1);
    const std::vector<int> text = {10, 11, 12, 13, 14, 15};
    std::set<int> begins;
    for (int i = 0; i < 100; ++i) {
        const Sequences windows = random_windows(text, 4, 2, random);
        REQUIRE(windows.count() == 2);
        for (std::size_t s = 0; s < 2; ++s) {
            begins.insert(windows.token(s, 0));
            for (std::size_t t = 0; t < 4; ++t) {
                CHECK(windows.token(s, t) == windows.token(s, 0) + static_cast<int>(t));
                CHECK(windows.target(s, t) == windows.token(s, t) + 1);
            }
        }
    }
    CHECK(begins == std::set<int>{10, 11});  // the last token can only be a target
    CHECK_THROWS_AS(random_windows(text, 6, 1, random), std::invalid_argument);
}

TEST_CASE("a model learns to count, the same one each time, whatever the number of threads")
{
    const std::vector<int> text = counting(200);
    WriterRecipe recipe = short_recipe();
    recipe.threads = 1;
    const Writer<float> one = learned_to_write(recipe, text);
    CHECK(bits_a_character(one, text, text.size()) < 0.3);
    recipe.threads = 3;
    CHECK(numbers_of(learned_to_write(recipe, text)) == numbers_of(one));
    recipe.seed = 2;
    CHECK(numbers_of(learned_to_write(recipe, text)) != numbers_of(one));
}

TEST_CASE("the watch sees every step")
{
    WriterRecipe recipe = short_recipe();
    recipe.steps = 3;
    std::vector<int> seen;
    learned_to_write(recipe, counting(30), [&](int step, const Writer<float>&) { seen.push_back(step); });
    CHECK(seen == std::vector<int>{0, 1, 2, 3});
}

TEST_CASE("the last step is hardly one: the rate has come down to nothing")
{
    WriterRecipe recipe = short_recipe();
    recipe.adam.weight_decay = 0;
    std::vector<Writer<float>> models;
    learned_to_write(recipe, counting(200), [&](int, const Writer<float>& model) { models.push_back(model); });
    const auto moved = [&](std::size_t step) {
        float most = 0;
        for (std::size_t i = 0; i < models[step].embedding.size(); ++i) {
            most = std::max(most, std::abs(models[step + 1].embedding.data()[i] - models[step].embedding.data()[i]));
        }
        return most;
    };
    CHECK(moved(59) == 0.0F);
    CHECK(moved(58) < moved(10) / 10);
    CHECK(moved(0) < moved(10));  // it warms up
}

TEST_CASE("a model without attention cannot learn what takes two tokens to tell")
{
    common::Random random(3);
    std::vector<int> text;
    for (int i = 0; i < 300; ++i) {  // what comes after 1? That depends on what came before it.
        const std::vector<int> word =
            random.below(2) == 0 ? std::vector<int>{0, 1, 2, 1} : std::vector<int>{3, 1, 4, 1};
        text.insert(text.end(), word.begin(), word.end());
    }
    WriterRecipe recipe = short_recipe();
    recipe.steps = 150;
    const double whole = bits_a_character(learned_to_write(recipe, text), text, text.size());
    recipe.shape.without = Piece::attention;
    const double deaf = bits_a_character(learned_to_write(recipe, text), text, text.size());
    CHECK(whole < 0.5);  // a bit for each word of four
    CHECK(deaf > 0.97);  // two bits after each 1
}

TEST_CASE("models without a piece differ in nothing else, and the first has everything")
{
    WriterRecipe recipe = short_recipe();
    recipe.shape.vocabulary = 256;
    recipe.steps = 2;
    const std::string text = "the river bank and the money bank, and the bank that a river has";
    const Lessons lessons = lessons_of(text, "the bank", 256);
    std::set<std::size_t> watched;
    const std::vector<WithoutPiece> found =
        without_pieces(recipe, lessons, [&](std::size_t model, int) { watched.insert(model); });
    CHECK(watched.size() == found.size());
    std::set<double> all;
    for (const WithoutPiece& one : found) {
        recipe.shape.without = one.piece;
        CHECK(one.bits == bits_a_character(learned_to_write(recipe, lessons.to_learn), lessons.held_out, 8));
        all.insert(one.bits);
    }
    CHECK(all.size() == 6);
    CHECK(found.front().piece == Piece::nothing);
}
