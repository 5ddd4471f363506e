#include "tests/exercises/24_cheaper/running_state/task.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

namespace
{

Vector phi(Vector x)
{
    for (double& coordinate : x) coordinate = coordinate > 0.0 ? coordinate + 1.0 : std::exp(coordinate);
    return x;
}

}  // namespace

void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    // However long the text, d d_v + d numbers are all that is kept, and a token takes the same time at any place in it:
    // attention has become a recurrent network. RetNet is built of such states, with a fixed `keep` for each head; Mamba works
    // out anew at each token how much to keep.
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {  // the first token says how large the state is
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = phi(k);
        const Vector query = phi(q);
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * z(c) + key(c);
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * S(c, d) + key(c) * v(d);
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}

}  // namespace attention
