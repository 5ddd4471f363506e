// Chapter 19: softmax in one pass.   m' = max(m, s),  l' = e^(m-m') l + e^(s-m'),  o' = e^(m-m') o + e^(s-m') v

#include "19_online_softmax/corrections.hpp"
#include "19_online_softmax/online_attention.hpp"
#include "19_online_softmax/partial.hpp"

#include "02_softmax/softmax.hpp"
#include "03_weighted_sum/weighted_sum.hpp"
#include "09_scaling/scaled_attention.hpp"
#include "common/difference.hpp"
#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

using namespace attention;
using common::number;

namespace
{

const Vector scores = {1, 3, 2, 5};
const Matrix values = {{10}, {20}, {30}, {40}};

void show_trace()
{
    common::heading("Four keys, one after the other");
    common::Table table({"key", "score", "value", "old sums times", "m", "l", "o", "o / l"});
    Partial seen = nothing_seen(1);
    for (std::size_t j = 0; j < scores.size(); ++j) {
        const double before = seen.maximum;
        absorb(seen, scores(j), row_of(values, j));
        table.add_row({std::to_string(j), number(scores(j), 0), number(values(j, 0), 0),
                       number(correction(before, seen.maximum), 6), number(seen.maximum, 0), number(seen.sum, 6),
                       number(seen.output(0), 6), number(finished(seen)(0), 6)});
    }
    table.print();
    const Vector direct = weighted_sum(softmax(scores), values);
    fmt::print("  softmax of all four, then the weighted sum: {}\n", number(direct(0), 6));
}

/// The pairs from `begin` on, before `end`, as one query would have absorbed them.
Partial part(const Vector& some_scores, const Matrix& some_values, std::size_t begin, std::size_t end)
{
    Partial seen = nothing_seen(some_values.shape(1));
    for (std::size_t j = begin; j < end; ++j) absorb(seen, some_scores(j), row_of(some_values, j));
    return seen;
}

void add_partial(common::Table& table, const std::string& name, const Partial& seen)
{
    table.add_row(
        {name, number(seen.maximum, 0), number(seen.sum, 6), number(seen.output(0), 6), number(finished(seen)(0), 6)});
}

void show_merge()
{
    common::heading("Two who looked at half of the keys each");
    const Partial first = part(scores, values, 0, 2);
    const Partial second = part(scores, values, 2, 4);
    common::Table table({"who", "m", "l", "o", "o / l"});
    add_partial(table, "keys 0, 1", first);
    add_partial(table, "keys 2, 3", second);
    add_partial(table, "merged", merged(first, second));
    add_partial(table, "merged the other way round", merged(second, first));
    table.print();
}

/// Merge random neighbours, or strangers, until one is left.
Partial merged_at_random(std::vector<Partial> parts, common::Random& random)
{
    while (parts.size() > 1) {
        random.shuffle(parts);
        const Partial one = parts.back();
        parts.pop_back();
        parts.back() = merged(parts.back(), one);
    }
    return parts.front();
}

void show_any_order()
{
    common::heading("1000 keys in pieces of all sizes, merged in any order");
    common::Random random(19);
    const Vector many_scores = 5.0 * random.normal_vector(1000);
    const Matrix many_values = random.normal_matrix(1000, 1);
    const double direct = weighted_sum(softmax(many_scores), many_values)(0);
    int near = 0;
    for (int run = 0; run < 200; ++run) {
        std::vector<Partial> parts;
        for (std::size_t begin = 0; begin < 1000;) {
            const std::size_t end = std::min<std::size_t>(1000, begin + 1 + random.below(50));
            parts.push_back(part(many_scores, many_values, begin, end));
            begin = end;
        }
        near += std::abs(finished(merged_at_random(parts, random))(0) - direct) < 1e-13 ? 1 : 0;
    }
    fmt::print("  softmax and weighted sum of all:     {}\n", number(direct, 6));
    fmt::print("  200 random ways to cut and to merge: {} of them within 1e-13 of it\n", near);
}

void show_corrections()
{
    common::heading("How often must the old sums be corrected?");
    common::Random random(20);
    common::Table table({"keys", "corrections, mean of 2000", "1/2 + 1/3 + ... + 1/keys"});
    for (const std::size_t keys : {10U, 100U, 1000U}) {
        int total = 0;
        for (int run = 0; run < 2000; ++run) total += corrections(random.normal_vector(keys));
        table.add_row({std::to_string(keys), number(total / 2000.0, 2), number(expected_corrections(keys), 2)});
    }
    table.print();
}

void show_forgotten()
{
    common::heading("What the maximum and its correction are for");
    double sum = 0.0;
    double output = 0.0;
    double maximum = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < scores.size(); ++j) {
        maximum = std::fmax(maximum, scores(j));
        sum += std::exp(scores(j) - maximum);  // and the old sum stays as it was: wrong
        output += std::exp(scores(j) - maximum) * values(j, 0);
    }
    fmt::print("  old sums never corrected:      {}, where {} is right\n", number(output / sum, 6),
               number(finished(part(scores, values, 0, 4))(0), 6));
    const Vector large = scores + 1000.0;
    const Vector naive = naive_softmax(large);
    fmt::print("  scores 1000 higher, no maximum: {}\n", number(weighted_sum(naive, values)(0), 6));
    fmt::print("  scores 1000 higher, with it:    {}\n", number(finished(part(large, values, 0, 4))(0), 6));
}

