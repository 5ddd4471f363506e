// Exercise 24.2 solved by calling what the chapters have written already.
#include "tests/exercises/24_cheaper/running_state/task.hpp"

#include "24_cheaper/linear/linear_attention.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace attention
{

namespace called_instead::collected
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    std::vector<Arrival> all;
    for (const Arrival& token : tokens) all.push_back(token);
    if (all.empty() || keep < 1.0) return;
    Matrix Q = xt::zeros<double>({all.size(), all[0].q.size()});
    Matrix K = Q;
    Matrix V = xt::zeros<double>({all.size(), all[0].v.size()});
    for (std::size_t i = 0; i < all.size(); ++i) {
        set_row(Q, i, all[i].q);
        set_row(K, i, all[i].k);
        set_row(V, i, all[i].v);
    }
    const Matrix output = causal_linear_attention(elu_plus_one(Q), elu_plus_one(K), V);
    for (std::size_t i = 0; i < all.size(); ++i) write(row_of(output, i));
}
}  // namespace called_instead::collected

}  // namespace attention
