/// \file
/// Chapter 10: random smooth curves, and the best possible guess at one of which some points are known.
#pragma once

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

/// How far apart two points of a random curve still have much in common.
inline constexpr double curve_length = 0.6;

/// The standard deviation of the error that each measured height has.
inline constexpr double measuring_error = 0.02;

/// How alike two points of a random smooth curve are: their covariance, exp(-(a - b)^2 / (2 curve_length^2)).
///
/// \param a  places on the x axis, shape (n)
/// \param b  places on the x axis, shape (m)
/// \return   shape (n, m): 1 where two places are the same, nearly 0 where they are far apart
inline Matrix covariance(const Vector& a, const Vector& b)
{
    Matrix C = xt::zeros<double>({a.size(), b.size()});
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            const double steps = (a(i) - b(j)) / curve_length;
            C(i, j) = std::exp(-steps * steps / 2);
        }
    }
    return C;
}

/// The covariance of measured points: each has a small error of its own.
/// \param x  shape (n)
/// \return   shape (n, n)
inline Matrix noisy_covariance(const Vector& x)
{
    Matrix C = covariance(x, x);
    for (std::size_t i = 0; i < x.size(); ++i) C(i, i) += measuring_error * measuring_error;
    return C;
}

/// The square root of a covariance: the L, zero above its diagonal, for which L L^T is C.
///
/// \param C  symmetric, shape (n, n)
/// \return   shape (n, n)
/// \throws std::invalid_argument  unless C is square and positive definite
inline Matrix cholesky(const Matrix& C)
{
    common::require(C.shape(0) == C.shape(1), "cholesky: C is ({}, {}); it must be square", C.shape(0), C.shape(1));
    const std::size_t n = C.shape(0);
    Matrix L = xt::zeros<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            double rest = C(i, j);
            for (std::size_t k = 0; k < j; ++k) rest -= L(i, k) * L(j, k);
            common::require(i != j || rest > 0, "cholesky: pivot {} is {}; C must be positive definite", i, rest);
            L(i, j) = i == j ? std::sqrt(rest) : rest / L(j, j);
        }
    }
    return L;
}

/// Measured points of one random smooth curve: L z has covariance L L^T where z is independent normal numbers.
///
/// \param x       places, shape (n)
/// \param random  where the curve comes from
/// \return        heights, shape (n)
inline Vector random_curve(const Vector& x, common::Random& random)
{
    const Matrix L = cholesky(noisy_covariance(x));  // (n, n)
    const Vector z = random.normal_vector(x.size());
    Vector heights = xt::zeros<double>({x.size()});
    for (std::size_t i = 0; i < x.size(); ++i) {
        for (std::size_t k = 0; k <= i; ++k) heights(i) += L(i, k) * z(k);
    }
    return heights;
}

/// The mean of all such curves, each counted by how well it fits some measured points: for squared errors, on average over
/// all curves, the best guess there is.
///
/// \param x_context  places of the measured points, shape (m)
/// \param y_context  their heights, shape (m)
/// \param x_target   where to guess, shape (n)
/// \return           shape (n)
/// Rasmussen, Williams 2006, Gaussian Processes for Machine Learning, equation 2.25.
inline Vector gaussian_process_mean(const Vector& x_context, const Vector& y_context, const Vector& x_target)
{
    const Vector pull = common::solve(noisy_covariance(x_context), y_context);  // (m)
    const Matrix alike = covariance(x_target, x_context);                       // (n, m)
    Vector mean = xt::zeros<double>({x_target.size()});
    for (std::size_t i = 0; i < x_target.size(); ++i) {
        for (std::size_t j = 0; j < x_context.size(); ++j) mean(i) += alike(i, j) * pull(j);
    }
    return mean;
}

}  // namespace attention
