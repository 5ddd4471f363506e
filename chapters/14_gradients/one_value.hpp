/// \file
/// Chapter 14: the chain rule on the smallest attention there is, one weight and one value.
#pragma once

namespace attention
{

/// Everything that happens between one weight, one value, and a loss, there and back.
struct OneValue {
    double output = 0.0;    ///< o = weight value
    double loss = 0.0;      ///< (o - right)^2
    double d_output = 0.0;  ///< how the loss changes with o
    double d_weight = 0.0;  ///< how it changes with the weight
    double d_value = 0.0;   ///< how it changes with the value
};

/// Forward, then back by the chain rule: each slope is the slope that comes in, times the slope of one step.
///
/// \param weight  a, how much the query takes
/// \param value   v, what it takes
/// \param right   t, what the output ought to be
inline OneValue through_one_value(double weight, double value, double right)
{
    OneValue result;
    result.output = weight * value;
    result.loss = (result.output - right) * (result.output - right);
    result.d_output = 2.0 * (result.output - right);  // the slope of a square
    result.d_weight = result.d_output * value;        // o = a v changes with a by v
    result.d_value = result.d_output * weight;        // and with v by a
    return result;
}

}  // namespace attention
