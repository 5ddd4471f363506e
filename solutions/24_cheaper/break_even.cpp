#include "tests/exercises/24_cheaper/break_even/task.hpp"

#include <cmath>

namespace attention
{

double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    // For each token softmax takes a n + b, linear attention c. What the layers share is part of b and of c: it drops out of
    // c - b, so it does not move the point where they are even, but it counts in factor c - b. That is why a shortcut in
    // attention alone shows late in the speed of a whole model, and why models that mix both kinds of layer are made for long
    // texts.
    const double short_token = shorter.softmax / shorter.n;
    const double long_token = longer.softmax / longer.n;
    const double a = (long_token - short_token) / (longer.n - shorter.n);
    const double b = long_token - a * longer.n;
    const double c = longer.linear / longer.n;
    return std::fmax(1.0, (factor * c - b) / a);
}

}  // namespace attention
