// Exercise 8.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// a version differs from the one it was made from.
#include "tests/exercises/08_patterns/bits_by_hand/task.hpp"

#include "08_patterns/entropy.hpp"

#include <cmath>
#include <vector>

namespace attention
{

namespace right::computed
{
Vector bits_by_hand()
{
    Vector tail = xt::ones<double>({33}) / 64.0;
    tail(0) = 0.5;
    return {0, bits(entropy({0.25, 0.25, 0.25, 0.25})), bits(entropy({0.5, 0.25, 0.125, 0.125})), 1,
            bits(entropy(tail))};
}
}  // namespace right::computed

namespace right::numbers
{
Vector bits_by_hand() { return {0, 2, 1.75, 1, 3.5}; }
}  // namespace right::numbers

namespace tokens_for_bits
{
Vector bits_by_hand() { return {1, 4, 3.3636, 2, 11.3137}; }
}  // namespace tokens_for_bits

namespace hidden_keys_counted
{
Vector bits_by_hand() { return {0, 2, 1.75, 2, 3.5}; }
}  // namespace hidden_keys_counted

namespace nats_for_bits
{
Vector bits_by_hand() { return {0, 1.3863, 1.2130, 0.6931, 2.4260}; }
}  // namespace nats_for_bits

namespace sign_forgotten
{
Vector bits_by_hand() { return {0, -2, -1.75, -1, -3.5}; }
}  // namespace sign_forgotten

namespace tail_as_one_key
{
Vector bits_by_hand() { return {0, 2, 1.75, 1, 1}; }
}  // namespace tail_as_one_key

namespace tail_unweighted
{
Vector bits_by_hand() { return {0, 2, 1.75, 1, 6.5}; }
}  // namespace tail_unweighted

namespace tail_within_itself
{
Vector bits_by_hand() { return {0, 2, 1.75, 1, 0.5 + 0.5 * 5}; }
}  // namespace tail_within_itself

namespace zero_is_no_number
{
Vector bits_by_hand()
{
    std::vector<double> tail(33, 1.0 / 64.0);
    tail[0] = 0.5;
    const std::vector<std::vector<double>> rows = {
        {0, 1, 0, 0}, {0.25, 0.25, 0.25, 0.25}, {0.5, 0.25, 0.125, 0.125}, {0.5, 0, 0.5, 0}, tail};
    Vector H = xt::zeros<double>({5});
    for (std::size_t i = 0; i < 5; ++i) {
        for (const double weight : rows[i]) H(i) -= weight * std::log2(weight);
    }
    return H;
}
}  // namespace zero_is_no_number

namespace undiagnosed::slip
{
Vector bits_by_hand() { return {0, 2, 1.5, 1, 3.5}; }
}  // namespace undiagnosed::slip

}  // namespace attention
