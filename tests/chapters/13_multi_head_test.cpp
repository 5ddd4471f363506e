#include "13_multi_head/chase.hpp"
#include "13_multi_head/cost.hpp"
#include "13_multi_head/heads.hpp"
#include "13_multi_head/multi_head.hpp"
#include "13_multi_head/reversal.hpp"

#include "09_scaling/scaled_attention.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

using namespace attention;
using tests::difference;

namespace
{

Projections random_head(common::Random& random, std::size_t d_model, std::size_t d_k, std::size_t d_v)
{
    return {random.normal_matrix(d_model, d_k), random.normal_matrix(d_model, d_k), random.normal_matrix(d_model, d_v)};
}

/// Rows in another order.
Matrix shuffled(const Matrix& X, const std::vector<std::size_t>& order)
{
    Matrix result = X;
    for (std::size_t i = 0; i < order.size(); ++i) set_row(result, i, row_of(X, order[i]));
    return result;
}

}  // namespace

TEST_CASE("heads are columns: each gets its part of every token")
{
    const std::vector<Matrix> heads = split_heads({{0, 1, 2, 3}, {4, 5, 6, 7}}, 2);
    REQUIRE(heads.size() == 2);
    CHECK((heads[0] == Matrix{{0, 1}, {4, 5}}));
    CHECK((heads[1] == Matrix{{2, 3}, {6, 7}}));
}

TEST_CASE("reshaped without transposing, a head gets whole tokens")
{
    const std::vector<Matrix> heads = reshaped_without_transpose({{0, 1, 2, 3}, {4, 5, 6, 7}}, 2);
    CHECK((heads[0] == Matrix{{0, 1}, {2, 3}}));
    CHECK((heads[1] == Matrix{{4, 5}, {6, 7}}));
}

TEST_CASE("what is split and put together again is the same")
{
    common::Random random(1);
    const Matrix X = random.normal_matrix(5, 12);
    for (const std::size_t heads : {1U, 2U, 3U, 4U, 6U, 12U}) CHECK((concatenated(split_heads(X, heads)) == X));
    CHECK((concatenated({{{1}, {2}}, {{3, 4}, {5, 6}}}) == Matrix{{1, 3, 4}, {2, 5, 6}}));
    CHECK(split_heads(xt::zeros<double>({0, 4}), 2)[1].shape(0) == 0);
}

TEST_CASE("one head with an identity after it is scaled dot-product attention")
{
    common::Random random(2);
    const Matrix X = random.normal_matrix(6, 7);
    const Projections head = random_head(random, 7, 3, 4);
    const Roles roles = roles_of(X, head);
    const Attention expected = scaled_dot_product_attention(roles.Q, roles.K, roles.V);
    const MultiHeadAttention found = multi_head_attention(X, {{head}, xt::eye<double>(4)});
    CHECK(difference(found.output, expected.output) < 1e-14);
    CHECK(difference(found.weights[0], expected.weights) < 1e-15);
}

TEST_CASE("the output is the sum of what each head gives through its rows of W_O")
{
    common::Random random(3);
    const Matrix X = random.normal_matrix(5, 6);
    const MultiHead W = {{random_head(random, 6, 2, 3), random_head(random, 6, 5, 1)}, random.normal_matrix(4, 6)};
    const Matrix first =
        scaled_dot_product_attention(roles_of(X, W.heads[0]).Q, roles_of(X, W.heads[0]).K, roles_of(X, W.heads[0]).V)
            .output;
    const Matrix second =
        scaled_dot_product_attention(roles_of(X, W.heads[1]).Q, roles_of(X, W.heads[1]).K, roles_of(X, W.heads[1]).V)
            .output;
    const Matrix upper = xt::view(W.W_O, xt::range(0, 3), xt::all());
    const Matrix lower = xt::view(W.W_O, xt::range(3, 4), xt::all());
    const Matrix expected = common::product(first, upper) + common::product(second, lower);
    CHECK(difference(multi_head_attention(X, W).output, expected) < 1e-13);
}

TEST_CASE("scores are divided by the root of the head's own size")
{
    common::Random random(4);
    const Matrix X = random.normal_matrix(4, 8);
    const Projections head = random_head(random, 8, 4, 4);
    const MultiHeadAttention found = multi_head_attention(X, {{head, head}, xt::eye<double>(8)});
    const Roles roles = roles_of(X, head);
    const Matrix scores = score_matrix(roles.Q, roles.K);
    for (std::size_t j = 1; j < 4; ++j) {
        const double scale = std::log(found.weights[1](0, j) / found.weights[1](0, 0)) / (scores(0, j) - scores(0, 0));
        CHECK_THAT(scale, WithinAbs(0.5, 1e-9));
    }
}

