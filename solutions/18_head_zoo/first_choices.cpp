#include "tests/exercises/18_head_zoo/first_choices/task.hpp"

#include <cstddef>

namespace attention
{

double first_choices(const std::vector<Matrix>& weights, const std::vector<Question>& questions)
{
    double decided = 0.0;
    for (std::size_t s = 0; s < questions.size(); ++s) {
        const Vector row = row_of(weights[s], questions[s].asks);
        bool ahead = true;
        for (std::size_t j = 0; j < row.size(); ++j) {
            if (j != questions[s].source) ahead = ahead && row(j) < row(questions[s].source);
        }
        decided += ahead ? 1.0 : 0.0;
    }
    return questions.empty() ? 0.0 : decided / static_cast<double>(questions.size());
}

}  // namespace attention
