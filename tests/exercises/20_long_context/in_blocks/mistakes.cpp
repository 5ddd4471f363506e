// Exercise 20.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/20_long_context/in_blocks/task.hpp"

#include "19_online_softmax/partial.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attention
{

namespace right::by_merging
{
Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    Partial all = nothing_seen(V.shape(1));
    for (std::size_t first = 0; first < scores.size(); first += block) {
        Partial part = nothing_seen(V.shape(1));
        for (std::size_t j = first; j < first + block && j < scores.size(); ++j) absorb(part, scores(j), row_of(V, j));
        all = merged(part, all);
    }
    return finished(all);
}
}  // namespace right::by_merging

namespace right::key_by_key
{
Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    // Blocks change nothing but the order of work: one key after the other gives the same.
    Vector o = xt::zeros<double>({V.shape(1)});
    double l = 0.0;
    double m = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < scores.size(); ++j) {
        if (std::isinf(scores(j))) continue;
        if (scores(j) > m) {
            const double keep = l == 0.0 ? 0.0 : std::exp(m - scores(j));
            o *= keep;
            l *= keep;
            m = scores(j);
        }
        l += std::exp(scores(j) - m);
        for (std::size_t c = 0; c < V.shape(1); ++c) o(c) += std::exp(scores(j) - m) * V(j, c);
    }
    return l == 0.0 ? o : Vector(o / l);
}
}  // namespace right::key_by_key

