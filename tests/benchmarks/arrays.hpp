/// \file
/// The arrays that a case attends over.
#pragma once

#include "tests/benchmarks/cases.hpp"

#include "20_long_context/fast/heads.hpp"
#include "common/random.hpp"
#include "common/room.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <string>

namespace bench
{

/// Queries, keys, values and room for the output: normal numbers, the same in every run.
template <typename Real>
struct Arrays {
    explicit Arrays(const Case& given)
        : shape(given), of_queries(given.batch * given.heads * given.n * given.d),
          of_keys(given.batch * given.key_heads() * given.keys() * given.d), Q(of_queries), K(of_keys), V(of_keys),
          O(of_queries)
    {
        fill(Q, of_queries, 1, given.deviation);
        fill(K, of_keys, 2, 1.0);
        fill(V, of_keys, 3, 1.0);
        fill(O, of_queries, 4, 0.0);
        if (given.nan) V.data()[of_keys / 2] = std::numeric_limits<Real>::quiet_NaN();
    }

    attention::Problem<Real> problem() const
    {
        return {{Q.data(), shape.batch, shape.heads, shape.n, shape.d}, heads_of(K), heads_of(V)};
    }
    attention::Heads<Real> output() { return {O.data(), shape.batch, shape.heads, shape.n, shape.d}; }

    Case shape;
    std::size_t of_queries;  ///< numbers in Q, and in the output
    std::size_t of_keys;     ///< numbers in K, and in V
    common::Room<Real> Q, K, V, O;

private:
    attention::Heads<const Real> heads_of(const common::Room<Real>& room) const
    {
        return {room.data(), shape.batch, shape.key_heads(), shape.keys(), shape.d};
    }

    static void fill(common::Room<Real>& room, std::size_t count, std::uint64_t seed, double deviation)
    {
        common::Random random(seed);
        constexpr std::size_t different = 1U << 20;  // then they come again: drawing takes longer than attending
        Real* numbers = room.data();
        for (std::size_t i = 0; i < count; ++i)
            numbers[i] = i < different ? static_cast<Real>(deviation * random.normal()) : numbers[i - different];
    }
};

/// The arrays of a case: the same ones for everybody who asks, as long as somebody has them.
template <typename Real>
std::shared_ptr<Arrays<Real>> arrays_for(Case given)
{
    static std::map<std::string, std::weak_ptr<Arrays<Real>>> known;
    given.causal = false;  // makes no difference here
    std::weak_ptr<Arrays<Real>>& found = known[fmt::format("{} {} {}", given.name(), given.deviation, given.nan)];
    std::shared_ptr<Arrays<Real>> arrays = found.lock();
    if (!arrays) found = arrays = std::make_shared<Arrays<Real>>(given);
    return arrays;
}

}  // namespace bench
