/// \file
/// Chapter 23: two layers with a bend between them, for each row alone: a multi-layer perceptron, or MLP.
#pragma once

#include "23_writing/model/products.hpp"

#include "17_induction/model.hpp"
#include "20_long_context/fast/tile_kernels.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// How steep the switch of `gelu` is.
inline constexpr double gelu_slope = 1.702;

/// What an MLP computed.
template <typename Real>
struct MlpTrace {
    Numbers<Real> hidden;  ///< N W_in, shape (rows, d_hidden)
    Numbers<Real> open;    ///< how far each of these numbers is let through, from 0 to 1
    Numbers<Real> bent;    ///< the product of the two, shape (rows, d_hidden)
    Numbers<Real> output;  ///< shape (rows, d_model)
};

/// How far a number is let through: 1 / (1 + exp(-1.702 x)), for all numbers at once.
///
/// With chapter 20's exponential, which wants numbers up to 0: exp(-|z|) serves for both signs.
template <typename Real>
void open_gates(const Numbers<Real>& hidden, Numbers<Real>& open)
{
    make_room(open, hidden.shape(0), hidden.shape(1));
    const Real* x = hidden.data();
    Real* gate = open.data();
    for (std::size_t i = 0; i < open.size(); ++i) gate[i] = -std::abs(static_cast<Real>(gelu_slope) * x[i]);
    tile_kernels<Real>().exponentials(gate, open.size(), Real{0});
    for (std::size_t i = 0; i < open.size(); ++i) gate[i] = (x[i] < 0 ? gate[i] : Real{1}) / (1 + gate[i]);
}

/// GELU, in its short form: x times how far it is let through (Hendrycks and Gimpel 2016, section 2).
template <typename Real>
void gelu(MlpTrace<Real>& t)
{
    open_gates(t.hidden, t.open);
    make_room(t.bent, t.hidden.shape(0), t.hidden.shape(1));
    for (std::size_t i = 0; i < t.bent.size(); ++i) t.bent.data()[i] = t.hidden.data()[i] * t.open.data()[i];
}

/// Back through it, in the place of dbent: with the gate s, the slope is s (1 + 1.702 x (1 - s)).
template <typename Real>
void gelu_backward(const MlpTrace<Real>& t, Numbers<Real>& dbent)
{
    for (std::size_t i = 0; i < dbent.size(); ++i) {
        const Real s = t.open.data()[i];
        dbent.data()[i] *= s * (1 + static_cast<Real>(gelu_slope) * t.hidden.data()[i] * (1 - s));
    }
}

/// gelu(N W_in) W_out, for each row alone.
///
/// \param N      what comes in, shape (rows, d_model)
/// \param W_in   shape (d_model, d_hidden)
/// \param W_out  shape (d_hidden, d_model)
/// \param t      what was computed
template <typename Real>
void mlp(const Numbers<Real>& N, const Numbers<Real>& W_in, const Numbers<Real>& W_out, MlpTrace<Real>& t)
{
    product_into(N, W_in, t.hidden);
    gelu(t);
    product_into(t.bent, W_out, t.output);
}

}  // namespace attention
