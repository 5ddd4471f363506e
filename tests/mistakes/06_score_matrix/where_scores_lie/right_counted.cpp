#include "tests/exercises/06_score_matrix/where_scores_lie.hpp"

namespace attention
{

Vector where_scores_lie()
{
    Matrix S = xt::zeros<double>({5, 7});
    double multiplications = 0;
    for (std::size_t i = 0; i < 5; ++i) {
        for (std::size_t j = 0; j < 7; ++j) multiplications += 3;
    }
    const double place = static_cast<double>(&S(2, 4) - &S(0, 0));
    return {static_cast<double>(S.shape(0)), static_cast<double>(S.shape(1)), place, multiplications};
}

}  // namespace attention
