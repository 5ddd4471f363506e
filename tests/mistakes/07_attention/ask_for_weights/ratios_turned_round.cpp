#include "tests/exercises/07_attention/ask_for_weights.hpp"

#include <cmath>

namespace attention
{

Matrix queries_for_weights()
{
    return {{0, std::log(2.0)}, {-std::log(3.0), -std::log(3.0)}, {std::log(3.0), std::log(6.0)}};
}

}  // namespace attention
