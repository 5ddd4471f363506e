#include "tests/exercises/07_attention/ask_for_weights.hpp"

#include <cmath>

namespace attention
{

Matrix queries_for_weights()
{
    return {{std::log(0.5), std::log(0.25), std::log(0.25)},
            {std::log(0.2), std::log(0.2), std::log(0.6)},
            {std::log(0.6), std::log(0.3), std::log(0.1)}};
}

}  // namespace attention
