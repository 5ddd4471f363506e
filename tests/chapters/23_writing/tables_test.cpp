#include "23_writing/text/tables.hpp"

#include "common/random.hpp"
#include "tests/catch.hpp"

#include <cmath>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

using namespace attention;

namespace
{

/// How likely a character comes next, as the definition says it: everything is counted anew, by looking through the text.
class ByDefinition
{
public:
    ByDefinition(std::string text, std::size_t remembered, Smoothing smoothing)
        : text_(std::move(text)), remembered_(remembered), smoothing_(smoothing)
    {
    }

    double probability(const std::string& context, char next) const
    {
        double total = 0.0;
        double kinds = 0.0;
        for (int c = 0; c < 256; ++c) {
            const double count = times(context + static_cast<char>(c));
            total += count;
            kinds += count > 0.0 ? 1.0 : 0.0;
        }
        const double shorter = context.empty() ? 1.0 / 256.0 : probability(context.substr(1), next);
        if (total == 0.0) return shorter;
        const double here = times(context + next);
        if (smoothing_ == Smoothing::witten_bell) {
            const double own = total / (total + kinds);  // the context's own share
            return own * here / total + (1.0 - own) * shorter;
        }
        return std::fmax(here - 0.75, 0.0) / total + 0.75 * kinds / total * shorter;
    }

private:
    /// How often characters stand in the text; or, for Kneser and Ney's shorter contexts, after how many different ones.
    double times(const std::string& characters) const
    {
        double count = 0.0;
        std::set<std::string> before;
        for (std::size_t at = text_.find(characters); at != std::string::npos; at = text_.find(characters, at + 1)) {
            ++count;
            before.insert(at == 0 ? "nothing" : text_.substr(at - 1, 1));
        }
        const bool longest = characters.size() == remembered_ + 1;
        return longest || smoothing_ == Smoothing::witten_bell ? count : static_cast<double>(before.size());
    }

    std::string text_;
    std::size_t remembered_;
    Smoothing smoothing_;
};

std::string random_text(common::Random& random, std::size_t length)
{
    std::string text;
    for (std::size_t i = 0; i < length; ++i) text += "abcde"[random.below(1 + random.below(5))];
    return text;
}

}  // namespace

TEST_CASE("Witten and Bell by pencil: what was never seen gets the share of a new kind")
{
    // Four letters of two kinds: 2 of 6 shares are left to all 256 characters alike.
    const CharacterTable table("abab", 1, Smoothing::witten_bell);
    const double a = (2 + 2.0 / 256) / 6;
    CHECK_THAT(table.probability("", 'a'), WithinAbs(a, 1e-15));
    CHECK_THAT(table.probability("", 'z'), WithinAbs(2.0 / 256 / 6, 1e-15));
    CHECK_THAT(table.probability("a", 'b'), WithinAbs((2 + a) / 3, 1e-15));  // b has the same share as a
    CHECK_THAT(table.probability("zza", 'a'), WithinAbs(a / 3, 1e-15));
    CHECK_THAT(table.probability("z", 'a'), WithinAbs(a, 1e-15));  // nobody has seen z: a shorter context decides
}

TEST_CASE("Kneser and Ney by pencil: a shorter context counts what came before")
{
    // a came at the beginning and after b, b only after a: 2 and 1, though each is there twice.
    const CharacterTable table("abab", 1, Smoothing::kneser_ney);
    const double b = (0.25 + 0.75 * 2 / 256) / 3;
    CHECK_THAT(table.probability("", 'b'), WithinAbs(b, 1e-15));
    CHECK_THAT(table.probability("", 'a'), WithinAbs((1.25 + 0.75 * 2 / 256) / 3, 1e-15));
    CHECK_THAT(table.probability("a", 'b'), WithinAbs((1.25 + 0.75 * b) / 2, 1e-15));
}

TEST_CASE("a table says what its definition says, and its shares sum to 1")
{
    common::Random random(1);
    for (const Smoothing smoothing : {Smoothing::witten_bell, Smoothing::kneser_ney}) {
        for (const std::size_t remembered : {0U, 1U, 2U, 4U}) {
            const std::string text = random_text(random, 60);
            const CharacterTable table(text, remembered, smoothing);
            const ByDefinition definition(text, remembered, smoothing);
            for (int trial = 0; trial < 10; ++trial) {
                const std::string context = random_text(random, remembered);
                double sum = 0.0;
                for (int c = 0; c < 256; ++c) {
                    const double share = table.probability("x" + context, static_cast<char>(c));
                    CHECK(share > 0.0);
                    sum += share;
                    if (c < 'a' || c > 'f') continue;
                    CHECK_THAT(share, WithinAbs(definition.probability(context, static_cast<char>(c)), 1e-12));
                }
                CHECK_THAT(sum, WithinAbs(1.0, 1e-12));
            }
        }
    }
}

TEST_CASE("bits a character are the mean surprise")
{
    const CharacterTable table("aaab", 0, Smoothing::witten_bell);
    const double a = (3 + 2.0 / 256) / 6;
    const double b = (1 + 2.0 / 256) / 6;
    CHECK_THAT(bits_a_character(table, "abb"), WithinAbs(-(std::log2(a) + 2 * std::log2(b)) / 3, 1e-12));
    const CharacterTable knows(std::string(1000, 'a'), 3, Smoothing::kneser_ney);
    CHECK(bits_a_character(knows, "aaaaaaaaaa") < 0.2);
    CHECK_THAT(bits_a_character(CharacterTable("", 3, Smoothing::kneser_ney), "ab"), WithinAbs(8.0, 1e-12));
}