TEST_CASE("tokens in another order give outputs in that order")
{
    common::Random random(5);
    const Matrix X = random.normal_matrix(7, 6);
    const MultiHead W = {{random_head(random, 6, 3, 3), random_head(random, 6, 3, 3)}, random.normal_matrix(6, 6)};
    std::vector<std::size_t> order = {0, 1, 2, 3, 4, 5, 6};
    random.shuffle(order);
    const Matrix expected = shuffled(multi_head_attention(X, W).output, order);
    CHECK(difference(multi_head_attention(shuffled(X, order), W).output, expected) < 1e-13);
}

TEST_CASE("a mask hides from every head")
{
    common::Random random(6);
    const Matrix X = random.normal_matrix(5, 4);
    const MultiHead W = {{random_head(random, 4, 2, 2), random_head(random, 4, 2, 2)}, random.normal_matrix(4, 4)};
    const MultiHeadAttention found = multi_head_attention(X, W, causal_mask(5, 5));
    for (const Matrix& weights : found.weights) {
        for (std::size_t i = 0; i < 5; ++i) {
            for (std::size_t j = i + 1; j < 5; ++j) CHECK(weights(i, j) == 0.0);
        }
    }
    Matrix other = X;
    set_row(other, 4, random.normal_vector(4));
    const Matrix after = multi_head_attention(other, W, causal_mask(5, 5)).output;
    for (std::size_t i = 0; i < 4; ++i) CHECK((row_of(after, i) == row_of(found.output, i)));
}

TEST_CASE("groups are heads whose keys and values are repeated")
{
    common::Random random(7);
    std::vector<Matrix> Q;
    for (int h = 0; h < 6; ++h) Q.push_back(random.normal_matrix(3, 4));
    const std::vector<Matrix> K = {random.normal_matrix(5, 4), random.normal_matrix(5, 4)};
    const std::vector<Matrix> V = {random.normal_matrix(5, 2), random.normal_matrix(5, 2)};
    const Matrix grouped = grouped_attention(Q, K, V);
    CHECK(
        (grouped == grouped_attention(Q, {K[0], K[0], K[0], K[1], K[1], K[1]}, {V[0], V[0], V[0], V[1], V[1], V[1]})));
    CHECK(grouped.shape(1) == 12);
    const std::vector<Matrix> heads = split_heads(grouped, 6);
    CHECK(difference(heads[2], scaled_dot_product_attention(Q[2], K[0], V[0]).output) == 0.0);
    CHECK(difference(heads[3], scaled_dot_product_attention(Q[3], K[1], V[1]).output) == 0.0);
}

TEST_CASE("two heads know who chases whom; one head that asks both questions cannot tell the two sentences apart")
{
    const std::vector<Matrix> here = split_heads(chase::found_by_two_heads(chase::dog_chased_cat), 2);
    const std::vector<Matrix> there = split_heads(chase::found_by_two_heads(chase::cat_chased_dog), 2);
    const Vector dog = {1, 0};
    const Vector cat = {0, 1};
    CHECK(difference(row_of(here[0], chase::verb), dog) < 0.01);
    CHECK(difference(row_of(here[1], chase::verb), cat) < 0.01);
    CHECK(difference(row_of(there[0], chase::verb), cat) < 0.01);
    CHECK(difference(row_of(there[1], chase::verb), dog) < 0.01);

    const Matrix two_here = chase::by_two_heads(chase::dog_chased_cat).output;
    const Matrix two_there = chase::by_two_heads(chase::cat_chased_dog).output;
    CHECK(two_here.shape() == chase::dog_chased_cat.shape());
    CHECK(difference(row_of(two_here, chase::verb), Vector{1, -1, 0, 0, 0}) < 0.01);
    CHECK(difference(row_of(two_there, chase::verb), Vector{-1, 1, 0, 0, 0}) < 0.01);

    const Matrix one_here = chase::by_one_head(chase::dog_chased_cat).output;
    const Matrix one_there = chase::by_one_head(chase::cat_chased_dog).output;
    CHECK(difference(row_of(one_here, chase::verb), row_of(one_there, chase::verb)) < 1e-15);

    common::Random random(8);  // whatever is made of the values
    Projections head = chase::both_at_once;
    head.W_V = random.normal_matrix(5, 4);
    const Matrix W_O = random.normal_matrix(4, 5);
    const Matrix any_here = multi_head_attention(chase::dog_chased_cat, {{head}, W_O}).output;
    const Matrix any_there = multi_head_attention(chase::cat_chased_dog, {{head}, W_O}).output;
    CHECK(difference(row_of(any_here, chase::verb), row_of(any_there, chase::verb)) < 1e-14);
}

