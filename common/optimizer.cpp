#include "common/optimizer.hpp"

#include "common/require.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace common
{

namespace
{

/// How many numbers there are, after a look whether each has a gradient.
template <typename Real>
std::size_t count_of(const char* function, const Parts<Real>& parameters, const Parts<Real>& gradients)
{
    require(parameters.size() == gradients.size(), "{}: there are {} parts to learn but {} of gradients", function,
            parameters.size(), gradients.size());
    std::size_t count = 0;
    for (std::size_t p = 0; p < parameters.size(); ++p) {
        require(parameters[p].size() == gradients[p].size(), "{}: part {} has {} numbers but {} gradients", function, p,
                parameters[p].size(), gradients[p].size());
        count += parameters[p].size();
    }
    return count;
}

/// What gradients must be multiplied by to be no longer than this.
template <typename Real>
double shortening(const Parts<Real>& gradients, double longest)
{
    if (longest <= 0.0) return 1.0;
    double squares = 0.0;
    for (const std::span<Real>& part : gradients) {
        for (const Real g : part) squares += static_cast<double>(g) * static_cast<double>(g);
    }
    return squares > longest * longest ? longest / std::sqrt(squares) : 1.0;
}

}  // namespace

template <typename Real>
void descend(const Parts<Real>& parameters, const Parts<Real>& gradients, double rate)
{
    count_of("descend", parameters, gradients);
    const Real factor = static_cast<Real>(rate);
    for (std::size_t p = 0; p < parameters.size(); ++p) {
        for (std::size_t i = 0; i < parameters[p].size(); ++i) parameters[p][i] -= factor * gradients[p][i];
    }
}

template <typename Real>
double Adam<Real>::rate() const
{
    const double warmth = settings_.warm_up > 0 ? std::min(1.0, static_cast<double>(steps_) / settings_.warm_up) : 1.0;
    const int from = settings_.warm_up;
    if (settings_.cool_down <= from || steps_ <= from) return settings_.rate * warmth;
    const double way = std::min(1.0, static_cast<double>(steps_ - from) / (settings_.cool_down - from));
    return settings_.rate * 0.5 * (1.0 + std::cos(std::numbers::pi * way));
}

template <typename Real>
void Adam<Real>::step(const Parts<Real>& parameters, const Parts<Real>& gradients)
{
    const std::size_t count = count_of("Adam", parameters, gradients);
    if (steps_ == 0) {
        mean_.assign(count, 0);
        square_.assign(count, 0);
    }
    require(count == mean_.size(), "Adam: there were {} numbers to learn and now there are {}", mean_.size(), count);
    ++steps_;

    // Both means begin at 0; the divisions make up for that (section 3 of the paper).
    const double rate = this->rate();
    const auto shorter = static_cast<Real>(shortening(gradients, settings_.longest));
    const auto beta_1 = static_cast<Real>(settings_.beta_1);
    const auto beta_2 = static_cast<Real>(settings_.beta_2);
    const auto epsilon = static_cast<Real>(settings_.epsilon);
    const auto kept = static_cast<Real>(1.0 - rate * settings_.weight_decay);
    const auto step = static_cast<Real>(rate / (1.0 - std::pow(settings_.beta_1, steps_)));
    const auto unbiased = static_cast<Real>(1.0 / (1.0 - std::pow(settings_.beta_2, steps_)));
    std::size_t k = 0;
    for (std::size_t p = 0; p < parameters.size(); ++p) {
        for (std::size_t i = 0; i < parameters[p].size(); ++i, ++k) {
            const Real g = shorter * gradients[p][i];
            mean_[k] = beta_1 * mean_[k] + (1 - beta_1) * g;
            square_[k] = beta_2 * square_[k] + (1 - beta_2) * g * g;
            parameters[p][i] = kept * parameters[p][i] - step * mean_[k] / (std::sqrt(square_[k] * unbiased) + epsilon);
        }
    }
}

template void descend(const Parts<float>&, const Parts<float>&, double);
template void descend(const Parts<double>&, const Parts<double>&, double);
template class Adam<float>;
template class Adam<double>;

}  // namespace common
