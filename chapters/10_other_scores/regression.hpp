/// \file
/// Chapter 10: attention guesses a curve from some of its points.
#pragma once

#include "10_other_scores/attention_from_scores.hpp"
#include "10_other_scores/gaussian_process.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace attention
{

/// A curve of which some points are known, and others are to be guessed.
struct Curve {
    Vector x_context;  ///< where it is known, shape (m): the keys
    Vector y_context;  ///< its height there, shape (m): the values
    Vector x_target;   ///< where to guess it, shape (n): the queries
    Vector y_target;   ///< its height there, shape (n): what a guess should give
};

/// A random smooth curve between -2 and 2, with known points and points to guess at random places.
///
/// \param m       points that are known
/// \param n       points to guess
/// \param random  where places and heights come from
/// \return        the curve, with m and n points
inline Curve draw_curve(std::size_t m, std::size_t n, common::Random& random)
{
    Vector x = xt::zeros<double>({m + n});
    for (double& place : x) place = random.uniform(-2.0, 2.0);
    const Vector y = random_curve(x, random);
    return {xt::view(x, xt::range(0, m)), xt::view(y, xt::range(0, m)), xt::view(x, xt::range(m, m + n)),
            xt::view(y, xt::range(m, m + n))};
}

/// A way to score queries against keys.
using Score = std::function<Matrix(const Matrix& Q, const Matrix& K)>;

/// Numbers as vectors of one coordinate, one per row: shape (n) becomes (n, 1).
inline Matrix as_column(const Vector& numbers)
{
    Matrix column = xt::zeros<double>({numbers.size(), std::size_t{1}});
    for (std::size_t i = 0; i < numbers.size(); ++i) column(i, 0) = numbers(i);
    return column;
}

/// Guess heights by attention: a place asks, the known places answer with their heights.
///
/// \param score      how near a known place is
/// \param x_context  keys, shape (m)
/// \param y_context  values, shape (m)
/// \param x_target   queries, shape (n)
/// \return           outputs, shape (n)
inline Vector guess(const Score& score, const Vector& x_context, const Vector& y_context, const Vector& x_target)
{
    const Matrix scores = score(as_column(x_target), as_column(x_context));            // (n, m)
    const Matrix output = attention_from_scores(scores, as_column(y_context)).output;  // (n, 1)
    return column_of(output, 0);
}

/// The mean of the squared differences of guesses and answers, each of shape (n).
inline double mean_squared_error(const Vector& guesses, const Vector& answers)
{
    const Vector squares = xt::square(guesses - answers);
    return xt::mean(squares)();
}

/// A way to score, and what to call it.
struct Contender {
    std::string name;  ///< as the table prints it
    Score score;       ///< how it compares queries and keys
};

/// How far guesses were off, on average over many curves.
struct Errors {
    double target = 0;   ///< mean squared error at the places to guess
    double context = 0;  ///< and at the known places
};

/// Let attention under several scores guess the same random curves, and then the Gaussian process that drew them.
///
/// \param contenders  the scores
/// \param m           points known of each curve
/// \param draws       curves, each guessed at 40 places
/// \param random      where the curves come from
/// \return            the errors of each contender, and after them those of the Gaussian process
inline std::vector<Errors> compare(const std::vector<Contender>& contenders, std::size_t m, int draws,
                                   common::Random& random)
{
    std::vector<Errors> errors(contenders.size() + 1);
    const double share = 1.0 / draws;
    for (int draw = 0; draw < draws; ++draw) {
        const Curve curve = draw_curve(m, 40, random);
        const auto add = [&](Errors& sum, const auto& guess_at) {
            sum.target += share * mean_squared_error(guess_at(curve.x_target), curve.y_target);
            sum.context += share * mean_squared_error(guess_at(curve.x_context), curve.y_context);
        };
        for (std::size_t s = 0; s < contenders.size(); ++s) {
            const Score& score = contenders[s].score;
            add(errors[s], [&](const Vector& x) { return guess(score, curve.x_context, curve.y_context, x); });
        }
        add(errors.back(), [&](const Vector& x) { return gaussian_process_mean(curve.x_context, curve.y_context, x); });
    }
    return errors;
}

}  // namespace attention
