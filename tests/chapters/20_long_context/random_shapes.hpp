/// \file
/// One form of long attention against plain loops, over random shapes, causal masks of both kinds, and random masks.
#pragma once

#include "20_long_context/blocks/options.hpp"

#include "12_masks/masks.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/chapters/20_long_context/cases.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace tests::long_context
{

/// A random mask in which some queries may see nothing.
inline BoolMatrix random_mask(common::Random& random, std::size_t n, std::size_t m)
{
    BoolMatrix mask = everything(n, m);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < m; ++j) mask(i, j) = i % 7 != 3 && random.below(3) == 0;
    }
    return mask;
}

/// See that a form is right.
///
/// \param form  called with a case and options; returns the output
/// \param seed  draws the shapes
/// \param runs  how many
template <typename Real, typename Form>
void agrees_over_random_shapes(const Form& form, std::uint64_t seed, int runs = 30)
{
    common::Random random(seed);
    for (int run = 0; run < runs; ++run) {
        const std::size_t n = random.below(301);
        const std::size_t m = random.below(run % 10 == 0 ? 1300 : 301);
        const std::size_t d_k = random.below(run % 4 == 0 ? 300 : 70);
        const Case<Real> given(random, n, m, d_k, 1 + random.below(run % 4 == 1 ? 300 : 70));
        const double scale = 1.0 / std::sqrt(std::fmax(1.0, static_cast<double>(d_k)));
        INFO(n << " queries, " << m << " keys, d_k = " << d_k << ", d_v = " << given.V.shape(1));
        const Matrix QK = products(given);
        const Matrix unmasked = by_loops(QK, given.V, everything(n, m), scale);
        CHECK(relative_error(form(given, attention::LongOptions<Real>{}), unmasked) < allowed<Real>);

        for (const attention::Alignment alignment :
             {attention::Alignment::top_left, attention::Alignment::bottom_right}) {
            attention::LongOptions<Real> causal;
            causal.causal = alignment;
            causal.scale = 0.7 * scale;
            const Matrix expected = by_loops(QK, given.V, attention::causal_mask(n, m, alignment), 0.7 * scale);
            CHECK(relative_error(form(given, causal), expected) < allowed<Real>);
        }

        const BoolMatrix mask = random_mask(random, n, m);
        attention::LongOptions<Real> masked;
        masked.change = hide<Real>(mask);
        const Matrix expected = by_loops(QK, given.V, mask, scale);
        CHECK(relative_error(form(given, masked), expected) < allowed<Real>);
    }
}

}  // namespace tests::long_context
