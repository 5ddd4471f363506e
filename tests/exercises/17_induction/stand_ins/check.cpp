#include "tests/exercises/17_induction/stand_ins/task.hpp"

#include "17_induction/forward.hpp"
#include "17_induction/repeated.hpp"
#include "17_induction/training.hpp"

#include "common/random.hpp"

#include "tests/exercises/check.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <stdexcept>
#include <vector>

using namespace attention;

namespace
{

/// What was measured, for each set of heads once.
using Table = std::map<std::vector<std::size_t>, double>;

/// The heads in their order, each once.
std::vector<std::size_t> in_order(std::vector<std::size_t> heads)
{
    std::ranges::sort(heads);
    heads.erase(std::unique(heads.begin(), heads.end()), heads.end());
    return heads;
}

/// A model that is a table. Whoever asks for a head that it does not have is told.
Measurement measured(const Table& table)
{
    return [table](const std::vector<std::size_t>& without) {
        const auto found = table.find(in_order(without));
        if (found == table.end()) throw std::invalid_argument("there is no such head; they are numbered from 0");
        return found->second;
    };
}

using Score = std::function<double(std::size_t i, std::size_t j)>;

/// The pair with the largest score, and the score.
Vector best_pair(std::size_t heads, const Score& score, std::size_t farthest = 100)
{
    Vector best;
    for (std::size_t i = 0; i < heads; ++i) {
        for (std::size_t j = i + 1; j < heads && j <= i + farthest; ++j) {
            if (best.size() == 0 || score(i, j) > best(2))
                best = Vector{static_cast<double>(i), static_cast<double>(j), score(i, j)};
        }
    }
    return best;
}

/// What the right measurement finds in a table, and what mistakes make of it.
struct Findings {
    Table table;

    double whole() const { return table.at({}); }
    double both(std::size_t i, std::size_t j) const { return whole() - table.at({i, j}); }
    double alone(std::size_t i) const { return whole() - table.at({i}); }
    double surplus(std::size_t i, std::size_t j) const { return both(i, j) - alone(i) - alone(j); }
    Vector right(std::size_t heads, std::size_t farthest = 100) const
    {
        return best_pair(heads, [&](std::size_t i, std::size_t j) { return surplus(i, j); }, farthest);
    }
};

/// A model of two layers with two heads each, as it is after half of its training; measured without each set of its heads.
Table trained()
{
    Recipe recipe;
    recipe.shape.heads = 2;
    recipe.shape.d_head = 8;
    recipe.steps = 500;
    recipe.seed = 6;
    const Parameters<float> model = train<float>(recipe);
    common::Random random(17);
    const Sequences sequences = repeated_sequences({}, 40, random);
    Table table;
    for (std::size_t set = 0; set < 16; ++set) {
        std::vector<std::size_t> without;
        std::vector<HeadName> removed;
        for (std::size_t head = 0; head < 4; ++head) {
            if ((set >> head & 1U) == 0) continue;
            without.push_back(head);
            removed.push_back({head / 2, head % 2});
        }
        table[without] = result_of(forward(model, sequences, removed), sequences).accuracy;
    }
    return table;
}

}  // namespace

// Whatever the chapters have may be called: none of it looks at two heads at a time.

TEST_CASE("four heads, measured")
{
    const Findings f{{{{}, 0.96},
                      {{0}, 0.91},
                      {{1}, 0.50},
                      {{2}, 0.86},
                      {{3}, 0.90},
                      {{0, 1}, 0.47},
                      {{0, 2}, 0.80},
                      {{0, 3}, 0.55},
                      {{1, 2}, 0.26},
                      {{1, 3}, 0.42},
                      {{2, 3}, 0.78}}};
    const Vector right = f.right(4);
    check::ask(
        {.call = "stand_ins(4, a table: 0.96 with all, 0.91, 0.50, 0.86, 0.90 without one, 0.55 without 0 and 3, ...)",
         .answer = [&] { return stand_ins(4, measured(f.table)); },
         .expected = right,
         .mistakes = {
             {"both_together", best_pair(4, [&](std::size_t i, std::size_t j) { return f.both(i, j); }),
              "These two cost most together. But one of them costs much alone: what is lost beyond the two single costs?"},
             {"each_alone", best_pair(4, [&](std::size_t i, std::size_t j) { return f.alone(i) + f.alone(j); }),
              "You added the costs of single heads. You still have to measure what is lost without both at once."},
             {"added_not_subtracted",
              best_pair(4, [&](std::size_t i, std::size_t j) { return f.both(i, j) + f.alone(i) + f.alone(j); }),
              "You added the single costs to the cost of both. The surplus is what is lost beyond them."},
             {"neighbours_only", f.right(4, 1),
              "You looked at pairs of neighbours only. Heads 0 and 3 are a pair, too."},
             {"smallest", Vector{0.0, 1.0, f.surplus(0, 1)},
              "This pair has the smallest surplus: when one is gone, the other is missed less."},
             {"sign_turned", Vector{0.0, 1.0, -f.surplus(0, 1)},
              "Your surplus has the wrong sign. It is positive if losing both costs more than the two single costs."},
             {"whole_forgotten", Vector{right(0), right(1), right(2) + f.whole()},
              "The right pair, but the number is too large by the accuracy with all heads. Costs are differences from it."},
             {"counted_from_one", Vector{right(0) + 1, right(1) + 1, right(2)},
              "The right surplus, but heads are numbered from 0."},
             {"larger_first", Vector{right(1), right(0), right(2)},
              "The right pair and its surplus, but the smaller number comes first."}}});
}

TEST_CASE("two heads that need each other")
{
    const Findings f{{{{}, 0.8}, {{0}, 0.3}, {{1}, 0.4}, {{0, 1}, 0.1}}};
    check::ask({.call = "stand_ins(2, a table: 0.8 with both, 0.3 and 0.4 without one, 0.1 without both)",
                .answer = [&] { return stand_ins(2, measured(f.table)); },
                .expected = f.right(2),
                .mistakes = {{"starts_at_zero", Vector{0.0, 1.0, 0.0},
                              "A surplus may be negative, even the largest one: each of these two heads is of no use "
                              "without the other."}}});
}

TEST_CASE("a model that has learned")
{
    const Findings f{trained()};
    check::ask({.call = "stand_ins(4, a model of two layers with two heads each, after 500 steps of training)",
                .answer = [&] { return stand_ins(4, measured(f.table)); },
                .expected = f.right(4)});
}
