#include "tests/exercises/05_queries_keys_values/roles_by_hand.hpp"

#include "01_similarity/similarity.hpp"
#include "05_queries_keys_values/projections.hpp"

namespace attention
{

Vector roles_by_hand()
{
    const Vector q = project({2, -1, 1}, {{1, 0}, {0, 3}, {2, 1}});
    const Vector k = project({1, 2, 0}, {{0, 1}, {1, 1}, {-1, 2}});
    return {q(0), q(1), k(0), k(1), dot(q, k)};
}

}  // namespace attention
