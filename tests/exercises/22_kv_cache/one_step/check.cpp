#include "tests/exercises/22_kv_cache/one_step/task.hpp"

#include "01_similarity/similarity.hpp"
#include "02_softmax/softmax.hpp"
#include "09_scaling/scaled_attention.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

using namespace attention;

namespace
{

constexpr std::size_t d_k = 5;
constexpr std::size_t d_v = 2;

/// What arrives with a token.
struct Arrival {
    Matrix Q;  ///< shape (heads, d_k)
    Matrix K;  ///< shape (groups, d_k)
    Matrix V;  ///< shape (groups, d_v)
};

std::vector<Arrival> arrivals(std::size_t tokens, std::size_t heads, std::size_t groups, std::size_t in_value = d_v)
{
    common::Random random(11);
    std::vector<Arrival> all;
    for (std::size_t j = 0; j < tokens; ++j)
        all.push_back({2.0 * random.normal_matrix(heads, d_k), random.normal_matrix(groups, d_k),
                       random.normal_matrix(groups, in_value)});
    return all;
}

/// A step as it may be meant: which group a head asks, which query it asks with, which tokens it sees, how often the newest one
/// is there, and what the scores are multiplied by.
struct Way {
    std::function<std::size_t(std::size_t)> group;
    std::function<std::size_t(std::size_t)> query = [](std::size_t head) { return head; };
    std::size_t first = 0;
    std::size_t newest = 1;
    double sharper = 1.0;
};

/// Keys or values that a group sees in this way, one below the other.
Matrix stacked(const std::vector<Arrival>& all, Matrix Arrival::* part, std::size_t group, const Way& way)
{
    std::vector<Vector> rows;
    for (std::size_t j = way.first; j < all.size(); ++j) {
        const std::size_t times = j + 1 == all.size() ? way.newest : 1;
        for (std::size_t time = 0; time < times; ++time) rows.push_back(row_of(all[j].*part, group));
    }
    Matrix result = xt::zeros<double>({rows.size(), (all.front().*part).shape(1)});
    for (std::size_t i = 0; i < rows.size(); ++i) set_row(result, i, rows[i]);
    return result;
}

/// The last token's step.
Matrix attended(const std::vector<Arrival>& all, const Way& way)
{
    const Matrix& Q = all.back().Q;
    Matrix output = xt::zeros<double>({Q.shape(0), d_v});
    for (std::size_t head = 0; head < Q.shape(0); ++head) {
        Matrix q = xt::zeros<double>({std::size_t{1}, d_k});
        set_row(q, 0, Vector(way.sharper * row_of(Q, way.query(head))));
        const Matrix K = stacked(all, &Arrival::K, way.group(head), way);
        const Matrix V = stacked(all, &Arrival::V, way.group(head), way);
        set_row(output, head, row_of(scaled_dot_product_attention(q, K, V).output, 0));
    }
    return output;
}

/// Neighbouring heads together, as it should be.
Way together(std::size_t heads, std::size_t groups)
{
    return {.group = [=](std::size_t head) { return head * groups / heads; }};
}

Matrix right(const std::vector<Arrival>& all)
{
    return attended(all, together(all.front().Q.shape(0), all.front().K.shape(0)));
}

/// A cache in which all tokens are but the last.
CountingCache all_but_last(const std::vector<Arrival>& all)
{
    CountingCache cache(all.front().K.shape(0));
    for (std::size_t j = 0; j + 1 < all.size(); ++j) cache.append(all[j].K, all[j].V);
    return cache;
}

Matrix step(const Arrival& token, CountingCache& cache) { return one_step(token.Q, token.K, token.V, cache); }

/// The sum of the values without dividing by the sum of the exponentials.
Matrix not_divided(const std::vector<Arrival>& all)
{
    const Way way = together(6, 3);
    Matrix output = xt::zeros<double>({std::size_t{6}, d_v});
    for (std::size_t head = 0; head < 6; ++head) {
        const Vector q = row_of(all.back().Q, head) / std::sqrt(5.0);
        const Vector scores = score_row(q, stacked(all, &Arrival::K, way.group(head), way));
        const Matrix V = stacked(all, &Arrival::V, way.group(head), way);
        for (std::size_t j = 0; j < scores.size(); ++j)
            set_row(output, head, Vector(row_of(output, head) + std::exp(scores(j)) * row_of(V, j)));
    }
    return output;
}

/// Each token's weights divided among the heads, and the last token's value alone: two ways to go wrong after the scores.
Matrix after_scores(const std::vector<Arrival>& all, bool across_heads)
{
    const Way way = together(6, 3);
    Matrix scores = xt::zeros<double>({std::size_t{6}, all.size()});
    for (std::size_t head = 0; head < 6; ++head) {
        const Vector q = row_of(all.back().Q, head) / std::sqrt(5.0);
        set_row(scores, head, score_row(q, stacked(all, &Arrival::K, way.group(head), way)));
    }
    const Matrix turned = xt::transpose(scores);
    const Matrix weights = across_heads ? Matrix(xt::transpose(softmax_rows(turned))) : softmax_rows(scores);
    Matrix output = xt::zeros<double>({std::size_t{6}, d_v});
    for (std::size_t head = 0; head < 6; ++head) {
        for (std::size_t j = across_heads ? 0 : all.size() - 1; j < all.size(); ++j)
            set_row(output, head, Vector(row_of(output, head) + weights(head, j) * row_of(all[j].V, way.group(head))));
    }
    return output;
}

/// How often a row was fetched for the fifth token, and what that says about the loops.
void ask_fetches(const std::string& what, std::size_t (CountingCache::*fetched)() const)
{
    const std::vector<Arrival> five = arrivals(5, 12, 3, d_k);
    const std::string each_coordinate =
        "The numbers are right, but a row is fetched anew for each of its 5 coordinates. Fetch it once, keep it in a "
        "`const Vector`, and take the coordinates from there.";
    check::ask(
        {.call = fmt::format("{} fetched for the fifth token, 12 heads in 3 groups", what),
         .answer =
             [&] {
                 CountingCache cache = all_but_last(five);
                 const Matrix output = step(five.back(), cache);
                 return check::Value((cache.*fetched)());
             },
         .expected = 3 * 5,
         .mistakes =
             {{"once_for_each_head", 12 * 5,
               "The numbers are right, but each head fetches for itself: 12 times 5. Fetch once for a whole group."},
              {"fetched_twice", 2 * 3 * 5, "The numbers are right, but each row is fetched twice. Once is enough."},
              {"twice_for_each_head", 2 * 12 * 5,
               "The numbers are right, but each head fetches for itself, and does it twice."},
              {"all_groups_for_each_head", 12 * 3 * 5,
               "The numbers are right, but each head fetches from all groups. It needs only its own."},
              {"for_each_coordinate", 12 * 5 * 5, each_coordinate + " And let all heads of a group use it."},
              {"for_each_coordinate", 3 * 5 * 5, each_coordinate},
              {"newest_not_fetched", 3 * 4,
               "The numbers are right, and you saved even the newest token, which you were handed. Clever, but "
               "to keep the count simple, fetch it from the cache like the others."}},
         .properties = {check::property(
             "fetched_too_often",
             "The numbers are right, but more is fetched than there is: 3 groups keep 5 tokens, so 15 times are enough. "
             "Which loops is the fetching inside of, and does it depend on all of them?",
             [](const check::Value& times) { return times.cells[0] <= 15.0; })}});
}

}  // namespace

