/// \file
/// Chapter 19: what the program prints and draws; nothing to learn here.
#pragma once

#include "19_online_softmax/any_order.hpp"
#include "19_online_softmax/corrections.hpp"
#include "19_online_softmax/online_attention.hpp"
#include "19_online_softmax/partial.hpp"
#include "19_online_softmax/trace.hpp"

#include "09_scaling/scaled_attention.hpp"

#include "common/difference.hpp"
#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/print.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <vector>

namespace attention::show
{

using common::number;

/// A line for each key: the correction it caused, and what is known after it.
inline void print_trace(const Vector& scores, const Matrix& V)
{
    common::Table table({"key", "score", "value", "old sums times", "m", "l", "o", "o / l"});
    const std::vector<Step> steps = trace(scores, V);
    for (std::size_t j = 0; j < steps.size(); ++j) {
        const Partial& seen = steps[j].seen;
        table.add_row({std::to_string(j), number(scores(j), 0), number(V(j, 0), 0), number(steps[j].keep, 3),
                       number(seen.maximum, 0), number(seen.sum, 3), number(seen.output(0), 3),
                       number(finished(seen)(0), 3)});
    }
    table.print();
}

/// Two partial results, what they give when merged, and what the mean of their outputs would be.
inline void print_merge(const Partial& first, const Partial& second)
{
    common::Table table({"who", "m", "l", "o", "o / l"});
    const auto add = [&](const std::string& who, const Partial& seen) {
        table.add_row({who, number(seen.maximum, 0), number(seen.sum, 3), number(seen.output(0), 3),
                       number(finished(seen)(0), 3)});
    };
    add("keys 0, 1", first);
    add("keys 2, 3", second);
    add("merged", merged(first, second));
    add("merged the other way round", merged(second, first));
    table.print();
    fmt::print("  the mean of the two outputs, which is not it: {}\n",
               number((finished(first)(0) + finished(second)(0)) / 2, 3));
}

/// How random cuts and merges compare with softmax of the whole row.
inline void print_any_order(const AnyOrder& found)
{
    fmt::print("  softmax and weighted sum of all:     {}\n", number(found.direct, 3));
    fmt::print("  {} random ways to cut and to merge: {} of them within 1e-13 of it\n", found.tries, found.near);
}

/// Corrections counted, and corrections expected.
inline void print_corrections()
{
    common::Random random(20);
    common::Table table({"keys", "corrections, mean of 2000 rows", "1/2 + 1/3 + ... + 1/keys"});
    for (const std::size_t keys : {10U, 100U, 1000U})
        table.add_row({std::to_string(keys), number(mean_corrections(keys, 2000, random), 2),
                       number(expected_corrections(keys), 2)});
    table.print();
}

/// A row of scores beside what one query keeps.
inline void print_memory(std::size_t d_v)
{
    common::Table table({"keys", "a row of scores", "m, l and o"});
    const std::size_t kept = 2 + nothing_seen(d_v).output.size();
    for (const std::size_t keys : {100U, 1000U, 100000U})
        table.add_row({std::to_string(keys), std::to_string(keys), std::to_string(kept)});
    table.print();
}

/// Whether one pass gives what chapter 9 gave with whole rows.
inline void print_agreement()
{
    common::Random random(21);
    const Matrix Q = random.normal_matrix(40, 8);
    const Matrix K = random.normal_matrix(300, 8);
    const Matrix V = random.normal_matrix(300, 3);
    const double apart = common::difference(online_attention(Q, K, V), scaled_dot_product_attention(Q, K, V).output);
    fmt::print("  40 queries over 300 keys, against chapter 9: {}\n", apart < 1e-14 ? "same to 1e-14" : "different");
}

/// The output so far, after each key.
inline common::Curve running_output(const std::string& name, const Vector& scores, const Matrix& V)
{
    common::Curve curve{name, {}, {}};
    for (const Step& step : trace(scores, V)) {
        curve.x.push_back(static_cast<double>(curve.x.size() + 1));
        curve.y.push_back(finished(step.seen)(0));
    }
    return curve;
}

/// The same 40 keys, forwards and backwards.
inline common::Plot running_plot()
{
    common::Random random(22);
    const Vector forwards = 2.0 * random.normal_vector(40);
    const Matrix V = random.normal_matrix(40, 1);
    const Vector backwards = xt::flip(forwards, 0);
    const Matrix V_backwards = xt::flip(V, 0);
    return {.title = "One query: its output if no more keys came",
            .description = "Two jagged lines, one for each order of the same 40 keys. They jump where a key with a "
                           "large score arrives, and end at the same height.",
            .x_title = "keys seen so far",
            .y_title = "output so far, o / l",
            .curves = {running_output("forwards", forwards, V), running_output("backwards", backwards, V_backwards)}};
}

/// The chapter's pictures.
inline void draw(const common::Pictures& pictures)
{
    pictures.save("map.svg", common::map_svg({common::Step::scores, common::Step::weights, common::Step::output},
                                             "chapter 19: from scores to output in a single pass"));
    pictures.save("running.svg", running_plot().svg());
}

}  // namespace attention::show
