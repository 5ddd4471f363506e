#include "tests/exercises/07_attention/ask_for_weights.hpp"

#include <cmath>

namespace attention
{

Matrix queries_for_weights() { return {{-0.6931, -1.3863}, {-1.6094, -1.6094}, {-0.5108, -1.2040}}; }

}  // namespace attention
