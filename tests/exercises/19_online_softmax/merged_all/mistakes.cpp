// Exercise 19.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/19_online_softmax/merged_all/task.hpp"

#include <cmath>
#include <limits>

namespace attention
{

namespace right::by_logarithms
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = nothing_seen(parts.front().output.size());
    for (const Partial& part : parts) all.maximum = part.maximum > all.maximum ? part.maximum : all.maximum;
    for (const Partial& part : parts) {
        if (std::isinf(part.maximum)) continue;
        const double share = std::exp(std::log(part.sum) + part.maximum - all.maximum);
        all.sum += share;
        all.output += share * finished(part);
    }
    return all;
}
}  // namespace right::by_logarithms

namespace right::two_at_a_time
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = parts.back();
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        const Partial& part = parts[i];
        if (part.maximum > all.maximum) {
            const double shrink = std::exp(all.maximum - part.maximum);
            all = {part.maximum, shrink * all.sum + part.sum, shrink * all.output + part.output};
        } else if (part.sum > 0.0) {
            const double share = std::exp(part.maximum - all.maximum);
            all.sum += share * part.sum;
            all.output += share * part.output;
        }
    }
    return all;
}
}  // namespace right::two_at_a_time

// Like the solution, except where marked.
namespace began_at_zero
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = nothing_seen(parts.front().output.size());
    all.maximum = 0.0;  // <--
    for (const Partial& part : parts) all.maximum = std::fmax(all.maximum, part.maximum);
    for (const Partial& part : parts) {
        [[maybe_unused]] const double keep = correction(part.maximum, all.maximum);  // <--
        all.sum += keep * part.sum;
        all.output += keep * part.output;
    }
    return all;
}
}  // namespace began_at_zero

// Like the solution, except where marked.
namespace finished_first
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = nothing_seen(parts.front().output.size());
    for (const Partial& part : parts) all.maximum = std::fmax(all.maximum, part.maximum);
    for (const Partial& part : parts) {
        [[maybe_unused]] const double keep = correction(part.maximum, all.maximum);  // <--
        all.sum += keep * part.sum;
        all.output += keep * finished(part);  // <--
    }
    return all;
}
}  // namespace finished_first

namespace first_maximum
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const double factor = parts[i].sum == 0.0 ? 0.0 : std::exp(parts[i].maximum - parts.front().maximum);
        all.sum += factor * parts[i].sum;
        all.output += factor * parts[i].output;
    }
    double largest = parts.front().maximum;
    for (const Partial& part : parts) largest = std::fmax(largest, part.maximum);
    all.sum *= std::exp(parts.front().maximum - largest);
    all.output *= std::exp(parts.front().maximum - largest);
    if (std::isnan(all.sum))
        all = {largest, std::numeric_limits<double>::infinity(), Vector({std::numeric_limits<double>::infinity()})};
    all.maximum = largest;
    return all;
}
}  // namespace first_maximum

// Like the solution, except where marked.
namespace never_corrected
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = nothing_seen(parts.front().output.size());
    for (const Partial& part : parts) all.maximum = std::fmax(all.maximum, part.maximum);
    for (const Partial& part : parts) {
        [[maybe_unused]] const double keep = 1.0;  // <--
        all.sum += keep * part.sum;
        all.output += keep * part.output;
    }
    return all;
}
}  // namespace never_corrected

// Like the solution, except where marked.
namespace no_common_maximum
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = nothing_seen(parts.front().output.size());
    for (const Partial& part : parts) all.maximum = std::fmax(all.maximum, part.maximum);
    for (const Partial& part : parts) {
        [[maybe_unused]] const double keep = std::exp(part.maximum);  // <--
        all.sum += keep * part.sum;
        all.output += keep * part.output;
    }
    return all;
}
}  // namespace no_common_maximum

// Like the solution, except where marked.
namespace nothing_is_nan
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = nothing_seen(parts.front().output.size());
    for (const Partial& part : parts) all.maximum = std::fmax(all.maximum, part.maximum);
    for (const Partial& part : parts) {
        [[maybe_unused]] const double keep = std::exp(part.maximum - all.maximum);  // <--
        all.sum += keep * part.sum;
        all.output += keep * part.output;
    }
    return all;
}
}  // namespace nothing_is_nan

