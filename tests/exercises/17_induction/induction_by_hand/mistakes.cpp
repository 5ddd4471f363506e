// Exercise 17.4 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/17_induction/induction_by_hand/task.hpp"

#include <cstddef>

namespace attention
{

// Like the solution, except where marked.
namespace right::in_reverse
{
Projections induction_by_hand()
{
    Projections W = {xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5})};
    for (std::size_t token = 0; token < 5; ++token) {
        W.W_Q(token, 4 - token) = 60.0;     // <--
        W.W_K(5 + token, 4 - token) = 1.0;  // <--
        W.W_V(token, token) = 1.0;
    }
    return W;
}
}  // namespace right::in_reverse

namespace right::rows_moved
{
Projections induction_by_hand()
{
    const Matrix lower = 1.0 * xt::eye<double>({10, 5}, -5);
    const Matrix upper = 1.0 * xt::eye<double>({10, 5}, 0);
    return {8.0 * upper, 8.0 * lower, upper};
}
}  // namespace right::rows_moved

// Like the solution, except where marked.
namespace even_weights
{
Projections induction_by_hand()
{
    Projections W = {xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5})};
    for (std::size_t token = 0; token < 5; ++token) {
        W.W_Q(token, token) = 0.0;  // <--
        W.W_K(5 + token, token) = 1.0;
        W.W_V(token, token) = 1.0;
    }
    return W;
}
}  // namespace even_weights

// Like the solution, except where marked.
namespace looks_at_itself::by_the_token_before
{
Projections induction_by_hand()
{
    Projections W = {xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5})};
    for (std::size_t token = 0; token < 5; ++token) {
        W.W_Q(5 + token, token) = 30.0;  // <--
        W.W_K(5 + token, token) = 1.0;
        W.W_V(token, token) = 1.0;
    }
    return W;
}
}  // namespace looks_at_itself::by_the_token_before

// Like the solution, except where marked.
namespace looks_at_itself::plain
{
Projections induction_by_hand()
{
    Projections W = {xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5})};
    for (std::size_t token = 0; token < 5; ++token) {
        W.W_Q(token, token) = 30.0;
        W.W_K(token, token) = 1.0;  // <--
        W.W_V(token, token) = 1.0;
    }
    return W;
}
}  // namespace looks_at_itself::plain

// Like the solution, except where marked.
namespace misses
{
Projections induction_by_hand()
{
    Projections W = {xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5})};
    for (std::size_t token = 0; token < 5; ++token) {
        W.W_Q(token, token) = 30.0;
        W.W_K(5 + (token + 1) % 5, token) = 1.0;  // <--
        W.W_V(token, token) = 1.0;
    }
    return W;
}
}  // namespace misses

// Like the solution, except where marked.
namespace not_finite
{
Projections induction_by_hand()
{
    Projections W = {xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5})};
    for (std::size_t token = 0; token < 5; ++token) {
        W.W_Q(token, token) = 0.0 / 0.0;  // <--
        W.W_K(5 + token, token) = 1.0;
        W.W_V(token, token) = 1.0;
    }
    return W;
}
}  // namespace not_finite

namespace not_five_columns
{
Projections induction_by_hand()
{
    Projections W = {xt::ones<double>({10, 5}), xt::ones<double>({10, 5}), xt::ones<double>({10, 10})};
    return W;
}
}  // namespace not_five_columns

// Like the solution, except where marked.
namespace not_one_hot
{
Projections induction_by_hand()
{
    Projections W = {xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5})};
    for (std::size_t token = 0; token < 5; ++token) {
        W.W_Q(token, token) = 30.0;
        W.W_K(5 + token, token) = 1.0;
        W.W_V((token + 1) % 5, token) = 1.0;  // <--
    }
    return W;
}
}  // namespace not_one_hot

namespace not_ten_rows
{
Projections induction_by_hand()
{
    const Matrix half = xt::eye<double>(5);
    return {30.0 * half, half, half};
}
}  // namespace not_ten_rows

// Like the solution, except where marked.
namespace one_place_back
{
Projections induction_by_hand()
{
    Projections W = {xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5})};
    for (std::size_t token = 0; token < 5; ++token) {
        W.W_Q(5 + token, token) = 30.0;  // <--
        W.W_K(token, token) = 1.0;       // <--
        W.W_V(token, token) = 1.0;
    }
    return W;
}
}  // namespace one_place_back

// Like the solution, except where marked.
namespace says_what_it_read
{
Projections induction_by_hand()
{
    Projections W = {xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5})};
    for (std::size_t token = 0; token < 5; ++token) {
        W.W_Q(token, token) = 30.0;
        W.W_K(5 + token, token) = 1.0;
        W.W_V(5 + token, token) = 1.0;  // <--
    }
    return W;
}
}  // namespace says_what_it_read

// Like the solution, except where marked.
namespace too_weak
{
Projections induction_by_hand()
{
    Projections W = {xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5}), xt::zeros<double>({10, 5})};
    for (std::size_t token = 0; token < 5; ++token) {
        W.W_Q(token, token) = 4.0;  // <--
        W.W_K(5 + token, token) = 1.0;
        W.W_V(token, token) = 1.0;
    }
    return W;
}
}  // namespace too_weak

namespace unequal_d_k
{
Projections induction_by_hand()
{
    Projections W = {xt::ones<double>({10, 5}), xt::ones<double>({10, 4}), xt::ones<double>({10, 5})};
    return W;
}
}  // namespace unequal_d_k

}  // namespace attention
