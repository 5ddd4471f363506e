// Exercise 24.4 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/24_cheaper/break_even/task.hpp"

#include <cmath>

namespace attention
{

namespace right::by_searching
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    // Cramer's rule for a and b, and the border found by halving the gap.
    const double n = shorter.n;
    const double m = longer.n;
    const double determinant = n * n * m - n * m * m;
    const double a = (shorter.softmax * m - longer.softmax * n) / determinant;
    const double b = (n * n * longer.softmax - m * m * shorter.softmax) / determinant;
    const auto fast_enough = [&](double tokens) {
        return a * tokens * tokens + b * tokens >= factor * longer.linear / m * tokens;
    };
    if (fast_enough(1.0)) return 1.0;
    double slow = 1.0;
    double fast = 2.0;
    while (!fast_enough(fast)) fast *= 2.0;
    for (int step = 0; step < 80; ++step) {
        const double middle = (slow + fast) / 2.0;
        (fast_enough(middle) ? fast : slow) = middle;
    }
    return fast;
}
}  // namespace right::by_searching

// Like the solution, except where marked.
namespace a_without_b::b_from_longer
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double long_token = longer.softmax / longer.n;
    const double a = (longer.softmax - shorter.softmax) / (longer.n * longer.n - shorter.n * shorter.n);  // <--
    const double b = long_token - a * longer.n;
    const double c = longer.linear / longer.n;
    return std::fmax(1.0, (factor * c - b) / a);
}
}  // namespace a_without_b::b_from_longer

// Like the solution, except where marked.
namespace a_without_b::b_from_shorter
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double short_token = shorter.softmax / shorter.n;
    const double a = (longer.softmax - shorter.softmax) / (longer.n * longer.n - shorter.n * shorter.n);  // <--
    const double b = short_token - a * shorter.n;                                                         // <--
    const double c = longer.linear / longer.n;
    return std::fmax(1.0, (factor * c - b) / a);
}
}  // namespace a_without_b::b_from_shorter

// Like the solution, except where marked.
namespace a_without_b::no_b
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double a = (longer.softmax - shorter.softmax) / (longer.n * longer.n - shorter.n * shorter.n);  // <--
    const double c = longer.linear / longer.n;
    return std::fmax(1.0, factor * c / a);  // <--
}
}  // namespace a_without_b::no_b

// Like the solution, except where marked.
namespace b_added
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double short_token = shorter.softmax / shorter.n;
    const double long_token = longer.softmax / longer.n;
    const double a = (long_token - short_token) / (longer.n - shorter.n);
    const double b = long_token - a * longer.n;
    const double c = longer.linear / longer.n;
    return std::fmax(1.0, (factor * c + b) / a);  // <--
}
}  // namespace b_added

// Like the solution, except where marked.
namespace b_forgotten::a_from_both
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double short_token = shorter.softmax / shorter.n;
    const double long_token = longer.softmax / longer.n;
    const double a = (long_token - short_token) / (longer.n - shorter.n);
    const double c = longer.linear / longer.n;
    return std::fmax(1.0, factor * c / a);  // <--
}
}  // namespace b_forgotten::a_from_both

// Like the solution, except where marked.
namespace b_forgotten::longer
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double long_token = longer.softmax / longer.n;
    const double a = long_token / longer.n;  // <--
    const double c = longer.linear / longer.n;
    return std::fmax(1.0, factor * c / a);  // <--
}
}  // namespace b_forgotten::longer

// Like the solution, except where marked.
namespace b_forgotten::shorter
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double short_token = shorter.softmax / shorter.n;
    const double a = short_token / shorter.n;  // <--
    const double c = longer.linear / longer.n;
    return std::fmax(1.0, factor * c / a);  // <--
}
}  // namespace b_forgotten::shorter

// Like the solution, except where marked.
namespace below_one_token
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double short_token = shorter.softmax / shorter.n;
    const double long_token = longer.softmax / longer.n;
    const double a = (long_token - short_token) / (longer.n - shorter.n);
    const double b = long_token - a * longer.n;
    const double c = longer.linear / longer.n;
    return (factor * c - b) / a;  // <--
}
}  // namespace below_one_token

