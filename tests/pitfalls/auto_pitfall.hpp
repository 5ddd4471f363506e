/// \file
/// What `auto` makes of an xtensor expression: a recipe, where numbers were wanted.
#pragma once

#include "common/tensor.hpp"

namespace pitfalls
{

/// Take a step halfway to a target and say what the step was: wrong, since `auto` keeps the formula and not its numbers.
///
/// \param x       where we stand, shape (d); moves halfway
/// \param target  shape (d)
/// \return        shape (d): what should be the step, and is the next one
inline common::Vector step_kept_by_auto(common::Vector& x, const common::Vector& target)
{
    const auto step = 0.5 * (target - x);  // looks right
    x += step;
    return step;  // computed only now, from the x that has moved
}

/// The same with the step in a container, which is right.
///
/// \param x       where we stand, shape (d); moves halfway
/// \param target  shape (d)
/// \return        the step, shape (d)
inline common::Vector step_kept_in_a_container(common::Vector& x, const common::Vector& target)
{
    const common::Vector step = 0.5 * (target - x);  // computed here, once
    x += step;
    return step;
}

}  // namespace pitfalls
