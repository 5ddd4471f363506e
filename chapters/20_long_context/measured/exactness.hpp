/// \file
/// Chapter 20: whether a fast result is the right one, and whether the question would notice if it were not.
#pragma once

#include "20_long_context/blocks/options.hpp"
#include "20_long_context/blocks/plain_loops.hpp"
#include "20_long_context/fast/fast_attention.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace attention
{

/// How far outputs are from the right ones: the largest difference, in units of the right ones' root mean square.
///
/// Not in units of the values: an output over many keys averages many values and is much smaller than any of them. In units
/// of a value, the loss of a whole key would look like rounding.
///
/// \param O      what was found, shape (n, d_v)
/// \param exact  what is right, shape (n, d_v)
/// \return       0 for the very same numbers; infinity where there is a NaN, or where the right ones are all 0 and O is not
template <typename Real>
double error_of(common::Tile<const Real> O, const Matrix& exact)
{
    double largest = 0.0;
    double squares = 0.0;
    for (std::size_t i = 0; i < O.rows; ++i) {
        for (std::size_t c = 0; c < O.columns; ++c) {
            const double apart = std::abs(static_cast<double>(O.row(i)[c]) - exact(i, c));
            largest = std::isnan(apart) ? std::numeric_limits<double>::infinity() : std::max(largest, apart);
            squares += exact(i, c) * exact(i, c);
        }
    }
    if (largest == 0.0) return 0.0;
    return largest / std::sqrt(squares / static_cast<double>(O.rows * O.columns));
}

/// How far rounding may move them, over up to 100,000 keys.
template <typename Real>
inline constexpr double allowed_error = sizeof(Real) == 4 ? 5e-5 : 1e-13;

/// A measure that looks just as strict: a share of the largest value. It is here so that we can watch it fail.
template <typename Real>
inline constexpr double allowed_of_values = sizeof(Real) == 4 ? 2e-6 : 1e-13;

/// What plain loops have shown about a result.
struct Exactness {
    double error = 0.0;         ///< the largest of all rows that were computed again
    std::size_t forgotten = 0;  ///< how often a key was left out on purpose
    std::size_t noticed = 0;    ///< how often the error was then larger than is allowed
    std::size_t by_values = 0;  ///< how often it was also larger than is allowed of the largest value
    double least_change =
        std::numeric_limits<double>::infinity();  ///< the smallest error that leaving out a key has made
};

/// One query, again and again, each time with another key left out.
///
/// \param q       the query, shape (1, d_k)
/// \param K       the keys that it may see, shape (m, d_k)
/// \param V       their values, shape (m, d_v)
/// \param times   how often
/// \param random  draws the keys
/// \return        outputs, shape (times, d_v)
template <typename Real>
xt::xtensor<Real, 2> forgetful_attention(common::Tile<const Real> q, common::Tile<const Real> K,
                                         common::Tile<const Real> V, std::size_t times, common::Random& random)
{
    std::vector<std::size_t> forgotten;
    xt::xtensor<Real, 2> Q = xt::zeros<Real>({times, K.columns});
    for (std::size_t i = 0; i < times; ++i) {
        forgotten.push_back(random.below(K.rows));
        std::copy_n(q.data, q.columns, Q.data() + i * q.columns);
    }
    LongOptions<Real> options;
    options.change = [&forgotten](std::size_t i, std::size_t first, Real* scores, std::size_t count) {
        const std::size_t j = forgotten[i];
        if (first <= j && j < first + count) scores[j - first] = -std::numeric_limits<Real>::infinity();
    };
    xt::xtensor<Real, 2> O = xt::zeros<Real>({times, V.columns});
    fast_attention<Real>(common::tile_of(Q), K, V, common::tile_of(O), options);
    return O;
}

/// Queries over keys by plain loops, in double, whatever the numbers are.
class PlainLoops
{
public:
    /// \param K  keys, shape (m, d_k)
    /// \param V  values, shape (m, d_v)
    template <typename Real>
    PlainLoops(common::Tile<const Real> K, common::Tile<const Real> V) : K_(in_double(K)), V_(in_double(V))
    {
    }

    /// The output of one query, over the first `seen` keys; shape (1, d_v).
    template <typename Real>
    Matrix output(common::Tile<const Real> query, std::size_t seen) const
    {
        const Matrix q = in_double(query);                            // (1, d_k)
        Matrix o = xt::zeros<double>({std::size_t{1}, V_.shape(1)});  // (1, d_v)
        loop_attention<double>(common::tile_of(q), common::tile_of(K_).rows_from(0, seen),
                               common::tile_of(V_).rows_from(0, seen), common::tile_of(o));
        return o;
    }

    double largest_value() const { return xt::amax(xt::abs(V_))(); }  ///< of all coordinates of all values

private:
    template <typename Real>
    static Matrix in_double(common::Tile<const Real> part)
    {
        Matrix M = xt::zeros<double>({part.rows, part.columns});
        for (std::size_t i = 0; i < part.rows; ++i) std::copy_n(part.row(i), part.columns, M.data() + i * part.columns);
        return M;
    }

    Matrix K_;
    Matrix V_;
};

/// See which of some outputs, each without a key, are found to be wrong.
///
/// \param wrong          outputs, shape (times, d_v)
/// \param exact          what each should be, shape (1, d_v)
/// \param largest_value  the other measure
/// \param found          goes on counting
template <typename Real>
void count_noticed(common::Tile<const Real> wrong, const Matrix& exact, double largest_value, Exactness& found)
{
    const double size = std::sqrt(xt::mean(exact * exact)());
    for (std::size_t r = 0; r < wrong.rows; ++r) {
        const double error = error_of<Real>(wrong.rows_from(r, 1), exact);
        ++found.forgotten;
        found.noticed += error > allowed_error<Real> ? 1 : 0;
        found.by_values += error * size > allowed_of_values<Real> * largest_value ? 1 : 0;
        found.least_change = std::min(found.least_change, error);
    }
}

/// Compute some rows of an output again, from the first to the last, by plain loops in double.
///
/// To know what the answer is worth, attend several more times for each of these rows, and leave out a key each time.
///
/// \param Q       queries, shape (n, d_k)
/// \param K       keys, shape (m, d_k)
/// \param V       values, shape (m, d_v)
/// \param O       the output, shape (n, d_v)
/// \param causal  query i sees the keys 0 to i only
/// \param rows    how many rows to compute again
/// \param times   how often to leave out a key, for each
template <typename Real>
Exactness exactness(common::Tile<const Real> Q, common::Tile<const Real> K, common::Tile<const Real> V,
                    common::Tile<const Real> O, bool causal, std::size_t rows, std::size_t times)
{
    const PlainLoops loops(K, V);
    common::Random random(4);
    Exactness found;
    for (std::size_t sample = 0; sample < rows; ++sample) {
        const std::size_t i = (sample * (Q.rows - 1)) / std::max<std::size_t>(1, rows - 1);
        const std::size_t seen = causal ? i + 1 : K.rows;
        const Matrix exact = loops.output(Q.rows_from(i, 1), seen);  // (1, d_v)
        found.error = std::max(found.error, error_of<Real>(O.rows_from(i, 1), exact));
        if (times == 0) continue;
        const xt::xtensor<Real, 2> wrong =
            forgetful_attention(Q.rows_from(i, 1), K.rows_from(0, seen), V.rows_from(0, seen), times, random);
        count_noticed<Real>(common::tile_of(wrong), exact, loops.largest_value(), found);
    }
    return found;
}

}  // namespace attention
