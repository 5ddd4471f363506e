/// \file
/// Chapter 10: the curve of the picture, with ten known points.
#pragma once

#include "10_other_scores/gaussian_process.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cstddef>

namespace attention
{

/// A curve, known at ten places, and all of it.
struct OneCurve {
    Vector x_known;  ///< shape (10)
    Vector y_known;  ///< measured heights there, shape (10)
    Vector x;        ///< places from -2 to 2, shape (81)
    Vector y;        ///< the height of the curve there, shape (81)
};

/// The curve of the picture. Its seed was chosen: in a gap on the left it goes lower than any known point.
inline OneCurve one_curve()
{
    common::Random random(22);
    const Vector x = xt::linspace<double>(-2.0, 2.0, 81);
    Vector places = xt::zeros<double>({10 + x.size()});  // ten known points, and then the whole curve
    for (std::size_t i = 0; i < 10; ++i) places(i) = random.uniform(-2.0, 2.0);
    xt::view(places, xt::range(10, places.size())) = x;
    const Vector heights = random_curve(places, random);
    const Vector y = gaussian_process_mean(places, heights, x);  // 91 errors averaged out
    return {xt::view(places, xt::range(0, 10)), xt::view(heights, xt::range(0, 10)), x, y};
}

}  // namespace attention
