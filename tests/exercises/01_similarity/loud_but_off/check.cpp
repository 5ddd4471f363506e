#include "tests/exercises/01_similarity/loud_but_off/task.hpp"

#include "01_similarity/similarity.hpp"

#include "common/require.hpp"

#include "tests/exercises/check.hpp"

#include <fmt/core.h>

#include <cmath>
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

/// What is wrong with a cosine: only just too large, or not small at all.
std::string not_off(const check::Value& value)
{
    const double cosine = cosine_of(value);
    if (cosine <= 0.1) return "";
    const std::string found = fmt::format(
        "The score is {:.4g}, and the cosine is {:.4g}, where at most 0.1 is allowed. ", score(value), cosine);
    if (cosine < 0.5) return found + "Turn the key a little further away from q.";
    return found + "Length alone does not change a cosine: the direction must turn away from q.";
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
             check::property("not_loud",
                             "The cosine is low, but the score does not beat the 25 of a. Make the key longer.",
                             [](const check::Value& v) { return score(v) > 25 || cosine_of(v) > 0.1; }),
             check::Property{.key = "not_off", .problem = not_off}}});
}
