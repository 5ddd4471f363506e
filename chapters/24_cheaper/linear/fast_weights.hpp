/// \file
/// Chapter 24: a matrix as a memory: what is added to it stays, or what is wrong in it gets corrected.
#pragma once

#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// A memory of pairs in one matrix. It answers a query q with q S.
///
/// Such a matrix that changes as a text goes by is a set of fast weights: Schmidhuber 1992, "Learning to Control
/// Fast-Weight Memories" (https://doi.org/10.1162/neco.1992.4.1.131). Schlag, Irie and Schmidhuber 2021 showed that linear
/// attention is one (https://arxiv.org/abs/2102.11174).
struct FastWeights {
    Matrix S;  ///< what is remembered, shape (d, d_v)

    /// A memory of nothing.
    FastWeights(std::size_t d, std::size_t d_v) : S(xt::zeros<double>({d, d_v})) {}

    /// What it says to a query.
    /// \param q  shape (d)
    /// \return   shape (d_v)
    Vector answer(const Vector& q) const
    {
        Vector output = xt::zeros<double>({S.shape(1)});
        for (std::size_t a = 0; a < S.shape(0); ++a) {
            for (std::size_t c = 0; c < S.shape(1); ++c) output(c) += q(a) * S(a, c);
        }
        return output;
    }

    /// The plain sum: S = S + k^T v. No feature map, no normaliser.
    /// \param k  shape (d)
    /// \param v  shape (d_v)
    void add(const Vector& k, const Vector& v)
    {
        for (std::size_t a = 0; a < S.shape(0); ++a) {
            for (std::size_t c = 0; c < S.shape(1); ++c) S(a, c) += k(a) * v(c);
        }
    }

    /// The delta rule: ask the memory for k first, and add only what is missing, S = S + rate k^T (v - k S).
    ///
    /// With a key of length 1 and a rate of 1 the memory answers k with v afterwards, whatever it said before. See Schlag
    /// et al. 2021, and Yang et al. 2024 for how such a layer is trained in parallel (https://arxiv.org/abs/2406.06484).
    ///
    /// \param k     shape (d), of length 1
    /// \param v     shape (d_v)
    /// \param rate  how much of the difference is corrected, from 0 to 1
    void correct(const Vector& k, const Vector& v, double rate = 1.0)
    {
        const Vector missing = rate * (v - answer(k));  // (d_v)
        add(k, missing);
    }
};

}  // namespace attention
