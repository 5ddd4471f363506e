#include "tests/exercises/17_induction/where_they_look.hpp"

namespace attention
{

Vector where_they_look()
{
    const Vector tokens = {0, 1, 2, 1, 2, 1, 3};
    Vector answers = xt::zeros<double>({std::size_t{6}});
    answers(0) = 5 - 1;
    for (std::size_t i = 0; i < 7; ++i) {
        std::size_t matches = 0;
        std::size_t last = 0;
        for (std::size_t j = 1; j <= i; ++j) {
            if (tokens(j - 1) != tokens(i)) continue;
            ++matches;
            last = j;
        }
        if (i == 3) answers(1) = static_cast<double>(last);
        if (i == 4) answers(2) = static_cast<double>(last);
        if (i == 5) answers(4) = 1.0 / static_cast<double>(matches);
        if (matches == 0) continue;
        answers(3) += 1.0;
        if (i + 1 < 7 && tokens(last) == tokens(i + 1)) answers(5) += 1.0;
    }
    return answers;
}

}  // namespace attention
