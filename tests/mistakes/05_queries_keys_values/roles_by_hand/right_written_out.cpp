#include "tests/exercises/05_queries_keys_values/roles_by_hand.hpp"

namespace attention
{

Vector roles_by_hand()
{
    const Vector q = {2 * 1 - 1 * 0 + 1 * 2, 2 * 0 - 1 * 3 + 1 * 1};
    const Vector k = {1 * 0 + 2 * 1, 1 * 1 + 2 * 1};
    return {q(0), q(1), k(0), k(1), q(0) * k(0) + q(1) * k(1)};
}

}  // namespace attention
