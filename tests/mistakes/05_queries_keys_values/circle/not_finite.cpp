#include "tests/exercises/05_queries_keys_values/circle.hpp"

namespace attention
{

Pairing circle() { return {Matrix(xt::ones<double>({4, 2}) * std::nan("")), xt::ones<double>({4, 2})}; }

}  // namespace attention
