// Chapter 1: how much do two vectors agree?   dot(q, k) = sum_i q_i k_i

#include "01_similarity/similarity.hpp"

#include "common/pictures.hpp"
#include "common/plane.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <vector>

using namespace attention;
using common::number;
using common::numbers;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);

    common::heading("A query meets two keys");
    const Vector query = {1, 0, 1};     // what I am looking for
    const Vector near_key = {1, 0, 1};  // what one position contains
    const Vector far_key = {0, 1, 0};   // what another contains
    fmt::print("  q = {}\n", numbers(query, 0));
    fmt::print("  q . {} = 1*1 + 0*0 + 1*1 = {}   they agree\n", numbers(near_key, 0), number(dot(query, near_key), 0));
    fmt::print("  q . {} = 1*0 + 0*1 + 1*0 = {}   they have nothing in common\n", numbers(far_key, 0),
               number(dot(query, far_key), 0));

    common::heading("Sign, angle and length: one query, six keys");
    const Vector q = {1, 0};
    const Matrix K = {{1, 0}, {3, 3}, {0, 5}, {-1, 0}, {-2, 3}, {0, 0}};
    const std::vector<std::string> names = {"a same way", "b longer, aslant", "c right angle",
                                            "d opposite", "e away, long",     "f zero"};
    common::Table table({"key", "k", "length", "dot", "cosine", "angle"});
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const Vector k = row_of(K, j);
        table.add_row({names[j], numbers(k, 0), number(norm(k)), number(dot(q, k)), number(cosine(q, k)),
                       number(angle(q, k), 1)});
    }
    fmt::print("  q = {}\n\n", numbers(q, 0));
    table.print();
    fmt::print("\n  The largest dot product is b's, the largest cosine a's: length counts for\n"
               "  one and not for the other.\n");

    common::heading("The same keys, drawn, each with its dot product with q");
    const common::Plane plane{
        .title = "Five keys, each with its dot product with q",
        .description = "Five arrows from the origin: q and key a, right along the x axis; b, long, up and right at 45 "
                       "degrees; c, straight up; d, left, against q; e, up and left.",
        .arrows = {{"b: 3", 3, 3}, {"c: 0", 0, 5}, {"d: -1", -1, 0}, {"e: -2", -2, 3}, {"q = a: 1", 1, 0}}};
    fmt::print("{}", plane.text());
    pictures.save("vectors.svg", plane.svg());

    common::heading("One query, all keys at once");
    common::print_vector("scores of q", score_row(q, K), 1);
}
