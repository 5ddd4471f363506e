/// \file
/// Chapter 20's live page: the walk over the blocks of a small table of scores.
#pragma once

#include "20_long_context/blocks/in_xtensor.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/blocks/walk.hpp"

#include "12_masks/masked_attention.hpp"
#include "12_masks/masks.hpp"

#include "common/blas.hpp"
#include "common/page.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace attention::show
{

/// A few tokens, and how their scores are cut.
struct Table {
    Matrix Q;                         ///< shape (n, 4)
    Matrix K;                         ///< shape (n, 4)
    Matrix V;                         ///< shape (n, 1)
    std::size_t queries = 1;          ///< of a block
    std::size_t keys = 1;             ///< of a block
    std::optional<Alignment> causal;  ///< whether later keys are hidden

    std::size_t n() const { return Q.shape(0); }

    /// How many keys the queries of a block may see, of which `i` is the first.
    std::size_t seen_from(std::size_t i) const
    {
        return visible_keys(std::min(i + queries, n()) - 1, n(), n(), causal);
    }
};

/// A block of scores: where it begins and ends.
struct Block {
    std::size_t i = 0;
    std::size_t j = 0;
    std::size_t rows = 0;
    std::size_t columns = 0;
};

/// The blocks in the order in which they are made; those that nobody may see are not among them.
inline std::vector<Block> blocks_of(const Table& table)
{
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < table.n(); i += table.queries) {
        const std::size_t end = table.seen_from(i);
        for (std::size_t j = 0; j < end; j += table.keys)
            blocks.push_back({i, j, std::min(table.queries, table.n() - i), std::min(table.keys, end - j)});
    }
    return blocks;
}

/// The table that the reader has set.
inline Table table_from(common::Page& page)
{
    const auto count = [&](const char* key, const char* label, const common::Range& range) {
        return static_cast<std::size_t>(page.slider(key, label, range));
    };
    const std::size_t n = count("n", "Tokens", {4, 24, 1, 12});
    common::Random random(20);
    Table table{random.normal_matrix(n, 4), random.normal_matrix(n, 4), random.normal_matrix(n, 1), 1, 1, {}};
    table.queries = count("queries", "Queries in a block", {1, 12, 1, 3});
    table.keys = count("keys", "Keys in a block", {1, 12, 1, 4});
    if (page.toggle("causal", "Causal: nobody sees what comes later", true)) table.causal = Alignment::top_left;
    return table;
}

/// The scores that exist at a moment are dark; those of other blocks were forgotten, or are still to come.
inline common::Grid walk_grid(const Table& table, const std::vector<Block>& blocks, std::size_t walked)
{
    const std::size_t n = table.n();
    common::Grid grid{.caption = "Scores, a row for each query",
                      .values = xt::zeros<double>({n, n}),
                      .decimals = 1,
                      .shade = common::Shade::weights,
                      .masked = xt::zeros<bool>({n, n}),
                      .in_output = false};
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        const bool odd = (blocks[b].i / table.queries + blocks[b].j / table.keys) % 2 == 1;  // to tell blocks apart
        const double shade = b + 1 == walked ? 1.0 : (b < walked ? 0.1 : 0.4) + (odd ? 0.1 : 0.0);
        for (std::size_t i = blocks[b].i; i < blocks[b].i + blocks[b].rows; ++i) {
            for (std::size_t j = blocks[b].j; j < blocks[b].j + blocks[b].columns; ++j) {
                grid.values(i, j) = shade;
                grid.masked(i, j) = j >= visible_keys(i, n, n, table.causal);
            }
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        grid.rows.push_back(std::to_string(i));
        grid.columns.push_back(std::to_string(i));
    }
    grid.dense = {"{} of {} blocks are made, {} of them so far.",
                  {static_cast<double>(blocks.size()),
                   static_cast<double>(walk(n, n, table.queries, table.keys, table.causal).all),
                   static_cast<double>(walked)},
                  0};
    return grid;
}

/// What the queries of a block know once they have taken in the blocks up to this one.
inline in_xtensor::Running known_after(const Table& table, const Block& last)
{
    const Matrix Q = xt::view(table.Q, xt::range(last.i, last.i + last.rows));
    in_xtensor::Running seen = in_xtensor::nothing_seen(last.rows, 1);
    for (std::size_t j = 0; j <= last.j; j += table.keys) {
        const std::size_t stop = j == last.j ? j + last.columns : j + table.keys;
        const Matrix K = xt::view(table.K, xt::range(j, stop));
        const Matrix V = xt::view(table.V, xt::range(j, stop));
        Matrix scores = common::product_transposed(Q, K) / std::sqrt(4.0);
        if (table.causal) in_xtensor::hide_later(scores, last.i, j);
        in_xtensor::absorb_block(seen, scores, V);
    }
    return seen;
}

/// What all scores at once would give, shape (n, 1).
inline Matrix at_once(const Table& table)
{
    const std::size_t n = table.n();
    const BoolMatrix mask = table.causal ? causal_mask(n, n) : BoolMatrix(xt::ones<bool>({n, n}));
    return scaled_dot_product_attention(table.Q, table.K, table.V, mask).output;
}

/// The running state of the block's queries, and where they must end.
inline common::Grid carried_grid(const Table& table, const Block& block)
{
    const in_xtensor::Running seen = known_after(table, block);
    const Matrix output = in_xtensor::finished(seen);
    const Matrix whole = at_once(table);
    common::Grid grid{.caption = "What its queries carry on",
                      .values = xt::zeros<double>({block.rows, std::size_t{5}}),
                      .columns = {"m", "l", "o", "o / l", "whole"},
                      .in_output = false};
    for (std::size_t r = 0; r < block.rows; ++r) {
        grid.rows.push_back("query " + std::to_string(block.i + r));
        set_row(grid.values, r,
                Vector{seen.maximum(r), seen.sum(r), seen.output(r, 0), output(r, 0), whole(block.i + r, 0)});
    }
    return grid;
}

/// How few scores there are at a time.
inline void say_walk(common::Page& page, const Table& table, const std::vector<Block>& blocks)
{
    const auto n = static_cast<double>(table.n());
    const Walk counted = walk(table.n(), table.n(), table.queries, table.keys, table.causal);
    page.say({"{} of {} blocks are made.", {static_cast<double>(counted.made), static_cast<double>(counted.all)}, 0});
    double most = 0;
    for (const Block& block : blocks) most = std::max(most, static_cast<double>(block.rows * block.columns));
    page.say(
        {.text =
             "At any time no more than {} scores exist, not {}. After its last block, each query has what all scores "
             "at once would have given it.",
         .numbers = {most, n * n},
         .decimals = 0,
         .in_output = false});
}

/// The first part of the page: walk over the blocks of a small table.
inline void show_walk(common::Page& page)
{
    page.column();
    const Table table = table_from(page);
    const std::vector<Block> blocks = blocks_of(table);
    const std::size_t walked = page.steps("walked", "Walk over the blocks", 1, blocks.size());
    page.column();
    page.show(walk_grid(table, blocks, walked));
    if (walked > 0) page.show(carried_grid(table, blocks[walked - 1]));
    page.across();
    say_walk(page, table, blocks);
}

}  // namespace attention::show
