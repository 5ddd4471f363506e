#include "tests/exercises/08_patterns/how_decided/task.hpp"

#include "02_softmax/softmax.hpp"
#include "08_patterns/entropy.hpp"

#include "common/random.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>

using namespace attention;
using check::infinity;
using check::not_a_number;

namespace
{

Vector largest_weights(const Matrix& scores) { return xt::amax(softmax_rows(scores), {1}); }

}  // namespace

// Whatever the chapters have may be called: none of it does what is asked here.

TEST_CASE("every query sees every key")
{
    const Matrix scores = {{2, 1, 0, -1, 1}, {0, 0, 0, 0, 0}, {3, 3, -1, 0, 1}};
    const Vector H = entropy_rows(softmax_rows(scores));
    const double most = std::log(5.0);
    const Vector of_bits = 1.0 - H / std::log(2.0) / most;
    const Vector share = H / most;
    const Vector count_itself = 1.0 - H / 5.0;
    const Vector by_tokens = 1.0 - xt::exp(H) / 5.0;
    const Vector of_queries = 1.0 - H / std::log(3.0);
    const Matrix by_key = xt::transpose(scores);
    const Vector of_columns = 1.0 - entropy_rows(softmax_rows(by_key)) / std::log(3.0);
    check::ask(
        {.call = "how_decided([[2, 1, 0, -1, 1], [0, 0, 0, 0, 0], [3, 3, -1, 0, 1]])",
         .answer = [&] { return how_decided(scores); },
         .expected = 1.0 - H / most,
         .mistakes =
             {{"spread_for_decided", share, "This is H / ln m, which is 1 if all keys are equal. Return 1 minus that."},
              {"only_the_entropy", H, "This is the entropy. Compare it with the largest possible, ln m."},
              {"not_compared", 1.0 - H,
               "You subtracted the entropy from 1, but it can be larger than 1. Divide it by ln m first."},
              {"bits_over_nats", of_bits,
               "The entropy is in bits, but the logarithm that you divide by is natural. Use nats for both, or bits for both."},
              {"nats_over_bits", Vector(1.0 - H * std::log(2.0) / most),
               "The entropy is in nats, but the logarithm that you divide by is in bits. Use the same for both."},
              {"sign_lost", Vector(share - 1.0), "The sign is wrong: return 1 minus H / ln m, not H / ln m minus 1."},
              {"by_effective_tokens", Vector(1.0 - (xt::exp(H) - 1.0) / 4.0),
               "You compared the effective number of keys with m. Compare the entropies, H with ln m, without exp."},
              {"by_effective_tokens", Vector(xt::exp(-H)),
               "This is 1 over the effective number of keys. Compare the entropies, H with ln m, without exp."},
              {"one_key_too_few", Vector(1.0 - H / std::log(4.0)),
               "You divided by ln(m - 1). A query chooses among all m keys that it sees."},
              {"largest_weight", largest_weights(scores),
               "This is the largest weight. Use the entropy, which takes in all weights of the row."},
              {"logarithm_forgotten", count_itself,
               "You divided by the number of keys. The largest possible entropy is its logarithm."},
              {"by_effective_tokens", by_tokens,
               "You compared the effective number of keys with m. Compare the entropies, H with ln m, without exp."},
              {"queries_counted", of_queries,
               "You divided by the logarithm of n, the number of queries. A query chooses among m keys."},
              {"columns_for_rows", of_columns,
               "You returned one number per key. Each query is a row, with a softmax and an entropy of its own."},
              {"scores_for_weights", Vector{not_a_number, 1, not_a_number},
               "You took the entropy of the scores. It needs weights: softmax comes first."}},
         .properties = {check::all_finite(), check::between(0, 1)}});
}