void show_memory()
{
    common::heading("Numbers kept for one query, d_v = 64");
    common::Table table({"keys", "a row of scores", "m, l and o"});
    const std::size_t kept = 2 + nothing_seen(64).output.size();
    for (const std::size_t keys : {100U, 1000U, 100000U})
        table.add_row({std::to_string(keys), std::to_string(keys), std::to_string(kept)});
    table.print();
    common::Random random(21);
    const Matrix Q = random.normal_matrix(40, 8);
    const Matrix K = random.normal_matrix(300, 8);
    const Matrix V = random.normal_matrix(300, 3);
    const double apart = common::difference(online_attention(Q, K, V), scaled_dot_product_attention(Q, K, V).output);
    fmt::print("  40 queries over 300 keys, against chapter 9: {}\n",
               apart < 1e-14 ? "the same to 1e-14" : "different");
}

/// The output so far, after each key.
common::Curve running_output(const std::string& name, const Vector& some_scores, const Matrix& some_values)
{
    common::Curve curve{name, {}, {}};
    Partial seen = nothing_seen(1);
    for (std::size_t j = 0; j < some_scores.size(); ++j) {
        absorb(seen, some_scores(j), row_of(some_values, j));
        curve.x.push_back(static_cast<double>(j + 1));
        curve.y.push_back(finished(seen)(0));
    }
    return curve;
}

void draw_running(const common::Pictures& pictures)
{
    common::heading("The output so far: 40 keys, forwards and backwards");
    common::Random random(22);
    const Vector forwards = 2.0 * random.normal_vector(40);
    const Matrix its_values = random.normal_matrix(40, 1);
    const Vector backwards = xt::flip(forwards, 0);
    const Matrix their_values = xt::flip(its_values, 0);
    const common::Plot plot{.title = "The output so far, as keys arrive",
                            .description =
                                "Two jagged lines, one for each order of the same 40 keys. They jump where a key "
                                "with a large score arrives, and end at the same height.",
                            .x_title = "keys seen",
                            .y_title = "o / l",
                            .curves = {running_output("forwards", forwards, its_values),
                                       running_output("backwards", backwards, their_values)}};
    fmt::print("{}", plot.text());
    pictures.save("running.svg", plot.svg());
}

}  // namespace

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    show_trace();
    show_merge();
    show_any_order();
    show_corrections();
    show_forgotten();
    show_memory();
    draw_running(pictures);
}
