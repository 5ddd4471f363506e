// Exercise 13.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/13_multi_head/without_concatenating/task.hpp"

#include "common/blas.hpp"

namespace attention
{

namespace right::by_loops
{
Matrix without_concatenating(const std::vector<Matrix>& found, const Matrix& W_O)
{
    Matrix output = xt::zeros<double>({found.front().shape(0), W_O.shape(1)});
    std::size_t first = 0;
    for (std::size_t h = 0; h < found.size(); ++h) {
        for (std::size_t i = 0; i < output.shape(0); ++i) {
            for (std::size_t c = 0; c < found[h].shape(1); ++c) {
                for (std::size_t k = 0; k < W_O.shape(1); ++k) output(i, k) += found[h](i, c) * W_O(first + c, k);
            }
        }
        first += found[h].shape(1);
    }
    return output;
}
}  // namespace right::by_loops

namespace right::from_the_back
{
Matrix without_concatenating(const std::vector<Matrix>& found, const Matrix& W_O)
{
    std::size_t end = W_O.shape(0);
    Matrix output = xt::zeros<double>({found.front().shape(0), W_O.shape(1)});
    for (auto head = found.rbegin(); head != found.rend(); ++head) {
        const std::size_t first = end - head->shape(1);
        const Matrix its_rows = xt::view(W_O, xt::range(first, end), xt::all());
        output += common::product(*head, its_rows);
        end = first;
    }
    return output;
}
}  // namespace right::from_the_back

// Like right::by_loops, except where marked.
namespace equal_widths_assumed::plain
{
Matrix without_concatenating(const std::vector<Matrix>& found, const Matrix& W_O)
{
    Matrix output = xt::zeros<double>({found.front().shape(0), W_O.shape(1)});
    // <-- without: std::size_t first = 0;
    for (std::size_t h = 0; h < found.size(); ++h) {
        for (std::size_t i = 0; i < output.shape(0); ++i) {
            for (std::size_t c = 0; c < found[h].shape(1); ++c) {
                for (std::size_t k = 0; k < W_O.shape(1); ++k)                           // <--
                    output(i, k) += found[h](i, c) * W_O(h * found[h].shape(1) + c, k);  // <--
            }
        }
        // <-- without: first += found[h].shape(1);
    }
    return output;
}
}  // namespace equal_widths_assumed::plain

// Like right::by_loops, except where marked.
namespace equal_widths_assumed::shared
{
Matrix without_concatenating(const std::vector<Matrix>& found, const Matrix& W_O)
{
    Matrix output = xt::zeros<double>({found.front().shape(0), W_O.shape(1)});
    // <-- without: std::size_t first = 0;
    for (std::size_t h = 0; h < found.size(); ++h) {
        for (std::size_t i = 0; i < output.shape(0); ++i) {
            for (std::size_t c = 0; c < found[h].shape(1); ++c) {
                for (std::size_t k = 0; k < W_O.shape(1); ++k)                                       // <--
                    output(i, k) += found[h](i, c) * W_O(h * (W_O.shape(0) / found.size()) + c, k);  // <--
            }
        }
        // <-- without: first += found[h].shape(1);
    }
    return output;
}
}  // namespace equal_widths_assumed::shared

// Like right::by_loops, except where marked.
namespace first_head_only
{
Matrix without_concatenating(const std::vector<Matrix>& found, const Matrix& W_O)
{
    Matrix output = xt::zeros<double>({found.front().shape(0), W_O.shape(1)});
    std::size_t first = 0;
    for (std::size_t h = 0; h < found.size(); ++h) {
        for (std::size_t i = 0; i < output.shape(0); ++i) {
            for (std::size_t c = 0; c < found[h].shape(1); ++c) {
                for (std::size_t k = 0; k < W_O.shape(1); ++k) output(i, k) += found[h](i, c) * W_O(first + c, k);
            }
        }
        break;  // <--
    }
    return output;
}
}  // namespace first_head_only

// Like right::by_loops, except where marked.
namespace last_head_only
{
Matrix without_concatenating(const std::vector<Matrix>& found, const Matrix& W_O)
{
    Matrix output = xt::zeros<double>({found.front().shape(0), W_O.shape(1)});
    std::size_t first = 0;
    for (std::size_t h = 0; h < found.size(); ++h) {
        output *= 0.0;  // <--
        for (std::size_t i = 0; i < output.shape(0); ++i) {
            for (std::size_t c = 0; c < found[h].shape(1); ++c) {
                for (std::size_t k = 0; k < W_O.shape(1); ++k) output(i, k) += found[h](i, c) * W_O(first + c, k);
            }
        }
        first += found[h].shape(1);
    }
    return output;
}
}  // namespace last_head_only

// Like right::by_loops, except where marked.
namespace mean_of_heads
{
Matrix without_concatenating(const std::vector<Matrix>& found, const Matrix& W_O)
{
    Matrix output = xt::zeros<double>({found.front().shape(0), W_O.shape(1)});
    std::size_t first = 0;
    for (std::size_t h = 0; h < found.size(); ++h) {
        for (std::size_t i = 0; i < output.shape(0); ++i) {
            for (std::size_t c = 0; c < found[h].shape(1); ++c) {
                for (std::size_t k = 0; k < W_O.shape(1); ++k) output(i, k) += found[h](i, c) * W_O(first + c, k);
            }
        }
        first += found[h].shape(1);
    }
    return output / static_cast<double>(found.size());  // <--
}
}  // namespace mean_of_heads

// Like right::by_loops, except where marked.
namespace one_row_on
{
Matrix without_concatenating(const std::vector<Matrix>& found, const Matrix& W_O)
{
    Matrix output = xt::zeros<double>({found.front().shape(0), W_O.shape(1)});
    std::size_t first = 0;
    for (std::size_t h = 0; h < found.size(); ++h) {
        for (std::size_t i = 0; i < output.shape(0); ++i) {
            for (std::size_t c = 0; c < found[h].shape(1); ++c) {
                for (std::size_t k = 0; k < W_O.shape(1); ++k)                            // <--
                    output(i, k) += found[h](i, c) * W_O((first + c) % W_O.shape(0), k);  // <--
            }
        }
        first += 1;  // <--
    }
    return output;
}
}  // namespace one_row_on

// Like right::by_loops, except where marked.
namespace order_turned
{
Matrix without_concatenating(const std::vector<Matrix>& found, const Matrix& W_O)
{
    Matrix output = xt::zeros<double>({found.front().shape(0), W_O.shape(1)});
    std::size_t first = 0;
    for (std::size_t h = 0; h < found.size(); ++h) {
        for (std::size_t i = 0; i < output.shape(0); ++i) {
            for (std::size_t c = 0; c < found[found.size() - 1 - h].shape(1); ++c) {        // <--
                for (std::size_t k = 0; k < W_O.shape(1); ++k)                              // <--
                    output(i, k) += found[found.size() - 1 - h](i, c) * W_O(first + c, k);  // <--
            }
        }
        first += found[found.size() - 1 - h].shape(1);  // <--
    }
    return output;
}
}  // namespace order_turned

// Like right::by_loops, except where marked.
namespace same_rows_for_all
{
Matrix without_concatenating(const std::vector<Matrix>& found, const Matrix& W_O)
{
    Matrix output = xt::zeros<double>({found.front().shape(0), W_O.shape(1)});
    std::size_t first = 0;
    for (std::size_t h = 0; h < found.size(); ++h) {
        for (std::size_t i = 0; i < output.shape(0); ++i) {
            for (std::size_t c = 0; c < found[h].shape(1); ++c) {
                for (std::size_t k = 0; k < W_O.shape(1); ++k)               // <--
                    output(i, k) += found[h](i, c) * W_O(0 * first + c, k);  // <--
            }
        }
        first += found[h].shape(1);
    }
    return output;
}
}  // namespace same_rows_for_all

namespace last_head_missing
{
Matrix without_concatenating(const std::vector<Matrix>& found, const Matrix& W_O)
{
    Matrix output = xt::zeros<double>({found.front().shape(0), W_O.shape(1)});
    for (std::size_t h = 0; h < found.size(); ++h) {
        for (std::size_t i = 0; i < output.shape(0); ++i) {
            for (std::size_t c = 0; c < found[h].shape(1); ++c) {
                const std::size_t row = h * found.front().shape(1) + c;
                if (row >= W_O.shape(0)) continue;
                for (std::size_t k = 0; k < W_O.shape(1); ++k) output(i, k) += found[h](i, c) * W_O(row, k);
            }
        }
    }
    return output;
}
}  // namespace last_head_missing

}  // namespace attention
