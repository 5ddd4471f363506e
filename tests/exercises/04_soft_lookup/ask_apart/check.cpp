#include "tests/exercises/04_soft_lookup/ask_apart/task.hpp"

#include "04_soft_lookup/soft_lookup.hpp"

#include "common/require.hpp"

#include "tests/exercises/check.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstddef>
#include <string>

using namespace attention;

namespace
{

const Matrix K = {{3, 4}, {4, 3}, {5, 0}};
const Matrix V = {{1}, {100}, {10000}};

Lookup lookup_with(const Vector& q)
{
    common::require(q.size() == 2, "a query as long as the keys is needed");
    if (norm(q) > 2 + 1e-9) {
        const Vector shortened = 2.0 * direction(q);
        const bool is_apart = soft_lookup(shortened, K, V).output(0) >= 9900;
        common::require(!is_apart, "a good direction, but its norm is above 2");
        common::require(is_apart, "a norm of at most 2 is allowed");
    }
    return soft_lookup(q, K, V);
}

/// The weights of the three keys, which come first.
double weight(const check::Value& lookup, std::size_t j) { return lookup.parts.at(0).cells.at(j); }

/// What is wrong with a query for which the third key has the largest weight, but not enough of it.
std::string not_apart_enough(const check::Value& lookup)
{
    const double output = lookup.parts.at(1).cells.at(0);
    if (output >= 9900) return "";
    return fmt::format("The lookup returns {:.0f}. The third key has the largest weight, but the weights of its rivals "
                       "are still {:.4f} and {:.4f}. Turn away from the stronger one, and use all the length you may.",
                       output, weight(lookup, 0), weight(lookup, 1));
}

}  // namespace

TEST_CASE("the third value, nearly alone")
{
    check::ask(
        {.call = "soft_lookup(ask_apart(), K, V)",
         .answer = [] { return lookup_with(ask_apart()); },
         .mistakes =
             {{"wrong_size", check::throws("std::invalid_argument", "as long as the keys"),
               "A query has as many coordinates as a key: two."},
              {"only_too_long", check::throws("std::invalid_argument", "a good direction"),
               "Your query is longer than 2, but its direction is good: keep it, and shorten the query."},
              {"too_long", check::throws("std::invalid_argument", "a norm of at most 2"),
               "Your query is longer than 2. If it were long enough, any direction near k_3 would do; find a better "
               "direction."},
              {"along_the_key", soft_lookup({2, 0}, K, V),
               "Your query points along k_3. That key scores highest, but its rivals score high as well, because they "
               "point almost the "
               "same way. Softmax depends only on the gap."},
              {"asks_nothing", soft_lookup({0, 0}, K, V), "Every key gets one third: is q the zero vector?"}},
         .properties = {check::property("not_finite", "The weights come out as NaN.",
                                        [](const check::Value& lookup) { return !std::isnan(weight(lookup, 0)); }),
                        check::property("finds_another", "The largest weight goes to a key other than the third.",
                                        [](const check::Value& lookup) {
                                            return weight(lookup, 2) > weight(lookup, 0) &&
                                                   weight(lookup, 2) > weight(lookup, 1);
                                        }),
                        check::Property{.key = "not_apart_enough", .problem = not_apart_enough}}});
}
