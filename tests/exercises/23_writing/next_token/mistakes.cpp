// Exercise 23.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/23_writing/next_token/task.hpp"

#include "02_softmax/softmax.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <vector>

namespace attention
{

namespace right::one_after_the_other
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    double best = logits(0);
    for (const double score : logits) best = std::fmax(best, score);
    const bool is_cold = temperature == 0.0;
    std::vector<double> parts;  // not divided by their sum
    for (const double score : logits)
        parts.push_back(is_cold ? (score == best ? 1.0 : 0.0) : std::exp((score - best) / temperature));
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    std::vector<std::size_t> kept;
    std::vector<double> ends;
    double end = 0.0;
    do {
        const auto next = std::max_element(parts.begin(), parts.end());
        end += *next;
        kept.push_back(static_cast<std::size_t>(next - parts.begin()));
        ends.push_back(end);
        *next = -1.0;
    } while (!is_cold && end < top_p * sum && kept.size() < parts.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (u * end < ends[i]) return kept[i];
    }
    return kept.back();
}
}  // namespace right::one_after_the_other

// Like the solution, except where marked.
namespace all_alike
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += kept / static_cast<double>(count);  // <--
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace all_alike

// Like the solution, except where marked.
namespace always_the_best
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || shares(places[count]) >= top_p))  // <--
        kept += shares(places[count++]);                                             // <--

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace always_the_best

// Like the solution, except where marked.
namespace cut_too_early
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    const Vector before = softmax(logits - logits(largest_place));  // <--
    double cut = 0.0;                                               // <--
    while (count < places.size() && (count == 0 || cut < top_p)) {  // <--
        cut += before(places[count]);                               // <--
        kept += shares(places[count++]);                            // <--
    }  // <--

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace cut_too_early

// Like the solution, except where marked.
namespace divided_by_zero::first
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature < 0.0) return largest_place;  // <--
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || !(kept >= top_p))) kept += shares(places[count++]);  // <--

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return std::isnan(kept) ? 0 : places[count - 1];  // <--
}
}  // namespace divided_by_zero::first

// Like the solution, except where marked.
namespace divided_by_zero::last
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature < 0.0) return largest_place;  // <--
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || !(kept >= top_p))) kept += shares(places[count++]);  // <--

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace divided_by_zero::last

// Like the solution, except where marked.
namespace end_belongs_to_it
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept <= end) return places[i];  // <--
    }
    return places[count - 1];
}
}  // namespace end_belongs_to_it

// Like the solution, except where marked.
namespace in_order_of_numbers
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);

    std::sort(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(count));  // <--
    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace in_order_of_numbers

// Like the solution, except where marked.
namespace last_of_equals
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) {    // <--
        return shares(a) > shares(b) || (shares(a) == shares(b) && a > b);  // <--
    });                                                                     // <--

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace last_of_equals

// Like the solution, except where marked.
namespace last_one_left_out
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept + shares(places[count]) <= top_p + 1e-12))  // <--
        kept += shares(places[count++]);                                                            // <--

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace last_one_left_out

// Like the solution, except where marked.
namespace none_kept
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && kept < top_p) kept += shares(places[count++]);  // <--

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return count == 0 ? 0 : places[count - 1];  // <--
}
}  // namespace none_kept

// Like the solution, except where marked.
namespace not_divided
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u < end) return places[i];  // <--
    }
    return places[count - 1];
}
}  // namespace not_divided

// Like the solution, except where marked.
namespace not_sorted
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace not_sorted

// Like the solution, except where marked.
namespace nothing_cut::sorted
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || top_p >= 0.0)) kept += shares(places[count++]);  // <--

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace nothing_cut::sorted

// Like the solution, except where marked.
namespace nothing_cut::unsorted
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || top_p >= 0.0)) kept += shares(places[count++]);  // <--

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace nothing_cut::unsorted

// Like the solution, except where marked.
namespace one_too_many::in_any_case
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);
    if (count < places.size()) kept += shares(places[count++]);  // <--

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace one_too_many::in_any_case

// Like the solution, except where marked.
namespace one_too_many::to_be_above
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept <= top_p)) kept += shares(places[count++]);  // <--

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace one_too_many::to_be_above

// Like right::one_after_the_other, except where marked.
namespace overflow
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const double best = *std::max_element(logits.begin(), logits.end());  // <--
    const bool is_cold = temperature == 0.0;
    std::vector<double> parts;  // not divided by their sum
    for (const double score : logits)
        parts.push_back(is_cold ? (score == best ? 1.0 : 0.0) : std::exp(score / temperature));  // <--
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    std::vector<std::size_t> kept;
    std::vector<double> ends;
    double end = 0.0;
    do {
        const auto next = std::max_element(parts.begin(), parts.end());
        end += *next;
        kept.push_back(static_cast<std::size_t>(next - parts.begin()));
        ends.push_back(end);
        *next = -1.0;
    } while (!is_cold && end < top_p * sum && kept.size() < parts.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (u * end < ends[i]) return kept[i];
    }
    return kept.back();
}
}  // namespace overflow

// Like the solution, except where marked.
namespace ranks_for_tokens
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return i;  // <--
    }
    return count - 1;  // <--
}
}  // namespace ranks_for_tokens

// Like the solution, except where marked.
namespace smallest_first
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) < shares(b); });  // <--

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace smallest_first

// Like the solution, except where marked.
namespace smallest_laid_first
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);

    std::reverse(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(count));  // <--
    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace smallest_laid_first

// Like the solution, except where marked.
namespace softmax_again
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);

    kept = 0.0;                                                                   // <--
    for (std::size_t i = 0; i < count; ++i) kept += std::exp(shares(places[i]));  // <--
    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += std::exp(shares(places[i]));  // <--
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace softmax_again

// Like the solution, except where marked.
namespace temperature_after_the_cut
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);

    const Vector plain = softmax(logits - logits(largest_place));      // <--
    kept = 0.0;                                                        // <--
    for (std::size_t i = 0; i < count; ++i) kept += plain(places[i]);  // <--
    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += plain(places[i]);  // <--
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace temperature_after_the_cut

// Like the solution, except where marked.
namespace temperature_ignored
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax(logits - logits(largest_place));  // <--

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace temperature_ignored

// Like the solution, except where marked.
namespace temperature_multiplied
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) * temperature);  // <--

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace temperature_multiplied

// Like the solution, except where marked.
namespace zero_means_one
{
std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());

    const Vector shares = softmax((logits - logits(largest_place)) / (temperature == 0.0 ? 1.0 : temperature));  // <--

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}
}  // namespace zero_means_one

}  // namespace attention
