/// \file
/// Steps downhill: how numbers are changed once it is known how a loss changes with them.
#pragma once

#include <span>
#include <vector>

namespace common
{

/// All that a model has learned, or the gradient of all that, as it lies in memory: one span for each matrix.
template <typename Real>
using Parts = std::vector<std::span<Real>>;

/// Gradient descent: each number a step against its gradient.
/// \param parameters  what is to be learned
/// \param gradients   how the loss changes with it, in the same parts
/// \param rate        how far a step goes, in units of the gradient
/// \throws std::invalid_argument  unless there is a gradient for each number
template <typename Real>
void descend(const Parts<Real>& parameters, const Parts<Real>& gradients, double rate);

/// How Adam steps.
struct AdamSettings {
    double rate = 1e-3;         ///< how far a number moves in a step, at most about this far
    double beta_1 = 0.9;        ///< how much of the mean gradient is kept from step to step
    double beta_2 = 0.999;      ///< how much of the mean square is kept
    double epsilon = 1e-8;      ///< keeps steps finite where a gradient has always been 0
    double weight_decay = 0.0;  ///< how fast a number shrinks, times the rate (Loshchilov and Hutter 2017)
    int warm_up = 0;            ///< over so many steps the rate grows from nothing
    int cool_down = 0;          ///< at this step the rate has come back to nothing, along half a cosine; 0 for never
    double longest = 0.0;       ///< a longer gradient is shortened to this length; 0 for any length
};

/// Adam (Kingma and Ba 2014): steps along the mean of the latest gradients, each number's divided by how large its
/// gradients usually are.
template <typename Real>
class Adam
{
public:
    /// Remembers nothing yet.
    explicit Adam(const AdamSettings& settings) : settings_(settings) {}

    /// Change each number a little.
    /// \param parameters  what is to be learned; the same parts in every step
    /// \param gradients   how the loss changes with it, in the same parts
    /// \throws std::invalid_argument  unless there is a gradient for each number, and as many as before
    void step(const Parts<Real>& parameters, const Parts<Real>& gradients);

private:
    /// How far this step goes, at most about.
    double rate() const;

    AdamSettings settings_;
    std::vector<Real> mean_;    // of the gradients
    std::vector<Real> square_;  // of their squares
    int steps_ = 0;
};

}  // namespace common