// Like the solution, except where marked.
namespace first_maximum::none
{
Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    [[maybe_unused]] constexpr double infinity = std::numeric_limits<double>::infinity();  // <--
    double m = 0.0;                                                                        // <--
    double l = 0.0;
    Vector o = xt::zeros<double>({V.shape(1)});
    for (std::size_t first = 0; first < scores.size(); first += block) {
        const std::size_t end = std::min(first + block, scores.size());
        const double next = 0.0;  // <--
        if (l > 0.0) {            // <--
            const double keep = std::exp(m - next);
            l *= keep;
            o *= keep;
        }  // <--
        for (std::size_t j = first; j < end; ++j) {
            const double e = std::exp(scores(j) - next);
            l += e;
            for (std::size_t c = 0; c < V.shape(1); ++c) o(c) += e * V(j, c);  // <--
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace first_maximum::none

// Like the solution, except where marked.
namespace first_maximum::plain
{
Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    [[maybe_unused]] constexpr double infinity = std::numeric_limits<double>::infinity();  // <--
    double m = -infinity;
    double l = 0.0;
    Vector o = xt::zeros<double>({V.shape(1)});
    for (std::size_t first = 0; first < scores.size(); first += block) {
        const std::size_t end = std::min(first + block, scores.size());
        double next = m;
        for (std::size_t j = first; j < end && m == -infinity; ++j) next = std::fmax(next, scores(j));  // <--
        if (next == -infinity) continue;
        if (l > 0.0) {  // <--
            const double keep = std::exp(m - next);
            l *= keep;
            o *= keep;
        }  // <--
        for (std::size_t j = first; j < end; ++j) {
            const double e = std::exp(scores(j) - next);
            l += e;
            for (std::size_t c = 0; c < V.shape(1); ++c) o(c) += e * V(j, c);  // <--
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace first_maximum::plain

// Like the solution, except where marked.
namespace hidden_block_is_nan
{
Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    [[maybe_unused]] constexpr double infinity = std::numeric_limits<double>::infinity();  // <--
    double m = -infinity;
    double l = 0.0;
    Vector o = xt::zeros<double>({V.shape(1)});
    for (std::size_t first = 0; first < scores.size(); first += block) {
        const std::size_t end = std::min(first + block, scores.size());
        double next = m;
        for (std::size_t j = first; j < end; ++j) next = std::fmax(next, scores(j));
        l *= std::exp(m - next);  // <--
        o *= std::exp(m - next);  // <--
        for (std::size_t j = first; j < end; ++j) {
            const double e = std::exp(scores(j) - next);
            l += e;
            for (std::size_t c = 0; c < V.shape(1); ++c) o(c) += e * V(j, c);  // <--
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace hidden_block_is_nan

// Like the solution, except where marked.
namespace last_block_left_out
{
Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    [[maybe_unused]] constexpr double infinity = std::numeric_limits<double>::infinity();  // <--
    double m = -infinity;
    double l = 0.0;
    Vector o = xt::zeros<double>({V.shape(1)});
    for (std::size_t first = 0; first + block <= scores.size(); first += block) {  // <--
        const std::size_t end = std::min(first + block, scores.size());
        double next = m;
        for (std::size_t j = first; j < end; ++j) next = std::fmax(next, scores(j));
        if (next == -infinity) continue;
        if (l > 0.0) {  // <--
            const double keep = std::exp(m - next);
            l *= keep;
            o *= keep;
        }  // <--
        for (std::size_t j = first; j < end; ++j) {
            const double e = std::exp(scores(j) - next);
            l += e;
            for (std::size_t c = 0; c < V.shape(1); ++c) o(c) += e * V(j, c);  // <--
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace last_block_left_out

// Like the solution, except where marked.
namespace last_block_only
{
Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    [[maybe_unused]] constexpr double infinity = std::numeric_limits<double>::infinity();  // <--
    double m = -infinity;
    double l = 0.0;
    Vector o = xt::zeros<double>({V.shape(1)});
    for (std::size_t first = 0; first < scores.size(); first += block) {
        const std::size_t end = std::min(first + block, scores.size());
        double next = m;
        for (std::size_t j = first; j < end; ++j) next = std::fmax(next, scores(j));
        if (next == -infinity) continue;
        l = 0.0;   // <--
        o *= 0.0;  // <--
        for (std::size_t j = first; j < end; ++j) {
            const double e = std::exp(scores(j) - next);
            l += e;
            for (std::size_t c = 0; c < V.shape(1); ++c) o(c) += e * V(j, c);  // <--
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace last_block_only

// Like the solution, except where marked.
namespace maximum_began_at_zero
{
Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    [[maybe_unused]] constexpr double infinity = std::numeric_limits<double>::infinity();  // <--
    double m = 0.0;                                                                        // <--
    double l = 0.0;
    Vector o = xt::zeros<double>({V.shape(1)});
    for (std::size_t first = 0; first < scores.size(); first += block) {
        const std::size_t end = std::min(first + block, scores.size());
        double next = m;
        for (std::size_t j = first; j < end; ++j) next = std::fmax(next, scores(j));
        if (next == -infinity) continue;
        if (l > 0.0) {  // <--
            const double keep = std::exp(m - next);
            l *= keep;
            o *= keep;
        }  // <--
        for (std::size_t j = first; j < end; ++j) {
            const double e = std::exp(scores(j) - next);
            l += e;
            for (std::size_t c = 0; c < V.shape(1); ++c) o(c) += e * V(j, c);  // <--
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace maximum_began_at_zero

namespace mean_of_blocks
{
Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    Vector mean = xt::zeros<double>({V.shape(1)});
    double blocks = 0.0;
    for (std::size_t first = 0; first < scores.size(); first += block) {
        const std::size_t end = std::min(first + block, scores.size());
        double l = 0.0;
        Vector o = xt::zeros<double>({V.shape(1)});
        for (std::size_t j = first; j < end; ++j) {
            l += std::exp(scores(j));
            o += std::exp(scores(j)) * row_of(V, j);
        }
        mean += o / l;
        blocks += 1.0;
    }
    return mean / blocks;
}
}  // namespace mean_of_blocks

// Like the solution, except where marked.
namespace never_corrected
{
Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    [[maybe_unused]] constexpr double infinity = std::numeric_limits<double>::infinity();  // <--
    double m = -infinity;
    double l = 0.0;
    Vector o = xt::zeros<double>({V.shape(1)});
    for (std::size_t first = 0; first < scores.size(); first += block) {
        const std::size_t end = std::min(first + block, scores.size());
        double next = m;
        for (std::size_t j = first; j < end; ++j) next = std::fmax(next, scores(j));
        if (next == -infinity) continue;

        // <-- without: const double keep = std::exp(m - next);
        // <-- without: l *= keep;
        // <-- without: o *= keep;
        for (std::size_t j = first; j < end; ++j) {
            const double e = std::exp(scores(j) - next);
            l += e;
            for (std::size_t c = 0; c < V.shape(1); ++c) o(c) += e * V(j, c);  // <--
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace never_corrected

// Like the solution, except where marked.
namespace not_divided
{
Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    [[maybe_unused]] constexpr double infinity = std::numeric_limits<double>::infinity();  // <--
    double m = -infinity;
    double l = 0.0;
    Vector o = xt::zeros<double>({V.shape(1)});
    for (std::size_t first = 0; first < scores.size(); first += block) {
        const std::size_t end = std::min(first + block, scores.size());
        double next = m;
        for (std::size_t j = first; j < end; ++j) next = std::fmax(next, scores(j));
        if (next == -infinity) continue;
        if (l > 0.0) {  // <--
            const double keep = std::exp(m - next);
            l *= keep;
            o *= keep;
        }  // <--
        for (std::size_t j = first; j < end; ++j) {
            const double e = std::exp(scores(j) - next);
            l += e;
            for (std::size_t c = 0; c < V.shape(1); ++c) o(c) += e * V(j, c);  // <--
        }
        m = next;
    }
    // <-- without: if (l > 0.0) o /= l;
    return o;
}
}  // namespace not_divided

// Like the solution, except where marked.
namespace only_l_corrected
{
Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    [[maybe_unused]] constexpr double infinity = std::numeric_limits<double>::infinity();  // <--
    double m = -infinity;
    double l = 0.0;
    Vector o = xt::zeros<double>({V.shape(1)});
    for (std::size_t first = 0; first < scores.size(); first += block) {
        const std::size_t end = std::min(first + block, scores.size());
        double next = m;
        for (std::size_t j = first; j < end; ++j) next = std::fmax(next, scores(j));
        if (next == -infinity) continue;
        if (l > 0.0) l *= std::exp(m - next);  // <--
        for (std::size_t j = first; j < end; ++j) {
            const double e = std::exp(scores(j) - next);
            l += e;
            for (std::size_t c = 0; c < V.shape(1); ++c) o(c) += e * V(j, c);  // <--
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace only_l_corrected

// Like the solution, except where marked.
namespace only_o_corrected
{
Vector in_blocks(const Vector& scores, const Matrix& V, std::size_t block)
{
    [[maybe_unused]] constexpr double infinity = std::numeric_limits<double>::infinity();  // <--
    double m = -infinity;
    double l = 0.0;
    Vector o = xt::zeros<double>({V.shape(1)});
    for (std::size_t first = 0; first < scores.size(); first += block) {
        const std::size_t end = std::min(first + block, scores.size());
        double next = m;
        for (std::size_t j = first; j < end; ++j) next = std::fmax(next, scores(j));
        if (next == -infinity) continue;
        if (l > 0.0) o *= std::exp(m - next);  // <--
        for (std::size_t j = first; j < end; ++j) {
            const double e = std::exp(scores(j) - next);
            l += e;
            for (std::size_t c = 0; c < V.shape(1); ++c) o(c) += e * V(j, c);  // <--
        }
        m = next;
    }
    if (l > 0.0) o /= l;
    return o;
}
}  // namespace only_o_corrected

}  // namespace attention
