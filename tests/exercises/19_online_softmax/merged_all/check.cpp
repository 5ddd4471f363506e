#include "tests/exercises/19_online_softmax/merged_all/task.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <string>

using namespace attention;
using check::infinity;
using check::not_a_number;

namespace
{

check::Value parts_of(const Partial& seen)
{
    return check::Value::together({{"m", seen.maximum}, {"l", seen.sum}, {"o", seen.output}});
}

Partial one_after_another(const std::vector<Partial>& parts)
{
    Partial all = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) all = merged(all, parts[i]);
    return all;
}

/// Merged one by one, where what was there is corrected or not, and likewise what comes.
check::Value one_by_one(const std::vector<Partial>& parts, bool old_too, bool new_too)
{
    Partial all = parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const double largest = std::fmax(all.maximum, parts[i].maximum);
        const double keep = old_too ? std::exp(all.maximum - largest) : 1.0;
        const double take = new_too ? std::exp(parts[i].maximum - largest) : 1.0;
        all = {largest, keep * all.sum + take * parts[i].sum, Vector(keep * all.output + take * parts[i].output)};
    }
    return parts_of(all);
}

check::Value finished_at_the_end(const std::vector<Partial>& parts)
{
    Partial all = one_after_another(parts);
    all.output /= all.sum;
    return parts_of(all);
}

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"merged", "absorb"}); }

TEST_CASE("three helpers with maxima of their own")
{
    const std::vector<Partial> parts = {{1.0, 1.5, {3, -1}}, {2.5, 1.25, {2, 4}}, {0.5, 2.0, {-5, 1}}};
    const auto with = [&](auto keep_l, auto keep_o) {
        Partial all{2.5, 0.0, {0, 0}};
        for (const Partial& part : parts) {
            all.sum += keep_l(part) * part.sum;
            all.output += keep_o(part) * part.output;
        }
        return parts_of(all);
    };
    const auto one = [](const Partial&) { return 1.0; };
    const auto right = [](const Partial& part) { return std::exp(part.maximum - 2.5); };
    const auto inverse = [](const Partial& part) { return std::exp(2.5 - part.maximum); };
    const auto whole = [](const Partial& part) { return std::exp(part.maximum); };
    Partial finished_outputs{2.5, 0.0, {0, 0}};
    for (const Partial& part : parts) {
        finished_outputs.sum += right(part) * part.sum;
        finished_outputs.output += right(part) * finished(part);
    }
    check::ask(
        {.call = "merged_all({m 1, l 1.5, ...}, {m 2.5, ...}, {m 0.5, ...})",
         .answer = [&] { return parts_of(merged_all(parts)); },
         .expected = parts_of(one_after_another(parts)),
         .mistakes = {
             {"never_corrected", with(one, one),
              "You added the sums as they are. Each was made with a maximum of its own; bring them to the same one first."},
             {"output_not_corrected", with(right, one), "l is right, but you added o without correcting it."},
             {"sum_not_corrected", with(one, right), "o is right, but you added l without correcting it."},
             {"wrong_way", with(inverse, inverse),
              "Your sums grew where they must shrink: exp(its maximum - the largest) is at most 1."},
             {"no_common_maximum", with(whole, whole),
              "You left the maximum out altogether. That works until exp overflows; here l must carry the factor exp(-m)."},
             {"maximum_of_the_first", 1.0, "m is the first helper's. It must be the largest of all."},
             {"smallest_maximum", 0.5,
              "m is the smallest of the helpers' maxima, or the last one. The largest is needed."},
             {"maxima_added", 4.0, "You added up the maxima. The largest of them is the maximum of all."},
             {"new_not_corrected", one_by_one(parts, true, false),
              "You correct what you have when a larger maximum arrives. A part that arrives with a smaller one must shrink as well."},
             {"old_not_corrected", one_by_one(parts, false, true),
              "You correct the part that arrives, but not what you have. When a larger maximum arrives, the old sums must shrink."},
             {"first_lost", parts_of(one_after_another({parts[1], parts[2]})), "The first helper's sums are missing."},
             {"last_lost", parts_of(one_after_another({parts[0], parts[1]})), "The last helper's sums are missing."},
             {"finished_at_the_end", finished_at_the_end(parts),
              "m and l are right, but o is divided by l already. The result may be merged further: leave o undivided."},
             {"finished_first", parts_of(finished_outputs),
              "You added outputs that were divided by l already. Add the o, and leave the division to the very end."}}});
}

TEST_CASE("maxima that are far apart")
{
    const std::vector<Partial> parts = {{-5000, 2, Vector({8})}, {5000, 1, Vector({3})}, {-6000, 1, Vector({1})}};
    const std::string far =
        "exp of a large number overflowed. Use the largest maximum of all, so that no exponent is above 0.";
    check::ask({.call = "merged_all({m -5000, ...}, {m 5000, ...}, {m -6000, ...})",
                .answer = [&] { return parts_of(merged_all(parts)); },
                .expected = parts_of({5000, 1, Vector({3})}),
                .mistakes = {{"first_maximum", parts_of({-5000, infinity, Vector({infinity})}), far},
                             {"first_maximum", parts_of({5000, infinity, Vector({infinity})}), far}}});
}

TEST_CASE("helpers who saw nothing")
{
    const Partial some{0.5, 1.5, Vector({3})};
    check::ask({.call = "merged_all(nothing, {m 0.5, l 1.5, o 3}, nothing)",
                .answer = [&] { return parts_of(merged_all({nothing_seen(1), some, nothing_seen(1)})); },
                .expected = parts_of(some)});
    const std::string nothing = "-infinity minus -infinity is NaN. A helper who saw nothing has nothing to correct.";
    check::ask({.call = "merged_all(nothing, nothing)",
                .answer = [] { return parts_of(merged_all({nothing_seen(1), nothing_seen(1)})); },
                .expected = parts_of(nothing_seen(1)),
                .mistakes = {{"nothing_is_nan", parts_of({-infinity, not_a_number, Vector({not_a_number})}), nothing},
                             {"began_at_zero", parts_of({0, 0, Vector({0})}),
                              "m is 0 though nobody saw a score. Does your search for the largest start at 0?"}}});
}

TEST_CASE("all maxima below 0")
{
    const std::vector<Partial> parts = {{-3, 1, Vector({2})}, {-2, 1, Vector({5})}};
    const double e = std::exp(-2.0);
    const double less = std::exp(-3.0);
    check::ask(
        {.call = "merged_all({m -3, l 1, o 2}, {m -2, l 1, o 5})",
         .answer = [&] { return parts_of(merged_all(parts)); },
         .expected = parts_of(one_after_another(parts)),
         .mistakes = {{"began_at_zero", parts_of({0, e + less, Vector({5 * e + 2 * less})}),
                       "m is 0, though all maxima are below it. Does your search for the largest start at 0?"}}});
}