// Like the solution, except where marked.
namespace c_not_divided
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double short_token = shorter.softmax / shorter.n;
    const double long_token = longer.softmax / longer.n;
    const double a = (long_token - short_token) / (longer.n - shorter.n);
    const double b = long_token - a * longer.n;
    const double c = longer.linear;  // <--
    return std::fmax(1.0, (factor * c - b) / a);
}
}  // namespace c_not_divided

// Like the solution, except where marked.
namespace factor_ignored
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double short_token = shorter.softmax / shorter.n;
    const double long_token = longer.softmax / longer.n;
    const double a = (long_token - short_token) / (longer.n - shorter.n);
    const double b = long_token - a * longer.n;
    const double c = longer.linear / longer.n;
    return std::fmax(1.0, (factor > 0.0 ? c - b : 0.0) / a);  // <--
}
}  // namespace factor_ignored

// Like the solution, except where marked.
namespace factor_on_softmax
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double short_token = shorter.softmax / shorter.n;
    const double long_token = longer.softmax / longer.n;
    const double a = (long_token - short_token) / (longer.n - shorter.n);
    const double b = long_token - a * longer.n;
    const double c = longer.linear / longer.n;
    return std::fmax(1.0, (c / factor - b) / a);  // <--
}
}  // namespace factor_on_softmax

// Like the solution, except where marked.
namespace factor_on_the_answer
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double short_token = shorter.softmax / shorter.n;
    const double long_token = longer.softmax / longer.n;
    const double a = (long_token - short_token) / (longer.n - shorter.n);
    const double b = long_token - a * longer.n;
    const double c = longer.linear / longer.n;
    return std::fmax(1.0, factor * (c - b) / a);  // <--
}
}  // namespace factor_on_the_answer

// Like the solution, except where marked.
namespace mean_for_c
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double short_token = shorter.softmax / shorter.n;
    const double long_token = longer.softmax / longer.n;
    const double a = (long_token - short_token) / (longer.n - shorter.n);
    const double b = long_token - a * longer.n;
    const double c = (longer.linear / longer.n + shorter.linear / shorter.n) / 2.0;  // <--
    return std::fmax(1.0, (factor * c - b) / a);
}
}  // namespace mean_for_c

namespace power_law
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double p = std::log(longer.softmax / shorter.softmax) / std::log(longer.n / shorter.n);
    const double at_one = longer.softmax / std::pow(longer.n, p);
    return std::pow(factor * longer.linear / longer.n / at_one, 1.0 / (p - 1.0));
}
}  // namespace power_law

// Like the solution, except where marked.
namespace shorter_for_c
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double short_token = shorter.softmax / shorter.n;
    const double long_token = longer.softmax / longer.n;
    const double a = (long_token - short_token) / (longer.n - shorter.n);
    const double b = long_token - a * longer.n;
    const double c = shorter.linear / shorter.n;  // <--
    return std::fmax(1.0, (factor * c - b) / a);
}
}  // namespace shorter_for_c

namespace straight_lines
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double ahead = factor * shorter.linear - shorter.softmax;
    const double behind = longer.softmax - factor * longer.linear;
    return shorter.n + (longer.n - shorter.n) * ahead / (ahead + behind);
}
}  // namespace straight_lines

// Like the solution, except where marked.
namespace zero_for_one
{
double break_even(const Clocked& shorter, const Clocked& longer, double factor)
{
    const double short_token = shorter.softmax / shorter.n;
    const double long_token = longer.softmax / longer.n;
    const double a = (long_token - short_token) / (longer.n - shorter.n);
    const double b = long_token - a * longer.n;
    const double c = longer.linear / longer.n;
    return std::fmax(0.0, (factor * c - b) / a);  // <--
}
}  // namespace zero_for_one

}  // namespace attention
