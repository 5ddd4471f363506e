#include "tests/exercises/05_queries_keys_values/one_projection/task.hpp"

#include "tests/exercises/check.hpp"

#include <string>
#include <vector>

using namespace attention;

namespace
{

struct Case {
    Matrix S;
    bool answer;
    std::string call;
    std::string key;
    std::string sentence;
};

}  // namespace

// Whatever the chapters have may be called: none of it does what is asked here.

TEST_CASE("which tables of scores one projection can give")
{
    const std::vector<Case> cases = {
        {{{4, 2}, {2, 1}},
         true,
         "one_projection_could([[4, 2], [2, 1]])",
         "parallel_refused",
         "This one can: x' is twice y'. Where the cosine is exactly 1, the vectors lie on one line."},
        {{{1, 0}, {3, 1}},
         false,
         "one_projection_could([[1, 0], [3, 1]])",
         "symmetry_forgotten",
         "The two words score each other differently. A dot product is the same from either side."},
        {{{2, -1}, {-1, 3}},
         true,
         "one_projection_could([[2, -1], [-1, 3]])",
         "negative_score_refused",
         "This one can. Words may well disagree: a negative score is an angle of more than 90 degrees."},
        {{{1, 3}, {3, 1}},
         false,
         "one_projection_could([[1, 3], [3, 1]])",
         "symmetry_is_not_enough",
         "It is symmetric, but two vectors of norm 1 cannot have the dot product 3: no cosine is above 1."},
        {{{1, -3}, {-3, 1}},
         false,
         "one_projection_could([[1, -3], [-3, 1]])",
         "opposite_forgotten",
         "Two vectors of norm 1 cannot have the dot product -3 either: no cosine is below -1."},
        {{{1, 2}, {2, 3}},
         false,
         "one_projection_could([[1, 2], [2, 3]])",
         "below_the_larger_is_not_enough",
         "2 is no larger than the larger score with oneself, 3. That must be so, but it is not enough: here the cosine "
         "would be 2 / sqrt(3)."},
        {{{-2, 1}, {1, -2}},
         false,
         "one_projection_could([[-2, 1], [1, -2]])",
         "negative_length",
         "Here the score of a word with itself is a squared norm, and -2 cannot be one."},
        {{{0, 0}, {0, 5}},
         true,
         "one_projection_could([[0, 0], [0, 5]])",
         "zero_vector_refused",
         "This one can: x' is the zero vector. Did something get divided by its norm?"},
        {{{0, 1}, {1, 5}},
         false,
         "one_projection_could([[0, 1], [1, 5]])",
         "zero_vector_scores",
         "x' has norm 0, so it is the zero vector, and its score with anything is 0, not 1."}};
    for (const Case& one : cases) {
        check::ask({.call = one.call,
                    .answer = [&] { return one_projection_could(one.S); },
                    .expected = one.answer,
                    .mistakes = {{one.key, !one.answer, one.sentence}}});
    }
}