TEST_CASE("some keys are hidden")
{
    const Matrix scores = {{1, 0, -infinity, -infinity}, {2, 2, 2, -infinity}, {0, 1, 2, 3}};
    const Vector H = entropy_rows(softmax_rows(scores));
    const Vector seen = {2, 3, 4};
    const Vector right = 1.0 - H / xt::log(seen);
    const Vector against_all = 1.0 - H / std::log(4.0);
    check::ask(
        {.call = "how_decided(scores of three queries that see 2, 3 and 4 of 4 keys)",
         .answer = [&] { return how_decided(scores); },
         .expected = right,
         .mistakes =
             {{"hidden_keys_counted", against_all,
               "You divided by ln m for every query. A query that may look at 2 keys has an entropy of at most "
               "ln 2: count its own keys."},
              {"zero_times_infinity", Vector{not_a_number, not_a_number, right(2)},
               "A hidden key has weight 0, and 0 times ln 0 is NaN here. A key that is never drawn adds nothing."}},
         .properties = {check::all_finite(), check::between(0, 1)}});
}

TEST_CASE("nothing to decide")
{
    const Matrix scores = {{5, -infinity, -infinity}, {1, 0, -infinity}, {-infinity, -infinity, -infinity}};
    const double second = 1.0 - entropy(softmax({1, 0})) / std::log(2.0);
    const char* const by_zero =
        "A query that may look at one key has H = 0 and ln 1 = 0, and you divided the two. It had "
        "nothing to decide: return 0.";
    check::ask(
        {.call = "how_decided(scores of three queries that see 1, 2 and 0 keys)",
         .answer = [&] { return how_decided(scores); },
         .expected = Vector{0, second, 0},
         .mistakes = {
             {"zero_by_zero", Vector{not_a_number, second, not_a_number}, by_zero},
             {"zero_by_zero", Vector{not_a_number, second, 1}, by_zero},
             {"zero_by_zero", Vector{not_a_number, second, 0}, by_zero},
             {"no_choice_is_no_decision", Vector{1, second, 1},
              "You count a query that may look at one key, or none, as fully decided. It had no choice: return 0."},
             {"no_choice_is_no_decision", Vector{1, second, 0},
              "You count a query that may look at one key as fully decided. It had no choice: return 0."},
             {"no_keys_forgotten", Vector{0, second, 1},
              "The query that sees one key is right. The one that sees none has nothing to decide either: return 0."},
             {"no_keys_forgotten", Vector{0, second, not_a_number},
              "The query that sees one key is right. The one that sees none has nothing to decide either: return 0."}}});
}

TEST_CASE("a key that lost by far was seen")
{
    const Matrix scores = {{0, -1000, -1000}, {0, 0, -1000}};
    const double second = 1.0 - std::log(2.0) / std::log(3.0);
    check::ask({.call = "how_decided([[0, -1000, -1000], [0, 0, -1000]])",
                .answer = [&] { return how_decided(scores); },
                .expected = Vector{1, second},
                .mistakes = {
                    {"lost_is_not_hidden", Vector{0, 0},
                     "You count the keys with a weight above 0. A score of -1000 also gets a weight of 0, but that key "
                     "could be seen, and lost. Count by the scores."},
                    {"lost_is_not_hidden", Vector{not_a_number, 0},
                     "You count the keys with a weight above 0. A score of -1000 also gets a weight of 0, but that key "
                     "could be seen, and lost. Count by the scores."}}});
}

TEST_CASE("many queries")
{
    common::Random random(check::seed());
    Matrix scores = 3.0 * random.normal_matrix(7, 5);
    Vector right = xt::zeros<double>({7});
    for (std::size_t i = 0; i < 7; ++i) {
        const std::size_t seen = 2 + random.below(4);
        for (std::size_t j = seen; j < 5; ++j) scores(i, j) = -infinity;
        right(i) = 1.0 - entropy(softmax(row_of(scores, i))) / std::log(static_cast<double>(seen));
    }
    check::ask({.call = "how_decided(scores of seven queries that see some of 5 keys)",
                .answer = [&] { return how_decided(scores); },
                .expected = right,
                .seed = check::seed()});
}
