#include "tests/exercises/05_queries_keys_values/circle.hpp"

namespace attention
{

Pairing circle() { return {xt::ones<double>({2, 2}), xt::ones<double>({2, 2})}; }

}  // namespace attention
