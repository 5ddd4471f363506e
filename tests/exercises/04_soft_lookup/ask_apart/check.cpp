#include "tests/exercises/04_soft_lookup/ask_apart/task.hpp"

#include "04_soft_lookup/soft_lookup.hpp"

#include "common/require.hpp"

#include "tests/exercises/check.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <string>

using namespace attention;

namespace
{

const Matrix K = {{3, 4}, {4, 3}, {5, 0}};
const Matrix V = {{1}, {100}, {10000}};

/// The query that was returned, and what its lookup gives.
check::Value judged(const Vector& q)
{
    common::require(q.size() == 2, "the query needs as many coordinates as the keys have");
    const Lookup found = soft_lookup(q, K, V);
    return check::Value::together({{"q", q}, {"weights", found.weights}, {"output", found.output}});
}

Vector query(const check::Value& value) { return {value.parts.at(0).cells.at(0), value.parts.at(0).cells.at(1)}; }
double weight(const check::Value& value, std::size_t j) { return value.parts.at(1).cells.at(j); }
double output(const check::Value& value) { return value.parts.at(2).cells.at(0); }

/// What is wrong with a query that is too long, and whose direction would do (or would not) at the norm that is allowed.
std::string too_long(const check::Value& value, bool direction_is_good)
{
    const Vector q = query(value);
    const double length = norm(q);
    if (!(length > 2 + 1e-9)) return "";
    if (!std::isfinite(length))
        return direction_is_good ? "" : "Your query is infinitely long. A norm of 2 is allowed.";
    const bool would_do = output(judged(2 / length * q)) >= 9900;
    if (would_do != direction_is_good) return "";
    return fmt::format("Your query has norm {:.4g}, and 2 is allowed. {}", length,
                       would_do ? "But its direction is good: keep it, and make the query shorter."
                                : "With norm 2 it would not do, so find a better direction.");
}

}  // namespace

TEST_CASE("the third value, nearly alone")
{
    check::ask(
        {.call = "soft_lookup(ask_apart(), K, V)",
         .answer = [] { return judged(ask_apart()); },
         .mistakes =
             {{"wrong_size", check::throws("std::invalid_argument", "as many coordinates"),
               "A query has as many coordinates as a key: two."},
              {"along_the_key", judged({2, 0}),
               "Your query points along k_3. That key scores highest, but its rivals score high as well, because they "
               "point almost the same way. Softmax depends only on the gap."},
              {"asks_nothing", judged({0, 0}), "Every key gets one third: is q the zero vector?"}},
         .properties = {
             {"only_too_long", [](const check::Value& value) { return too_long(value, true); }},
             {"too_long", [](const check::Value& value) { return too_long(value, false); }},
             check::property("not_finite", "The weights come out as NaN.",
                             [](const check::Value& value) { return !std::isnan(weight(value, 0)); }),
             check::property("finds_another", "The largest weight goes to a key other than the third.",
                             [](const check::Value& value) {
                                 return weight(value, 2) > weight(value, 0) && weight(value, 2) > weight(value, 1);
                             }),
             {"not_apart_enough", [](const check::Value& value) {
                  if (output(value) >= 9900) return std::string();
                  return fmt::format(
                      "The third key has the largest weight, but the output is {:.6g}, and must be at least 9900: "
                      "its strongest rival still has the weight {:.4g}. Turn away from that key, and use all the "
                      "length you may.",
                      output(value), std::fmax(weight(value, 0), weight(value, 1)));
              }}}});
}
