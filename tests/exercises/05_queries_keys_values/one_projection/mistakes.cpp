// Exercise 5.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/05_queries_keys_values/one_projection/task.hpp"

#include <algorithm>
#include <cmath>

namespace attention
{

namespace right::by_cases
{
bool one_projection_could(const Matrix& S)
{
    if (S(0, 1) != S(1, 0)) return false;
    if (S(0, 0) < 0 || S(1, 1) < 0) return false;
    if (S(0, 0) == 0 || S(1, 1) == 0) return S(0, 1) == 0;
    const double cosine = S(0, 1) / std::sqrt(S(0, 0) * S(1, 1));
    return cosine >= -1 && cosine <= 1;
}
}  // namespace right::by_cases

namespace right::by_eigenvalues
{
bool one_projection_could(const Matrix& S)
{
    // Symmetric, and neither eigenvalue negative: their sum is the trace, their product the determinant.
    const double trace = S(0, 0) + S(1, 1);
    const double determinant = S(0, 0) * S(1, 1) - S(0, 1) * S(1, 0);
    return S(0, 1) == S(1, 0) && trace >= 0 && determinant >= 0;
}
}  // namespace right::by_eigenvalues

namespace below_the_larger_is_not_enough
{
bool one_projection_could(const Matrix& S)
{
    return S(0, 1) == S(1, 0) && std::abs(S(0, 1)) <= std::max(S(0, 0), S(1, 1));
}
}  // namespace below_the_larger_is_not_enough

namespace negative_length
{
bool one_projection_could(const Matrix& S) { return S(0, 1) == S(1, 0) && S(0, 1) * S(0, 1) <= S(0, 0) * S(1, 1); }
}  // namespace negative_length

namespace negative_score_refused
{
bool one_projection_could(const Matrix& S)
{
    return S(0, 1) == S(1, 0) && S(0, 1) >= 0 && S(0, 1) * S(0, 1) <= S(0, 0) * S(1, 1);
}
}  // namespace negative_score_refused

namespace opposite_forgotten
{
bool one_projection_could(const Matrix& S)
{
    return S(0, 1) == S(1, 0) && S(0, 0) >= 0 && S(1, 1) >= 0 && S(0, 1) <= std::sqrt(S(0, 0) * S(1, 1));
}
}  // namespace opposite_forgotten

namespace parallel_refused
{
bool one_projection_could(const Matrix& S)
{
    return S(0, 1) == S(1, 0) && S(0, 0) >= 0 && S(0, 1) * S(0, 1) < S(0, 0) * S(1, 1);
}
}  // namespace parallel_refused

namespace symmetry_forgotten
{
bool one_projection_could(const Matrix& S)
{
    return S(0, 0) >= 0 && S(1, 1) >= 0 && S(0, 1) * S(0, 1) <= S(0, 0) * S(1, 1);
}
}  // namespace symmetry_forgotten

namespace symmetry_is_not_enough::lengths
{
bool one_projection_could(const Matrix& S) { return S(0, 1) == S(1, 0) && S(0, 0) >= 0 && S(1, 1) >= 0; }
}  // namespace symmetry_is_not_enough::lengths

namespace symmetry_is_not_enough::plain
{
bool one_projection_could(const Matrix& S) { return S(0, 1) == S(1, 0); }
}  // namespace symmetry_is_not_enough::plain

namespace zero_vector_refused
{
bool one_projection_could(const Matrix& S)
{
    const double cosine = S(0, 1) / std::sqrt(S(0, 0)) / std::sqrt(S(1, 1));
    return S(0, 1) == S(1, 0) && std::abs(cosine) <= 1;
}
}  // namespace zero_vector_refused

}  // namespace attention
