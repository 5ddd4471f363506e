/// \file
/// Chapter 24: attention without softmax, in the order of the products that saves the n by n matrix.
#pragma once

#include "common/blas.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// elu(x) + 1 of every coordinate: x + 1 above 0, and exp(x) below. Never negative, so no weight is.
///
/// Katharopoulos et al. 2020, "Transformers are RNNs" (https://arxiv.org/abs/2006.16236), equation 7.
///
/// \param X  any matrix
/// \return   the features of its rows, same shape
inline Matrix elu_plus_one(const Matrix& X)
{
    Matrix features = X;
    for (double& x : features) x = x > 0 ? x + 1 : std::exp(x);
    return features;
}

/// Rows divided by what their weights sum to; 0 where that is 0, since there was nothing to see.
///
/// \param sums    weighted sums of values, shape (n, d_v)
/// \param totals  sums of the same weights, shape (n)
/// \return        shape (n, d_v)
inline Matrix divided_by(const Matrix& sums, const Vector& totals)
{
    Matrix output = sums;
    for (std::size_t i = 0; i < sums.shape(0); ++i) {
        for (std::size_t c = 0; c < sums.shape(1); ++c) output(i, c) = totals(i) == 0 ? 0 : sums(i, c) / totals(i);
    }
    return output;
}

/// Linear attention as chapter 12 would write it: all pairs at once, without softmax. Equation 4 of the paper.
///
/// \param phi_Q  features of the queries, shape (n, r)
/// \param phi_K  features of the keys, shape (m, r)
/// \param V      values, shape (m, d_v)
/// \param mask   true = may attend, shape (n, m)
/// \return       shape (n, d_v); a query that may attend to nothing gets 0
/// \throws std::invalid_argument  unless the shapes fit
inline Matrix linear_attention_by_pairs(const Matrix& phi_Q, const Matrix& phi_K, const Matrix& V,
                                        const BoolMatrix& mask)
{
    common::require(mask.shape(0) == phi_Q.shape(0) && mask.shape(1) == phi_K.shape(0),
                    "linear_attention_by_pairs: the mask is ({}, {}) but there are {} queries and {} keys; it needs a "
                    "row for each query and a column for each key",
                    mask.shape(0), mask.shape(1), phi_Q.shape(0), phi_K.shape(0));
    const Matrix scores = common::product_transposed(phi_Q, phi_K);  // (n, m)
    const Matrix seen = xt::where(mask, scores, 0.0);                // (n, m)
    Vector totals = xt::zeros<double>({seen.shape(0)});              // (n)
    for (std::size_t i = 0; i < seen.shape(0); ++i) {
        for (std::size_t j = 0; j < seen.shape(1); ++j) totals(i) += seen(i, j);
    }
    return divided_by(common::product(seen, V), totals);  // (n, d_v)
}

/// The same where every query may see every key, with the products in the other order: no matrix is n by m.
///
/// (phi_Q phi_K^T) V = phi_Q (phi_K^T V). Equation 5 of the paper.
///
/// \param phi_Q  features of the queries, shape (n, r)
/// \param phi_K  features of the keys, shape (m, r)
/// \param V      values, shape (m, d_v)
/// \return       shape (n, d_v); 0 where there are no keys
/// \throws std::invalid_argument  unless the shapes fit
inline Matrix linear_attention(const Matrix& phi_Q, const Matrix& phi_K, const Matrix& V)
{
    const Matrix across = xt::transpose(phi_K);      // (r, m)
    const Matrix S = common::product(across, V);     // (r, d_v)
    Vector z = xt::zeros<double>({phi_K.shape(1)});  // (r); not xt::sum, which reads what is not there without keys
    for (std::size_t j = 0; j < phi_K.shape(0); ++j) {
        for (std::size_t c = 0; c < z.size(); ++c) z(c) += phi_K(j, c);
    }
    Vector totals = xt::zeros<double>({phi_Q.shape(0)});  // (n)
    for (std::size_t i = 0; i < phi_Q.shape(0); ++i) {
        for (std::size_t c = 0; c < z.size(); ++c) totals(i) += phi_Q(i, c) * z(c);
    }
    return divided_by(common::product(phi_Q, S), totals);  // (n, d_v)
}

/// All that causal linear attention remembers of a text, however long it is. Equations 10 to 12 of the paper.
struct RunningState {
    Matrix S;  ///< the sum of phi(k)^T v over all tokens so far, shape (r, d_v)
    Vector z;  ///< the sum of phi(k), shape (r)

    /// The state before the first token.
    RunningState(std::size_t r, std::size_t d_v) : S(xt::zeros<double>({r, d_v})), z(xt::zeros<double>({r})) {}

    /// Take in a token.
    /// \param phi_k  features of its key, shape (r)
    /// \param v      its value, shape (d_v)
    void absorb(const Vector& phi_k, const Vector& v)
    {
        for (std::size_t a = 0; a < S.shape(0); ++a) {
            z(a) += phi_k(a);
            for (std::size_t c = 0; c < S.shape(1); ++c) S(a, c) += phi_k(a) * v(c);
        }
    }

    /// Ask it.
    /// \param phi_q  features of the query, shape (r)
    /// \return       shape (d_v); 0 where the weights sum to 0, as before the first token
    Vector answer(const Vector& phi_q) const
    {
        Vector output = xt::zeros<double>({S.shape(1)});
        double total = 0.0;
        for (std::size_t a = 0; a < S.shape(0); ++a) {
            total += phi_q(a) * z(a);
            for (std::size_t c = 0; c < S.shape(1); ++c) output(c) += phi_q(a) * S(a, c);
        }
        for (double& o : output) o = total == 0 ? 0 : o / total;
        return output;
    }
};

/// Causal linear attention, token by token. Its time grows with n, its memory not at all.
///
/// \param phi_Q  features of the queries, shape (n, r)
/// \param phi_K  features of the keys, shape (n, r)
/// \param V      values, shape (n, d_v)
/// \return       shape (n, d_v). A NaN in a key or a value reaches all tokens after it: the state never forgets
/// \throws std::invalid_argument  unless there are as many queries, keys and values, and the features are as many
inline Matrix causal_linear_attention(const Matrix& phi_Q, const Matrix& phi_K, const Matrix& V)
{
    common::require(phi_Q.shape() == phi_K.shape() && phi_K.shape(0) == V.shape(0),
                    "causal_linear_attention: features of queries are ({}, {}), of keys ({}, {}), and there are {} "
                    "values; each token needs one of each, with as many features",
                    phi_Q.shape(0), phi_Q.shape(1), phi_K.shape(0), phi_K.shape(1), V.shape(0));
    RunningState state(phi_K.shape(1), V.shape(1));
    Matrix output = xt::zeros<double>({V.shape(0), V.shape(1)});
    for (std::size_t t = 0; t < V.shape(0); ++t) {
        state.absorb(row_of(phi_K, t), row_of(V, t));
        set_row(output, t, state.answer(row_of(phi_Q, t)));
    }
    return output;
}

}  // namespace attention
