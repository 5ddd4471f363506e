#include "tests/exercises/07_attention/ask_for_weights.hpp"

#include <cmath>

namespace attention
{

Matrix queries_for_weights()
{
    return {{0, std::log10(0.5)}, {std::log10(3.0), std::log10(3.0)}, {-std::log10(3.0), -std::log10(6.0)}};
}

}  // namespace attention
