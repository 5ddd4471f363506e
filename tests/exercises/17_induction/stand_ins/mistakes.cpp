// Exercise 17.5 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/17_induction/stand_ins/task.hpp"

#include <cstddef>

namespace attention
{

namespace right::by_table
{
Vector stand_ins(std::size_t heads, const Measurement& accuracy)
{
    Matrix surplus = xt::zeros<double>({heads, heads});
    std::size_t best_i = 0;
    std::size_t best_j = 1;
    for (std::size_t j = 1; j < heads; ++j) {
        for (std::size_t i = 0; i < j; ++i) {
            surplus(i, j) = accuracy({i}) + accuracy({j}) - accuracy({j, i}) - accuracy({});
            if (surplus(i, j) > surplus(best_i, best_j)) {
                best_i = i;
                best_j = j;
            }
        }
    }
    return Vector{static_cast<double>(best_i), static_cast<double>(best_j), surplus(best_i, best_j)};
}
}  // namespace right::by_table

// Like the solution, except where marked.
namespace added_not_subtracted
{
Vector stand_ins(std::size_t heads, const Measurement& accuracy)
{
    const double whole = accuracy({});
    Vector best;
    for (std::size_t i = 0; i < heads; ++i) {
        for (std::size_t j = i + 1; j < heads; ++j) {
            const double cost_i = whole - accuracy({i});
            const double cost_j = whole - accuracy({j});
            const double surplus = whole - accuracy({i, j}) + cost_i + cost_j;  // <--
            if (best.size() == 0 || surplus > best(2))
                best = Vector{static_cast<double>(i), static_cast<double>(j), surplus};
        }
    }
    return best;
}
}  // namespace added_not_subtracted

// Like the solution, except where marked.
namespace both_together
{
Vector stand_ins(std::size_t heads, const Measurement& accuracy)
{
    const double whole = accuracy({});
    Vector best;
    for (std::size_t i = 0; i < heads; ++i) {
        for (std::size_t j = i + 1; j < heads; ++j) {
            const double surplus = whole - accuracy({i, j});  // <--
            if (best.size() == 0 || surplus > best(2))
                best = Vector{static_cast<double>(i), static_cast<double>(j), surplus};
        }
    }
    return best;
}
}  // namespace both_together

// Like the solution, except where marked.
namespace counted_from_one
{
Vector stand_ins(std::size_t heads, const Measurement& accuracy)
{
    const double whole = accuracy({});
    Vector best;
    for (std::size_t i = 0; i < heads; ++i) {
        for (std::size_t j = i + 1; j < heads; ++j) {
            const double cost_i = whole - accuracy({i});
            const double cost_j = whole - accuracy({j});
            const double surplus = whole - accuracy({i, j}) - cost_i - cost_j;
            if (best.size() == 0 || surplus > best(2))
                best = Vector{static_cast<double>(i + 1), static_cast<double>(j + 1), surplus};  // <--
        }
    }
    return best;
}
}  // namespace counted_from_one

// Like the solution, except where marked.
namespace each_alone
{
Vector stand_ins(std::size_t heads, const Measurement& accuracy)
{
    const double whole = accuracy({});
    Vector best;
    for (std::size_t i = 0; i < heads; ++i) {
        for (std::size_t j = i + 1; j < heads; ++j) {
            const double cost_i = whole - accuracy({i});
            const double cost_j = whole - accuracy({j});
            const double surplus = cost_i + cost_j;  // <--
            if (best.size() == 0 || surplus > best(2))
                best = Vector{static_cast<double>(i), static_cast<double>(j), surplus};
        }
    }
    return best;
}
}  // namespace each_alone

// Like the solution, except where marked.
namespace larger_first
{
Vector stand_ins(std::size_t heads, const Measurement& accuracy)
{
    const double whole = accuracy({});
    Vector best;
    for (std::size_t i = 0; i < heads; ++i) {
        for (std::size_t j = i + 1; j < heads; ++j) {
            const double cost_i = whole - accuracy({i});
            const double cost_j = whole - accuracy({j});
            const double surplus = whole - accuracy({i, j}) - cost_i - cost_j;
            if (best.size() == 0 || surplus > best(2))
                best = Vector{static_cast<double>(j), static_cast<double>(i), surplus};  // <--
        }
    }
    return best;
}
}  // namespace larger_first

// Like the solution, except where marked.
namespace neighbours_only
{
Vector stand_ins(std::size_t heads, const Measurement& accuracy)
{
    const double whole = accuracy({});
    Vector best;
    for (std::size_t i = 0; i < heads; ++i) {
        for (std::size_t j = i + 1; j < heads && j < i + 2; ++j) {  // <--
            const double cost_i = whole - accuracy({i});
            const double cost_j = whole - accuracy({j});
            const double surplus = whole - accuracy({i, j}) - cost_i - cost_j;
            if (best.size() == 0 || surplus > best(2))
                best = Vector{static_cast<double>(i), static_cast<double>(j), surplus};
        }
    }
    return best;
}
}  // namespace neighbours_only

// Like the solution, except where marked.
namespace sign_turned
{
Vector stand_ins(std::size_t heads, const Measurement& accuracy)
{
    const double whole = accuracy({});
    Vector best;
    for (std::size_t i = 0; i < heads; ++i) {
        for (std::size_t j = i + 1; j < heads; ++j) {
            const double cost_i = whole - accuracy({i});
            const double cost_j = whole - accuracy({j});
            const double surplus = cost_i + cost_j - (whole - accuracy({i, j}));  // <--
            if (best.size() == 0 || surplus > best(2))
                best = Vector{static_cast<double>(i), static_cast<double>(j), surplus};
        }
    }
    return best;
}
}  // namespace sign_turned

// Like the solution, except where marked.
namespace smallest
{
Vector stand_ins(std::size_t heads, const Measurement& accuracy)
{
    const double whole = accuracy({});
    Vector best;
    for (std::size_t i = 0; i < heads; ++i) {
        for (std::size_t j = i + 1; j < heads; ++j) {
            const double cost_i = whole - accuracy({i});
            const double cost_j = whole - accuracy({j});
            const double surplus = whole - accuracy({i, j}) - cost_i - cost_j;
            if (best.size() == 0 || surplus < best(2))  // <--
                best = Vector{static_cast<double>(i), static_cast<double>(j), surplus};
        }
    }
    return best;
}
}  // namespace smallest

// Like the solution, except where marked.
namespace starts_at_zero
{
Vector stand_ins(std::size_t heads, const Measurement& accuracy)
{
    const double whole = accuracy({});
    Vector best = {0.0, 1.0, 0.0};  // <--
    for (std::size_t i = 0; i < heads; ++i) {
        for (std::size_t j = i + 1; j < heads; ++j) {
            const double cost_i = whole - accuracy({i});
            const double cost_j = whole - accuracy({j});
            const double surplus = whole - accuracy({i, j}) - cost_i - cost_j;
            if (surplus > best(2))  // <--
                best = Vector{static_cast<double>(i), static_cast<double>(j), surplus};
        }
    }
    return best;
}
}  // namespace starts_at_zero

// Like the solution, except where marked.
namespace whole_forgotten
{
Vector stand_ins(std::size_t heads, const Measurement& accuracy)
{
    Vector best;
    for (std::size_t i = 0; i < heads; ++i) {
        for (std::size_t j = i + 1; j < heads; ++j) {
            const double surplus = accuracy({i}) + accuracy({j}) - accuracy({i, j});  // <--
            if (best.size() == 0 || surplus > best(2))
                best = Vector{static_cast<double>(i), static_cast<double>(j), surplus};
        }
    }
    return best;
}
}  // namespace whole_forgotten

namespace undiagnosed::always_the_first
{
Vector stand_ins(std::size_t, const Measurement&) { return Vector{0.0, 1.0, 0.5}; }
}  // namespace undiagnosed::always_the_first

}  // namespace attention
