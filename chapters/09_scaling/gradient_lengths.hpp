/// \file
/// Chapter 9: how long a gradient is on its way back from the weights to the query.
#pragma once

#include "09_scaling/saturation.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"
#include "06_score_matrix/score_matrix.hpp"

#include "common/median.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

/// The length of one gradient at four places, each a median over many queries.
struct GradientLengths {
    double at_weights = 0;  ///< at the weights, where it starts, shape (m)
    double at_softmax = 0;  ///< at what softmax is given: the divided scores, shape (m)
    double at_scores = 0;   ///< at q . k, before the division, shape (m)
    double at_query = 0;    ///< at q, shape (d_k): what W_Q learns from
};

/// Follow a random gradient of length about sqrt(m) back from the weights of random queries over random keys.
///
/// Softmax multiplies it by its Jacobian. The division divides it, as it divided the scores. And at the query each score's
/// share is multiplied by its key, for k_j is how fast q . k_j changes with q.
///
/// \param d_k      coordinates of a query and of a key, each normal with variance 1
/// \param m        keys in each draw
/// \param divisor  of the scores
/// \param draws    how often 16 queries and the keys are drawn anew
/// \param random   where the numbers come from; the same state gives the same queries, keys and gradients for every divisor
/// \return         medians over the 16 draws queries
inline GradientLengths gradient_lengths(std::size_t d_k, std::size_t m, double divisor, std::size_t draws,
                                        common::Random random)
{
    std::vector<double> at_weights;
    std::vector<double> at_softmax;
    std::vector<double> at_scores;
    std::vector<double> at_query;
    for (std::size_t draw = 0; draw < draws; ++draw) {
        const Matrix Q = random.normal_matrix(16, d_k);
        const Matrix K = random.normal_matrix(m, d_k);
        const Matrix scaled_scores = score_matrix(Q, K) / divisor;
        for (std::size_t i = 0; i < 16; ++i) {
            const Vector weights = softmax(row_of(scaled_scores, i));
            const Vector d_weights = random.normal_vector(m);
            const Vector d_scaled = gradient_through_softmax(weights, d_weights);
            const Vector d_scores = d_scaled / divisor;
            at_weights.push_back(norm(d_weights));
            at_softmax.push_back(norm(d_scaled));
            at_scores.push_back(norm(d_scores));
            at_query.push_back(norm(weighted_sum(d_scores, K)));
        }
    }
    return {common::median(at_weights), common::median(at_softmax), common::median(at_scores),
            common::median(at_query)};
}

}  // namespace attention