TEST_CASE("written, not called")
{
    check::must_not_call({"grouped_attention", "scaled_dot_product_attention", "dot_product_attention",
                          "multi_head_attention", "attend_to_cache", "online_attention"});
}

TEST_CASE("the fourth token, six heads in three groups")
{
    const std::vector<Arrival> four = arrivals(4, 6, 3);
    const auto in_group = [](auto rule) { return Way{.group = rule}; };
    Way way = together(6, 3);
    const auto changed = [&](auto change) {
        Way other = way;
        change(other);
        return attended(four, other);
    };
    const std::vector<Arrival> three(four.begin(), four.end() - 1);
    std::vector<Arrival> earlier = three;
    earlier.back().Q = four.back().Q;
    const std::string several =
        "The new token is in the cache more than once. Append it once, outside of the loops over heads and groups.";
    check::ask(
        {.call = "one_step(Q, K, V, a cache with three tokens), 6 heads in 3 groups",
         .answer =
             [&] {
                 CountingCache cache = all_but_last(four);
                 return step(four.back(), cache);
             },
         .expected = right(four),
         .mistakes = {
             {"itself_not_seen", attended(earlier, way),
              "The new token does not see itself. Put it into the cache before the heads attend."},
             {"dealt_to_groups", attended(four, in_group([](std::size_t head) { return head % 3; })),
              "You dealt the heads out in turns: 0, 1, 2, 0, 1, 2. Neighbouring heads share a group: 0, 0, 1, 1, 2, 2."},
             {"divided_by_groups", attended(four, in_group([](std::size_t head) { return head / 3; })),
              "You divided a head's number by the number of groups. Divide it by the number of heads in a group."},
             {"first_group_for_all", attended(four, in_group([](std::size_t) { return std::size_t{0}; })),
              "All heads ask group 0."},
             {"one_query_a_group", changed([](Way& w) { w.query = [](std::size_t head) { return head / 2 * 2; }; }),
              "The heads of a group all ask with the first one's query. They share keys and values, not queries."},
             {"unscaled", changed([](Way& w) { w.sharper = std::sqrt(5.0); }),
              "You do not divide the scores by the square root of d_k."},
             {"divided_by_d", changed([](Way& w) { w.sharper = 1.0 / std::sqrt(5.0); }),
              "You divided the scores by d_k. Divide by its square root."},
             {"root_of_heads", changed([](Way& w) { w.sharper = std::sqrt(5.0 / 6.0); }),
              "You divided the scores by the root of the number of heads. Divide by the root of d_k."},
             {"root_of_tokens", changed([](Way& w) { w.sharper = std::sqrt(5.0 / 4.0); }),
              "You divided the scores by the root of the number of tokens. Divide by the root of d_k."},
             {"root_of_d_v", changed([](Way& w) { w.sharper = std::sqrt(5.0 / 2.0); }),
              "You divided the scores by the root of 2. That is d_v, or the number of heads in a group. Divide by the root of d_k."},
             {"across_heads", after_scores(four, true),
              "Your softmax runs over the heads: for each token they share its weight. Each head has a softmax over the tokens."},
             {"last_value_only", after_scores(four, false),
              "Only the last token's value is left: each token overwrites what the ones before it have added."},
             {"appended_several_times", changed([](Way& w) { w.newest = 6; }), several},
             {"appended_several_times", changed([](Way& w) { w.newest = 3; }), several},
             {"appended_several_times", changed([](Way& w) { w.newest = 2; }), several},
             {"only_itself", changed([](Way& w) { w.first = 3; }),
              "The new token sees only itself. The earlier ones are in the cache."},
             {"first_left_out", changed([](Way& w) { w.first = 1; }), "Your heads do not see token 0."},
             {"not_divided", not_divided(four),
              "Your weights do not sum to 1: divide by the sum of the exponentials."}}});
}

