// Exercise 9.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// a version differs from the one it was made from.
#include "tests/exercises/09_scaling/scaled_by_hand/task.hpp"

#include "09_scaling/scaled_attention.hpp"

#include <cmath>

namespace attention
{

namespace right::computed
{
Matrix scaled_by_hand()
{
    const double a = std::log(3.0);
    const double b = std::log(2.0);
    const Matrix q = {{1, 2, 0, 1}};
    const Matrix K = {{a, 0, 5, a}, {0, b, -1, 0}, {2, -1, 7, 0}};
    const Matrix long_q = xt::concatenate(xt::xtuple(q, q, q, q), 1);
    const Matrix long_K = xt::concatenate(xt::xtuple(K, K, K, K), 1);
    Matrix weights = xt::zeros<double>({2, 3});
    set_row(weights, 0, row_of(scaled_dot_product_attention(q, K, K).weights, 0));
    set_row(weights, 1, row_of(scaled_dot_product_attention(long_q, long_K, K).weights, 0));
    return weights;
}
}  // namespace right::computed

namespace right::rounded
{
Matrix scaled_by_hand() { return {{0.5, 0.3333, 0.1667}, {0.6429, 0.2857, 0.0714}}; }
}  // namespace right::rounded

namespace divided_by_d_k
{
Matrix scaled_by_hand() { return {{0.4177, 0.3411, 0.2412}, {0.4177, 0.3411, 0.2412}}; }
}  // namespace divided_by_d_k

namespace multiplied_by_root
{
Matrix scaled_by_hand() { return {{0.8265, 0.1633, 0.0102}, {1, 0, 0}}; }
}  // namespace multiplied_by_root

namespace repeating_changes_nothing
{
Matrix scaled_by_hand() { return {{0.5, 0.3333, 0.1667}, {0.5, 0.3333, 0.1667}}; }
}  // namespace repeating_changes_nothing

namespace repeating_flattens
{
Matrix scaled_by_hand() { return {{0.5, 0.3333, 0.1667}, {0.4177, 0.3411, 0.2412}}; }
}  // namespace repeating_flattens

namespace root_of_d_model::of_32
{
Matrix scaled_by_hand() { return {{0.4524, 0.3396, 0.2080}, {0.5634, 0.3175, 0.1191}}; }
}  // namespace root_of_d_model::of_32

namespace root_of_d_model::plain
{
Matrix scaled_by_hand() { return {{0.4524, 0.3396, 0.2080}, {0.7340, 0.2332, 0.0328}}; }
}  // namespace root_of_d_model::plain

namespace root_of_heads
{
Matrix scaled_by_hand() { return {{0.5634, 0.3175, 0.1191}, {0.9067, 0.0915, 0.0018}}; }
}  // namespace root_of_heads

namespace root_of_m
{
Matrix scaled_by_hand() { return {{0.5243, 0.3283, 0.1474}, {0.8621, 0.1325, 0.0054}}; }
}  // namespace root_of_m

namespace root_of_old_d_k
{
Matrix scaled_by_hand() { return {{0.5, 0.3333, 0.1667}, {0.8265, 0.1633, 0.0102}}; }
}  // namespace root_of_old_d_k

namespace scale_forgotten
{
Matrix scaled_by_hand() { return {{0.6429, 0.2857, 0.0714}, {0.9623, 0.0375, 0.0001}}; }
}  // namespace scale_forgotten

namespace scaled_after_softmax::plain
{
Matrix scaled_by_hand() { return {{0.3214, 0.1429, 0.0357}, {0.2406, 0.0094, 0}}; }
}  // namespace scaled_after_softmax::plain

namespace scaled_after_softmax::too
{
Matrix scaled_by_hand() { return {{0.25, 0.1667, 0.0833}, {0.1607, 0.0714, 0.0179}}; }
}  // namespace scaled_after_softmax::too

namespace undiagnosed::slip
{
Matrix scaled_by_hand() { return {{0.5, 0.25, 0.25}, {0.6429, 0.2857, 0.0714}}; }
}  // namespace undiagnosed::slip

}  // namespace attention