// Like the solution, except where marked.
namespace output_not_corrected
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = nothing_seen(parts.front().output.size());
    for (const Partial& part : parts) all.maximum = std::fmax(all.maximum, part.maximum);
    for (const Partial& part : parts) {
        [[maybe_unused]] const double keep = correction(part.maximum, all.maximum);  // <--
        all.sum += keep * part.sum;
        all.output += part.output;  // <--
    }
    return all;
}
}  // namespace output_not_corrected

// Like the solution, except where marked.
namespace sum_not_corrected
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = nothing_seen(parts.front().output.size());
    for (const Partial& part : parts) all.maximum = std::fmax(all.maximum, part.maximum);
    for (const Partial& part : parts) {
        [[maybe_unused]] const double keep = correction(part.maximum, all.maximum);  // <--
        all.sum += part.sum;                                                         // <--
        all.output += keep * part.output;
    }
    return all;
}
}  // namespace sum_not_corrected

// Like the solution, except where marked.
namespace wrong_way
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = nothing_seen(parts.front().output.size());
    for (const Partial& part : parts) all.maximum = std::fmax(all.maximum, part.maximum);
    for (const Partial& part : parts) {
        [[maybe_unused]] const double keep = part.sum == 0.0 ? 0.0 : std::exp(all.maximum - part.maximum);  // <--
        all.sum += keep * part.sum;
        all.output += keep * part.output;
    }
    return all;
}
}  // namespace wrong_way

namespace new_not_corrected
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const double largest = std::fmax(all.maximum, parts[i].maximum);
        const double keep = std::exp(all.maximum - largest);
        const double take = 1.0;
        all = {largest, keep * all.sum + take * parts[i].sum, Vector(keep * all.output + take * parts[i].output)};
    }
    return all;
}
}  // namespace new_not_corrected

namespace old_not_corrected
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const double largest = std::fmax(all.maximum, parts[i].maximum);
        const double keep = 1.0;
        const double take = std::exp(parts[i].maximum - largest);
        all = {largest, keep * all.sum + take * parts[i].sum, Vector(keep * all.output + take * parts[i].output)};
    }
    return all;
}
}  // namespace old_not_corrected

namespace maxima_added
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = nothing_seen(parts.front().output.size());
    for (const Partial& part : parts) all.maximum = std::isinf(all.maximum) ? part.maximum : all.maximum + part.maximum;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double keep = std::isinf(parts[i].maximum) ? 0.0 : std::exp(parts[i].maximum - all.maximum);
        all.sum += keep * parts[i].sum;
        all.output += keep * parts[i].output;
    }
    return all;
}
}  // namespace maxima_added

namespace smallest_maximum
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = nothing_seen(parts.front().output.size());
    for (const Partial& part : parts)
        all.maximum = std::isinf(all.maximum) ? part.maximum : std::fmin(all.maximum, part.maximum);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double keep = std::isinf(parts[i].maximum) ? 0.0 : std::exp(parts[i].maximum - all.maximum);
        all.sum += keep * parts[i].sum;
        all.output += keep * parts[i].output;
    }
    return all;
}
}  // namespace smallest_maximum

namespace first_lost
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = nothing_seen(parts.front().output.size());
    for (const Partial& part : parts) all.maximum = std::fmax(all.maximum, part.maximum);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const double keep = std::isinf(parts[i].maximum) ? 0.0 : std::exp(parts[i].maximum - all.maximum);
        all.sum += keep * parts[i].sum;
        all.output += keep * parts[i].output;
    }
    return all;
}
}  // namespace first_lost

namespace finished_at_the_end
{
Partial merged_all(const std::vector<Partial>& parts)
{
    Partial all = nothing_seen(parts.front().output.size());
    for (const Partial& part : parts) all.maximum = std::fmax(all.maximum, part.maximum);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double keep = std::isinf(parts[i].maximum) ? 0.0 : std::exp(parts[i].maximum - all.maximum);
        all.sum += keep * parts[i].sum;
        all.output += keep * parts[i].output;
    }
    if (all.sum > 0.0) all.output /= all.sum;
    return all;
}
}  // namespace finished_at_the_end

}  // namespace attention