TEST_CASE("four steps from an empty cache")
{
    const std::vector<Arrival> four = arrivals(4, 6, 3);
    CountingCache cache(3);
    for (std::size_t j = 0; j < 4; ++j) {
        const std::vector<Arrival> so_far(four.begin(), four.begin() + static_cast<std::ptrdiff_t>(j) + 1);
        check::ask({.call = fmt::format("one_step for token {}, the earlier ones put in by your own steps", j),
                    .answer = [&] { return step(four[j], cache); },
                    .expected = right(so_far),
                    .mistakes = {{"nothing_appended", attended({four[j]}, together(6, 3)),
                                  "The step of the first token left nothing in the cache. Append what it brings."}}});
        check::ask(
            {.call = fmt::format("cache.tokens() after {} step{}", j + 1, j == 0 ? "" : "s"),
             .answer = [&] { return cache.tokens(); },
             .expected = j + 1,
             .mistakes = {{"nothing_appended", 0, "The step left nothing in the cache. Append what it brings."}}});
    }
}

TEST_CASE("how often keys are fetched") { ask_fetches("keys", &CountingCache::keys_fetched); }

TEST_CASE("how often values are fetched") { ask_fetches("values", &CountingCache::values_fetched); }

TEST_CASE("other numbers of heads and groups")
{
    for (const std::size_t groups : {1U, 2U, 4U, 8U}) {
        const std::vector<Arrival> three = arrivals(3, 8, groups);
        check::ask({.call = fmt::format("one_step(Q, K, V, a cache with two tokens), 8 heads in {} group{}", groups,
                                        groups == 1 ? "" : "s"),
                    .answer =
                        [&] {
                            CountingCache cache = all_but_last(three);
                            return step(three.back(), cache);
                        },
                    .expected = right(three)});
    }
}

TEST_CASE("scores far apart")
{
    std::vector<Arrival> four = arrivals(4, 6, 3);
    four.back().Q *= 1000.0;
    check::ask({.call = "one_step(1000 Q, K, V, a cache with three tokens), 6 heads in 3 groups",
                .answer =
                    [&] {
                        CountingCache cache = all_but_last(four);
                        return step(four.back(), cache);
                    },
                .expected = right(four)});
}
