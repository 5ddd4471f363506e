// Exercise 8.4 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// a version differs from the one it was made from.
#include "tests/exercises/08_patterns/how_decided/task.hpp"

#include "02_softmax/softmax.hpp"
#include "08_patterns/entropy.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

namespace right::loops
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - H / std::log(seen);
    }
    return decided;
}
}  // namespace right::loops

namespace right::two_lists
{
Vector how_decided(const Matrix& scores)
{
    const Vector H = entropy_rows(softmax_rows(scores));
    const Matrix visible = xt::cast<double>(scores > -std::numeric_limits<double>::max());
    const Vector seen = xt::sum(visible, {1});
    Vector decided = H;
    for (std::size_t i = 0; i < H.size(); ++i) {
        const double most = std::log(std::max(seen(i), 1.0));
        decided(i) = most > 0.0 ? (most - H(i)) / most : 0.0;
    }
    return decided;
}
}  // namespace right::two_lists

// Like right::loops, except where marked.
namespace bits_over_nats
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - bits(H) / std::log(seen);  // <--
    }
    return decided;
}
}  // namespace bits_over_nats

// Like right::loops, except where marked.
namespace by_effective_tokens
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        decided(i) = 1.0 - effective_tokens(weights) / seen;  // <--
    }
    return decided;
}
}  // namespace by_effective_tokens

namespace columns_for_rows
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(1)});
    for (std::size_t j = 0; j < scores.shape(1); ++j) {
        decided(j) = 1.0 - entropy(softmax(column_of(scores, j))) / std::log(static_cast<double>(scores.shape(0)));
    }
    return decided;
}
}  // namespace columns_for_rows

namespace hidden_keys_counted::lines
{
Vector how_decided(const Matrix& scores)
{
    return 1.0 - entropy_rows(softmax_rows(scores)) / std::log(static_cast<double>(scores.shape(1)));
}
}  // namespace hidden_keys_counted::lines

// Like right::loops, except where marked.
namespace hidden_keys_counted::plain
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        seen += static_cast<double>(scores.shape(1));  // <--
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - H / std::log(seen);
    }
    return decided;
}
}  // namespace hidden_keys_counted::plain

// Like right::loops, except where marked.
namespace logarithm_forgotten
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - H / seen;  // <--
    }
    return decided;
}
}  // namespace logarithm_forgotten

// Like right::loops, except where marked.
namespace lost_is_not_hidden
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double a : weights) seen += a > 0.0 ? 1.0 : 0.0;  // <--
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - H / std::log(seen);
    }
    return decided;
}
}  // namespace lost_is_not_hidden

// Like right::loops, except where marked.
namespace no_choice_is_no_decision::one
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 1.0) continue;  // <--
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - (H == 0.0 ? 0.0 : H / std::log(seen));  // <--
    }
    return decided;
}
}  // namespace no_choice_is_no_decision::one

// Like right::loops, except where marked.
namespace no_choice_is_no_decision::plain
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::ones<double>({scores.shape(0)});  // <--
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - H / std::log(seen);
    }
    return decided;
}
}  // namespace no_choice_is_no_decision::plain

// Like right::loops, except where marked.
namespace no_keys_forgotten::nan
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen == 1.0) continue;  // <--
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - H / std::log(seen) + 0.0 / seen;  // <--
    }
    return decided;
}
}  // namespace no_keys_forgotten::nan

// Like right::loops, except where marked.
namespace no_keys_forgotten::plain
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen == 1.0) continue;  // <--
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - H / std::log(seen);
    }
    return decided;
}
}  // namespace no_keys_forgotten::plain

// Like right::loops, except where marked.
namespace not_compared
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - H;  // <--
    }
    return decided;
}
}  // namespace not_compared

// Like right::loops, except where marked.
namespace only_the_entropy
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = H;  // <--
    }
    return decided;
}
}  // namespace only_the_entropy

// Like right::loops, except where marked.
namespace queries_counted
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - H / std::log(static_cast<double>(scores.shape(0)));  // <--
    }
    return decided;
}
}  // namespace queries_counted

namespace scores_for_weights
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        decided(i) = 1.0 - entropy(row_of(scores, i)) / std::log(static_cast<double>(scores.shape(1)));
    }
    return decided;
}
}  // namespace scores_for_weights

// Like right::loops, except where marked.
namespace spread_for_decided
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = H / std::log(seen);  // <--
    }
    return decided;
}
}  // namespace spread_for_decided

// Like right::loops, except where marked.
namespace zero_by_zero::both
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 1.0) {               // <--
            decided(i) = std::nan("");  // <--
            continue;                   // <--
        }  // <--
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - H / std::log(seen);
    }
    return decided;
}
}  // namespace zero_by_zero::both

// Like right::loops, except where marked.
namespace zero_by_zero::none
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 1.0) continue;  // <--
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - H / std::log(seen);
    }
    return decided;
}
}  // namespace zero_by_zero::none

// Like right::loops, except where marked.
namespace zero_by_zero::plain
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;

        // <-- without: if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - H / std::log(seen);
    }
    return decided;
}
}  // namespace zero_by_zero::plain

// Like right::loops, except where marked.
namespace zero_times_infinity
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a * std::log(a);  // <--
        decided(i) = 1.0 - H / std::log(seen);
    }
    return decided;
}
}  // namespace zero_times_infinity

namespace nats_over_bits
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - H / std::log2(seen);
    }
    return decided;
}
}  // namespace nats_over_bits

namespace sign_lost
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = H / std::log(seen) - 1.0;
    }
    return decided;
}
}  // namespace sign_lost

namespace by_effective_tokens::less_one
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - (std::exp(H) - 1.0) / (seen - 1.0);
    }
    return decided;
}
}  // namespace by_effective_tokens::less_one

namespace by_effective_tokens::one_over
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = std::exp(-H);
    }
    return decided;
}
}  // namespace by_effective_tokens::one_over

namespace one_key_too_few
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = 1.0 - H / std::log(seen - 1.0);
    }
    return decided;
}
}  // namespace one_key_too_few

namespace largest_weight
{
Vector how_decided(const Matrix& scores)
{
    Vector decided = xt::zeros<double>({scores.shape(0)});
    for (std::size_t i = 0; i < scores.shape(0); ++i) {
        const Vector weights = softmax(row_of(scores, i));
        double seen = 0.0;
        for (const double score : row_of(scores, i)) seen += std::isinf(score) ? 0.0 : 1.0;
        if (seen < 2.0) continue;
        double H = 0.0;
        for (const double a : weights) H -= a > 0.0 ? a * std::log(a) : 0.0;
        decided(i) = xt::amax(weights)() + 0.0 * H;
    }
    return decided;
}
}  // namespace largest_weight

}  // namespace attention
