// Exercise 13.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/13_multi_head/test_the_cut/task.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

namespace right::three_by_three
{
bool cut_is_right(const Cut& cut)
{
    Matrix X = xt::zeros<double>({3, 12});
    for (std::size_t cell = 0; cell < X.size(); ++cell) X.data()[cell] = static_cast<double>(cell * cell);
    const std::vector<Matrix> heads = cut(X, 4);
    if (heads.size() != 4) return false;
    for (std::size_t h = 0; h < 4; ++h) {
        const Matrix part = xt::view(X, xt::all(), xt::range(3 * h, 3 * h + 3));
        if (heads[h].shape() != part.shape() || heads[h] != part) return false;
    }
    return true;
}
}  // namespace right::three_by_three

namespace right::two_cases
{
bool cut_is_right(const Cut& cut)
{
    const Matrix X = {{1, 2, 3}, {4, 5, 6}};
    const std::vector<Matrix> heads = cut(X, 3);
    for (std::size_t h = 0; h < 3; ++h) {
        for (std::size_t i = 0; i < 2; ++i) {
            if (heads[h](i, 0) != X(i, h)) return false;
        }
    }
    const Matrix Y = {{1, 2, 3, 4}, {5, 6, 7, 8}};
    const std::vector<Matrix> wide = cut(Y, 2);
    return wide[1] == Matrix{{3, 4}, {7, 8}};
}
}  // namespace right::two_cases

namespace impostors_missed::believes_everything
{
bool cut_is_right(const Cut&) { return true; }
}  // namespace impostors_missed::believes_everything

namespace impostors_missed::shapes_only
{
bool cut_is_right(const Cut& cut)
{
    const Matrix X = {{0, 1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11}};
    const std::vector<Matrix> heads = cut(X, 3);
    for (const Matrix& head : heads) {
        if (head.shape(0) != 2 || head.shape(1) != 2) return false;
    }
    return heads.size() == 3;
}
}  // namespace impostors_missed::shapes_only

// Like the solution, except where marked.
namespace impostors_missed::equal_numbers
{
bool cut_is_right(const Cut& cut)
{
    const Matrix X = {{0, 0, 1, 1, 2, 2}, {0, 0, 1, 1, 2, 2}};  // <--
    const std::vector<Matrix> heads = cut(X, 3);
    for (std::size_t h = 0; h < 3; ++h) {
        for (std::size_t i = 0; i < 2; ++i) {
            for (std::size_t c = 0; c < 2; ++c) {
                if (heads[h](i, c) != X(i, 2 * h + c)) return false;
            }
        }
    }
    return true;
}
}  // namespace impostors_missed::equal_numbers

// Like the solution, except where marked.
namespace impostors_missed::first_head_only
{
bool cut_is_right(const Cut& cut)
{
    const Matrix X = {{0, 1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11}};
    const std::vector<Matrix> heads = cut(X, 3);
    for (std::size_t h = 0; h < 1; ++h) {  // <--
        for (std::size_t i = 0; i < 2; ++i) {
            for (std::size_t c = 0; c < 2; ++c) {
                if (heads[h](i, c) != X(i, 2 * h + c)) return false;
            }
        }
    }
    return true;
}
}  // namespace impostors_missed::first_head_only

// Like the solution, except where marked.
namespace impostors_missed::one_token
{
bool cut_is_right(const Cut& cut)
{
    const Matrix X = {{0, 1, 2, 3, 4, 5}};  // <--
    const std::vector<Matrix> heads = cut(X, 3);
    for (std::size_t h = 0; h < 3; ++h) {
        for (std::size_t i = 0; i < 1; ++i) {  // <--
            for (std::size_t c = 0; c < 2; ++c) {
                if (heads[h](i, c) != X(i, 2 * h + c)) return false;
            }
        }
    }
    return true;
}
}  // namespace impostors_missed::one_token

// Like the solution, except where marked.
namespace impostors_missed::two_heads
{
bool cut_is_right(const Cut& cut)
{
    const Matrix X = {{0, 1, 2, 3}, {6, 7, 8, 9}};  // <--
    const std::vector<Matrix> heads = cut(X, 2);    // <--
    for (std::size_t h = 0; h < 2; ++h) {           // <--
        for (std::size_t i = 0; i < 2; ++i) {
            for (std::size_t c = 0; c < 2; ++c) {
                if (heads[h](i, c) != X(i, 2 * h + c)) return false;
            }
        }
    }
    return true;
}
}  // namespace impostors_missed::two_heads

// Like the solution, except where marked.
namespace impostors_missed::no_square_head
{
bool cut_is_right(const Cut& cut)
{
    const Matrix X = {{0, 1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11}, {12, 13, 14, 15, 16, 17}};  // <--
    const std::vector<Matrix> heads = cut(X, 3);
    for (std::size_t h = 0; h < 3; ++h) {
        for (std::size_t i = 0; i < 3; ++i) {  // <--
            for (std::size_t c = 0; c < 2; ++c) {
                if (heads[h](i, c) != X(i, 2 * h + c)) return false;
            }
        }
    }
    return true;
}
}  // namespace impostors_missed::no_square_head

namespace turned_down_a_right_one::believes_nothing
{
bool cut_is_right(const Cut&) { return false; }
}  // namespace turned_down_a_right_one::believes_nothing

// Like the solution, except where marked.
namespace turned_down_a_right_one::wants_whole_tokens
{
bool cut_is_right(const Cut& cut)
{
    const Matrix X = {{0, 1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11}};
    const std::vector<Matrix> heads = cut(X, 3);
    for (std::size_t h = 0; h < 3; ++h) {
        for (std::size_t i = 0; i < 2; ++i) {
            for (std::size_t c = 0; c < 2; ++c) {
                if (heads[h](i, c) != X.data()[4 * h + 2 * i + c]) return false;  // <--
            }
        }
    }
    return true;
}
}  // namespace turned_down_a_right_one::wants_whole_tokens

}  // namespace attention
