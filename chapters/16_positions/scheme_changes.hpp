/// \file
/// Chapter 16: three tests for a way to give positions. Shuffle the words, turn them round, move them on.
#pragma once

#include "16_positions/schemes.hpp"
#include "16_positions/shuffle.hpp"

#include "common/difference.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <vector>

namespace attention
{

/// What three tests say about one scheme.
struct SchemeChanges {
    std::string name;          ///< of the scheme
    double shuffled = 0;       ///< how much the outputs change beyond their order when the words are shuffled
    double turned_round = 0;   ///< the same when the last word comes first
    double moved = 0;          ///< how much the scores change when all words move on together
    std::size_t to_learn = 0;  ///< numbers that it has to learn
};

/// The row numbers 0 to n - 1, last first.
inline std::vector<std::size_t> last_first(std::size_t n)
{
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::reverse(order);
    return order;
}

/// Put every scheme through the three tests.
///
/// \param head   with a table long enough for the words after they have moved
/// \param X      words, one per row, shape (n, d_model)
/// \param order  another order for them
/// \param steps  how many places they move
/// \return       one for each scheme, in the order of `Scheme`
inline std::vector<SchemeChanges> changes_of_schemes(const PositionedHead& head, const Matrix& X,
                                                     const std::vector<std::size_t>& order, std::size_t steps)
{
    std::vector<SchemeChanges> all;
    for (std::size_t s = 0; s < scheme_names.size(); ++s) {
        const auto scheme = static_cast<Scheme>(s);
        const auto output = [&](const Matrix& words) { return attend_at(scheme, head, words).output; };
        all.push_back({scheme_names[s], change_by_order(output, X, order),
                       change_by_order(output, X, last_first(X.shape(0))),
                       common::difference(attend_at(scheme, head, X).scores, attend_at(scheme, head, X, steps).scores),
                       scheme == Scheme::learned ? head.table.size() : 0});
    }
    return all;
}

}  // namespace attention
