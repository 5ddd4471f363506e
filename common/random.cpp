#include "common/random.hpp"

#include "common/require.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace common
{

std::uint64_t Random::bits()
{
    state_ += each_call;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

std::size_t Random::below(std::size_t count)
{
    require(count > 0, "Random::below: count is 0; there must be something to choose from");
    // The last few values of 64 bits would favour small results; draw again instead.
    const std::uint64_t unfair = std::numeric_limits<std::uint64_t>::max() / count * count;
    std::uint64_t drawn = bits();
    while (drawn >= unfair) drawn = bits();
    return static_cast<std::size_t>(drawn % count);
}

double Random::uniform(double low, double high)
{
    const double share = static_cast<double>(bits() >> 11U) * 0x1.0p-53;  // [0, 1)
    return low + (high - low) * share;
}

double Random::normal()
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return radius * std::cos(2.0 * std::numbers::pi * uniform());
}

Vector Random::normal_vector(std::size_t size)
{
    Vector v = xt::zeros<double>({size});
    for (double& value : v) value = normal();
    return v;
}

Matrix Random::normal_matrix(std::size_t rows, std::size_t columns)
{
    Matrix M = xt::zeros<double>({rows, columns});
    for (double& value : M) value = normal();
    return M;
}

}  // namespace common