TEST_CASE("products cost about the same however many heads there are; softmax and its memory grow with them")
{
    const HeadsCost one = cost_of_heads(1000, 512, 1);
    CHECK(one.softmax == 4998000);
    CHECK(one.weight_bytes == 8000000);
    for (const std::size_t heads : {2U, 8U, 16U}) {
        const HeadsCost cost = cost_of_heads(1000, 512, heads);
        CHECK(cost.learned == one.learned);
        CHECK(cost.softmax == heads * one.softmax);
        CHECK(cost.weight_bytes == heads * one.weight_bytes);
        CHECK_THAT(static_cast<double>(cost.products) / static_cast<double>(one.products), WithinAbs(1.0, 0.01));
    }

    // What is really there: numbers learned, and weights that a layer gives back.
    common::Random random(9);
    MultiHead W;
    for (int h = 0; h < 4; ++h) W.heads.push_back(random_head(random, 12, 3, 3));
    W.W_O = random.normal_matrix(12, 12);
    const MultiHeadAttention found = multi_head_attention(random.normal_matrix(5, 12), W);
    std::size_t learned = W.W_O.size();
    for (const Projections& head : W.heads) learned += head.W_Q.size() + head.W_K.size() + head.W_V.size();
    std::size_t bytes = 0;
    for (const Matrix& weights : found.weights) bytes += weights.size() * sizeof(double);
    CHECK(cost_of_heads(5, 12, 4).learned == learned);
    CHECK(cost_of_heads(5, 12, 4).weight_bytes == bytes);
    CHECK_THROWS_WITH(cost_of_heads(5, 12, 5), "cost_of_heads: 5 heads cannot share 12 columns evenly");
}

TEST_CASE("two heads of queries that share one head of keys and values find the same two answers")
{
    for (const Matrix& sentence : {chase::dog_chased_cat, chase::cat_chased_dog}) {
        const Matrix shared = chase::by_shared_keys(sentence);
        const Matrix own = chase::found_by_two_heads(sentence);
        CHECK(difference(row_of(shared, chase::verb), row_of(own, chase::verb)) < 1e-14);
    }
}

TEST_CASE("reversing the words tells a right cut from a reshaped one, unless there is one head")
{
    common::Random random(10);
    const Matrix X = random.normal_matrix(5, 12);
    for (const std::size_t heads : {1U, 2U, 3U, 6U}) {
        CHECK(change_when_reversed(X, heads, split_heads) < 1e-13);
        CHECK((change_when_reversed(X, heads, reshaped_without_transpose) < 1e-13) == (heads == 1));
    }
}

TEST_CASE("what is kept grows with the heads of keys and values, not with those of queries")
{
    CHECK(numbers_kept(1000, 8, 64) == 1024000);
    CHECK(8 * numbers_kept(1000, 1, 64) == numbers_kept(1000, 8, 64));
}

TEST_CASE("wrong shapes are refused in words")
{
    const Matrix X = xt::zeros<double>({2, 6});
    CHECK_THROWS_WITH(split_heads(X, 4),
                      "split_heads: X has 6 columns and there are 4 heads; each head needs the same number of columns");
    CHECK_THROWS_WITH(split_heads(X, 0),
                      "split_heads: X has 6 columns and there are 0 heads; each head needs the same number of columns");
    CHECK_THROWS_WITH(reshaped_without_transpose(X, 4),
                      "split_heads: X has 6 columns and there are 4 heads; each head needs the same number of columns");
    CHECK_THROWS_WITH(concatenated({}), "concatenated: no heads were given; at least one is needed");
    CHECK_THROWS_WITH(concatenated({X, xt::zeros<double>({3, 1})}),
                      "concatenated: one head has 2 rows, another 3; all need the same number");
    const Projections head = {xt::eye<double>(6), xt::eye<double>(6), xt::eye<double>(6)};
    CHECK_THROWS_WITH(
        multi_head_attention(X, {{head}, xt::eye<double>(5)}),
        "multi_head_attention: the heads give 6 numbers per word but W_O has 5 rows; it needs one row for each");
    CHECK_THROWS_WITH(
        grouped_attention({X, X, X}, {X, X}, {X, X}),
        "grouped_attention: 3 heads of queries, 2 of keys, 2 of values; keys and values need the same number, and it "
        "must divide that of the queries");
}
