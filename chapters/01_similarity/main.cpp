// Chapter 1: how much does a word matter to "bank"?   score = q . k = sum_i q_i k_i

#include "01_similarity/bank.hpp"
#include "01_similarity/show.hpp"
#include "01_similarity/similarity.hpp"

#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/plane.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"

#include <vector>

using namespace attention;

int main(int argc, char** argv)
{
    const common::Pictures pictures(argc, argv);
    pictures.save("map.svg",
                  common::map_svg({common::Step::scores}, "chapter 1: how much does a word matter to \"bank\"?"));

    common::heading("\"the river bank\": what bank asks, what each word answers");
    show::scores(bank::q, bank::river);

    common::heading("The same, drawn: each key with its score");
    const common::Plane keys = show::keys_of_bank();
    show::text(keys.text());
    pictures.save("bank.svg", keys.svg());

    common::heading("Three features: one key has what the query wants, one does not");
    show::workings({1, 0, 1}, {{1, 0, 1}, {0, 1, 0}});

    common::heading("Sign, angle and length: one query, six keys");
    const Vector q = {1, 0};
    const std::vector<show::NamedKey> six = {{"a same way", 1, 0},  {"b longer, tilted", 3, 3}, {"c right angle", 0, 5},
                                             {"d opposite", -1, 0}, {"e away, long", -2, 3},    {"f zero", 0, 0}};
    show::comparison(q, six);
    pictures.save("vectors.svg", show::drawn(q, six).svg());

    common::heading("One query, all keys at once");
    common::print_vector("scores of bank in \"the river bank\"", score_row(bank::q, bank::river.K), 0);
    common::print_vector("scores of bank in \"the money bank\"", score_row(bank::q, bank::money.K), 0);
    common::print_vector("the first again, asked twice as loudly", score_row({2, 2}, bank::river.K), 0);
}
