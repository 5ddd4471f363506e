#include "tests/exercises/05_queries_keys_values/circle.hpp"

namespace attention
{

Pairing circle() { return {xt::zeros<double>({4, 2}), xt::zeros<double>({4, 2})}; }

}  // namespace attention
