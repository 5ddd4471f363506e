#include "tests/exercises/08_patterns/how_decided.hpp"

#include "02_softmax/softmax.hpp"
#include "08_patterns/entropy.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

Vector how_decided(const Matrix& scores)
{
    const Vector H = entropy_rows(softmax_rows(scores));
    const Matrix visible = xt::cast<double>(scores > -std::numeric_limits<double>::max());
    const Vector seen = xt::sum(visible, {1});
    Vector decided = H;
    for (std::size_t i = 0; i < H.size(); ++i) {
        const double most = std::log(std::max(seen(i), 1.0));
        decided(i) = most > 0.0 ? (most - H(i)) / most : 0.0;
    }
    return decided;
}

}  // namespace attention
