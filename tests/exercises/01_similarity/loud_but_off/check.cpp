#include "tests/exercises/01_similarity/loud_but_off/task.hpp"

#include "01_similarity/similarity.hpp"

#include "common/require.hpp"

#include "tests/exercises/check.hpp"

#include <fmt/format.h>

#include <cmath>
#include <functional>
#include <string>

using namespace attention;

namespace
{

const Vector q = {3, 4};

check::Value judged(const Vector& c)
{
    common::require(c.size() == 2, "c has another size");
    return check::Value::together({{"q . c", dot(q, c)}, {"cosine", cosine(q, c)}});
}

double score(const check::Value& value) { return value.parts.at(0).cells.at(0); }
double cosine_of(const check::Value& value) { return value.parts.at(1).cells.at(0); }

bool is_loud(const check::Value& value) { return score(value) > 25; }
bool is_off(const check::Value& value) { return cosine_of(value) <= 0.1; }

/// Where `is_broken` says so, the message has both numbers, and then the advice.
check::Property with_numbers(const std::string& key, std::function<bool(const check::Value&)> is_broken,
                             const std::string& advice)
{
    return {key, [=](const check::Value& value) {
                if (!is_broken(value)) return std::string();
                return fmt::format(
                    "The score is {:.6g}, and must be above 25; the cosine is {:.6g}, and must be at most "
                    "0.1. {}",
                    score(value), cosine_of(value), advice);
            }};
}

}  // namespace

TEST_CASE("a key that is loud but off")
{
    check::ask(
        {.call = "q . c and the cosine, with c = loud_but_off()",
         .answer = [] { return judged(loud_but_off()); },
         .mistakes = {{"wrong_size", check::throws("std::invalid_argument", "another size"),
                       "A key has as many coordinates as the query: two."}},
         .properties = {
             check::property(
                 "not_finite", "A score or a cosine comes out as NaN or infinity. Your key is too long for a `double`.",
                 [](const check::Value& v) { return std::isfinite(score(v)) && std::isfinite(cosine_of(v)); }),
             check::property("points_away", "Your key points away from q: its score is negative. It must beat 25.",
                             [](const check::Value& v) { return score(v) >= 0; }),
             check::property("perpendicular",
                             "Your key is at a right angle to q, so its score is 0, however long it is.",
                             [](const check::Value& v) { return score(v) > 1e-6; }),
             with_numbers(
                 "not_loud", [](const check::Value& v) { return is_off(v) && !is_loud(v); },
                 "The direction will do. Make the key longer."),
             with_numbers(
                 "nearly_off", [](const check::Value& v) { return is_loud(v) && !is_off(v) && cosine_of(v) < 0.3; },
                 "It is loud enough. Turn it a little further away from q."),
             with_numbers(
                 "not_off", [](const check::Value& v) { return is_loud(v) && !is_off(v); },
                 "Length alone does not change a cosine: the direction must turn away from q."),
             with_numbers(
                 "neither", [](const check::Value& v) { return !is_loud(v) && !is_off(v); },
                 "Turn the key away from q first, until the cosine is low. Then make it longer.")}});
}
