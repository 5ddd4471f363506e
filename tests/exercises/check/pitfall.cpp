#include "tests/exercises/check/pitfall.hpp"

#include "tests/pitfalls/lazy_pitfall.hpp"

namespace check
{

std::vector<Mistake> lazy_maximum(const common::Matrix& scores)
{
    const char* sentence =
        "xt::amax with keep_dims does not stand still inside a larger expression: it slides along the row. "
        "Give the maximum a container of its own: const Matrix row_max = ...";
    const common::Matrix exps = pitfalls::exps_with_lazy_maximum(scores);  // (n, m)
    const common::Matrix sums = xt::sum(exps, {1}, xt::keep_dims);         // (n, 1)
    const common::Matrix weights = exps / sums;                            // (n, m)
    return {{"lazy_keep_dims", weights, sentence}, {"lazy_keep_dims", exps, sentence}};
}

}  // namespace check
