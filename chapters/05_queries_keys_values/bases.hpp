/// \file
/// Chapter 5: only how questions and answers pair up matters, not which vectors they are.
#pragma once

#include "01_similarity/similarity.hpp"
#include "05_queries_keys_values/bank_projections.hpp"
#include "05_queries_keys_values/projections.hpp"

#include "common/tensor.hpp"

namespace attention::bank
{

/// The scores of "bank" in "the river bank" when its two questions and their answers are vectors of your choice.
///
/// \param E  the two questions, water? and money?, one per row, shape (2, 2)
/// \param F  the two answers, one per row, shape (2, 2)
/// \return   shape (3); the same for all E and F with E F^T = I
inline Vector scores_with_bases(const Matrix& E, const Matrix& F)
{
    const Roles roles = roles_of(the_river_bank.X, W);
    return score_row(project(row_of(roles.Q, 2), E), project_rows(roles.K, F));
}

}  // namespace attention::bank
