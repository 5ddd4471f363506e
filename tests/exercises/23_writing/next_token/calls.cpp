// Exercise 23.2 solved by calling what the chapters have written already.
#include "tests/exercises/23_writing/next_token/task.hpp"

#include "02_softmax/softmax.hpp"
#include "23_writing/sampling.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>

namespace attention
{

namespace called_instead::as_top_k
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    if (temperature == 0.0) return sampled(logits, 0.0, 1, u);
    Vector shares = softmax(logits / temperature);
    std::sort(shares.begin(), shares.end(), std::greater<>());
    std::size_t count = 0;
    for (double kept = 0.0; count < shares.size() && (count == 0 || kept < top_p); ++count) kept += shares(count);
    return sampled(logits, temperature, count, u);
}
}  // namespace called_instead::as_top_k

}  // namespace attention
