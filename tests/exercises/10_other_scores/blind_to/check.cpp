#include "tests/exercises/10_other_scores/blind_to/task.hpp"

#include "02_softmax/softmax.hpp"
#include "10_other_scores/other_scores.hpp"

#include "common/random.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

using namespace attention;

namespace
{

struct Words {
    Matrix Q;  // (3, 2)
    Matrix K;  // (4, 2)
};

Matrix turned(const Matrix& rows)
{
    const double c = std::sqrt(0.5);
    Matrix result = rows;
    for (std::size_t i = 0; i < rows.shape(0); ++i) {
        result(i, 0) = c * rows(i, 0) - c * rows(i, 1);
        result(i, 1) = c * rows(i, 0) + c * rows(i, 1);
    }
    return result;
}

Matrix moved(const Matrix& rows)
{
    const Matrix step = {{0.7, -1.9}};
    return rows + step;
}

Matrix one_longer(const Matrix& rows)
{
    Matrix result = rows;
    set_row(result, 1, 3.0 * row_of(rows, 1));
    return result;
}

/// What really happens to the weights of random words.
BoolMatrix tried()
{
    common::Random random(10);
    const Words w{random.normal_matrix(3, 2), random.normal_matrix(4, 2)};
    const std::vector<Words> changed = {{w.Q, moved(w.K)},
                                        {moved(w.Q), moved(w.K)},
                                        {w.Q, one_longer(w.K)},
                                        {turned(w.Q), turned(w.K)},
                                        {3.0 * w.Q, w.K}};
    using Score = std::function<Matrix(const Words&)>;
    const std::vector<Score> scores = {[](const Words& x) { return score_matrix(x.Q, x.K); },
                                       [](const Words& x) { return laplace_scores(x.Q, x.K); },
                                       [](const Words& x) { return gaussian_scores(x.Q, x.K); },
                                       [](const Words& x) { return cosine_scores(x.Q, x.K); }};
    BoolMatrix stays = xt::zeros<bool>({4, 5});
    for (std::size_t s = 0; s < 4; ++s) {
        for (std::size_t c = 0; c < 5; ++c) {
            const Matrix before = softmax_rows(scores[s](w));
            const Matrix after = softmax_rows(scores[s](changed[c]));
            stays(s, c) = tests::difference(before, after) < 1e-9;
        }
    }
    return stays;
}

enum Row { dot_product, laplace, gaussian, cosine_score };

/// True unless the answer says `claim` for this score and this change.
check::Property no_claim(const std::string& key, Row score, char change, bool claim, const std::string& sentence)
{
    return check::property(key, sentence, [=](const check::Value& answer) {
        const std::size_t place = static_cast<std::size_t>(score) * 5 + static_cast<std::size_t>(change - 'a');
        return answer.cells.size() <= place || (answer.cells[place] != 0.0) != claim;
    });
}

}  // namespace

TEST_CASE("four scores, five changes")
{
    const char* const lengths =
        "A length changed, and you say that the weights stay the same. A dot product grows with it.";
    const char* const moved_alone =
        "Only the keys moved, and you say that a distance does not see it. Put a key on its query, and move it away.";
    const char* const together = "Queries and keys moved together. Did any distance between them change?";
    const char* const stretched = "Stretching moves a key or a query somewhere else, so its distances change.";
    const char* const directions = "Cosine looks only at directions. A vector three times as long has the same one.";
    const char* const bent =
        "Adding a vector changes directions: [1, 0] and [0, 1], with [5, 0] added, point almost the same way.";
    const BoolMatrix right = tried();
    const BoolMatrix opposite = !right;
    BoolMatrix on_its_side = xt::zeros<bool>({5, 4});
    for (std::size_t i = 0; i < 5; ++i) {
        for (std::size_t j = 0; j < 4; ++j) on_its_side(i, j) = right(j, i);
    }
    check::ask(
        {.call = "blind_to()",
         .answer = blind_to,
         .expected = right,
         .mistakes = {{"changed_for_stays", opposite,
                       "You marked what changes. True is for weights that stay the same."},
                      {"rows_are_changes", on_its_side,
                       "There is a row for each score, and a column for each change."}},
         .properties =
             {no_claim(
                  "scores_for_weights", dot_product, 'a', false,
                  "Adding a vector to all keys changes the dot products. Does it change how they differ for one query?"),
              no_claim(
                  "dot_is_no_distance", dot_product, 'b', true,
                  "You say that a dot product does not see keys and queries move together. Multiply out: one term depends on the key."),
              no_claim("dot_ignores_length", dot_product, 'c', true, lengths),
              no_claim("dot_ignores_length", dot_product, 'e', true, lengths),
              no_claim("dot_turned", dot_product, 'd', false,
                       "A dot product is made of lengths and an angle. Which of them does turning both change?"),
              no_claim("distance_moved", laplace, 'a', true, moved_alone),
              no_claim("distance_moved", gaussian, 'a', true, moved_alone),
              no_claim("moved_together", laplace, 'b', false, together),
              no_claim("moved_together", gaussian, 'b', false, together),
              no_claim("distance_stretched", laplace, 'c', true, stretched),
              no_claim("distance_stretched", laplace, 'e', true, stretched),
              no_claim("distance_stretched", gaussian, 'c', true, stretched),
              no_claim("distance_stretched", gaussian, 'e', true, stretched),
              no_claim(
                  "laplace_turned", laplace, 'd', true,
                  "Laplace walks along the axes. Turn [1, 0] by 45 degrees: how far is the walk to the origin now?"),
              no_claim("gaussian_turned", gaussian, 'd', false,
                       "The Gaussian score measures in a straight line. Turning changes no such distance."),
              no_claim("cosine_sees_length", cosine_score, 'c', false, directions),
              no_claim("cosine_sees_length", cosine_score, 'e', false, directions),
              no_claim("cosine_turned", cosine_score, 'd', false,
                       "Turning both does not change the angle between them."),
              no_claim("cosine_moved", cosine_score, 'a', true, bent),
              no_claim("cosine_moved", cosine_score, 'b', true, bent)},
         .secret = true});
}
