#include "tests/exercises/22_kv_cache/keys_in_bytes/task.hpp"

#include "02_softmax/softmax.hpp"
#include "09_scaling/scaled_attention.hpp"

#include "common/random.hpp"
#include "tests/exercises/check.hpp"

#include <cfenv>
#include <cmath>
#include <cstddef>
#include <string>

using namespace attention;

namespace
{

/// Four keys of three channels. The last channel is twenty times as wide as the others.
const Matrix four_keys = {{1.0, 2.2, -20.0}, {1.9, 0.5, 31.0}, {6.1, 2.0, 3.25}, {2.76, 1.3, 8.8}};
const Vector query = {3, -2, 0.25};

/// How numbers may be put into bytes.
struct Way {
    double numbers = 255.0;  ///< into so many steps a range is cut
    double most = 255.0;     ///< no byte is above that
    bool from_zero = false;  ///< a range begins at 0, unless there are numbers below
    bool cut_off = false;    ///< instead of rounded
};

double counted_in(double x, double begin, double step, const Way& way)
{
    const double steps = (x - begin) / step;
    return std::fmin(way.most, way.cut_off ? std::floor(steps) : std::round(steps));
}

/// Bytes and steps as two parts of one value.
check::Value together(const Matrix& bytes, const Vector& steps)
{
    return check::Value::together({{"bytes", bytes}, {"steps", steps}});
}

check::Value answered(const Matrix& K)
{
    const KeysInBytes kept = keys_in_bytes(K);
    return check::Value::together({{"bytes", Matrix(xt::cast<double>(kept.bytes))}, {"steps", kept.steps}});
}

/// One range for each channel.
check::Value by_channel(const Matrix& K, const Way& way = {})
{
    Matrix bytes = xt::zeros_like(K);
    Vector steps = xt::zeros<double>({K.shape(1)});
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const double smallest = xt::amin(channel)();
        const double begin = way.from_zero ? std::fmin(0.0, smallest) : smallest;
        steps(c) = (xt::amax(channel)() - begin) / way.numbers;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            bytes(j, c) = steps(c) == 0.0 ? 0.0 : counted_in(K(j, c), begin, steps(c), way);
    }
    return together(bytes, steps);
}

Vector by_channel_steps(const Matrix& K)
{
    Vector steps = xt::zeros<double>({K.shape(1)});
    for (std::size_t c = 0; c < K.shape(1); ++c) steps(c) = by_channel(K).parts[1].cells[c];
    return steps;
}

/// The bytes with one range for each key, or with one for all numbers. The steps don't even have the right shape then.
Matrix bytes_by_key(const Matrix& K)
{
    Matrix bytes = xt::zeros_like(K);
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const Vector key = row_of(K, j);
        const double smallest = xt::amin(key)();
        const double step = (xt::amax(key)() - smallest) / 255.0;
        for (std::size_t c = 0; c < K.shape(1); ++c) bytes(j, c) = counted_in(K(j, c), smallest, step, {});
    }
    return bytes;
}

Matrix bytes_by_all(const Matrix& K)
{
    const double smallest = xt::amin(K)();
    const double step = (xt::amax(K)() - smallest) / 255.0;
    return xt::round((K - smallest) / step);
}

/// As chapter 22 does it: the same on both sides of 0. 128 is added, for bytes without a sign.
Matrix bytes_around_zero(const Matrix& K)
{
    Matrix bytes = xt::zeros_like(K);
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const double step = xt::amax(xt::abs(channel))() / 127.0;
        for (std::size_t j = 0; j < K.shape(0); ++j) bytes(j, c) = 128.0 + std::round(K(j, c) / step);
    }
    return bytes;
}

/// The numbers divided by the steps as they are; what does not fit into a byte wraps around.
Matrix bytes_from_nowhere(const Matrix& K)
{
    const Vector steps = by_channel_steps(K);
    Matrix bytes = xt::zeros_like(K);
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        for (std::size_t c = 0; c < K.shape(1); ++c)
            bytes(j, c) = std::fmod(std::fmod(std::round(K(j, c) / steps(c)), 256.0) + 256.0, 256.0);
    }
    return bytes;
}

/// Whether NaN comes up on the way: the processor remembers. What a cast makes of NaN is often 0, so the bytes don't show it.
bool meets_nan(const Matrix& K)
{
    std::feclearexcept(FE_ALL_EXCEPT);
    keys_in_bytes(K);
    return std::fetestexcept(FE_INVALID | FE_DIVBYZERO) != 0;
}

/// Bytes and steps that were made by nobody's function.
KeysInBytes made_by_hand() { return {{{0, 255, 0}, {45, 0, 255}, {255, 225, 116}, {88, 120, 144}}, {0.02, 0.5, 0.2}}; }

}  // namespace

TEST_CASE("written, not called") { check::must_not_call({"in_steps", "scores_in_steps", "attend_in_steps"}); }

TEST_CASE("four keys in bytes")
{
    const Matrix& K = four_keys;
    const check::Value right = by_channel(K);
    Matrix reversed = xt::zeros_like(K);
    Matrix wrapped = xt::zeros_like(K);
    const check::Value into_256 = by_channel(K, {.numbers = 256.0, .most = 256.0});
    for (std::size_t cell = 0; cell < K.size(); ++cell) {
        reversed.data()[cell] = 255.0 - right.parts[0].cells[cell];
        wrapped.data()[cell] = std::fmod(into_256.parts[0].cells[cell], 256.0);
    }
    check::ask(
        {.call = "keys_in_bytes(four keys of three channels)",
         .answer = [&] { return answered(K); },
         .expected = right,
         .mistakes = {
             {"by_key", bytes_by_key(K),
              "You took the smallest and the largest number of each key. Take them of each channel, a column of K."},
             {"one_range_for_all", bytes_by_all(K),
              "You took the smallest and the largest of all numbers. The wide channel leaves few steps to the others."},
             {"smallest_not_subtracted", bytes_from_nowhere(K),
              "You divided the numbers by the steps as they are. Count the steps from the smallest number of the channel on: "
              "what is below 0 or above 255 does not fit into a byte."},
             {"cut_off", by_channel(K, {.cut_off = true}).parts[0],
              "Your bytes are cut off. Round to the nearest whole number: a cast does not."},
             {"into_256_steps", by_channel(K, {.numbers = 256.0}).parts[0],
              "You divided the range by 256. From 0 to 255 there are 255 steps."},
             {"into_256_steps", wrapped,
              "You divided the range by 256. Then the largest number becomes 256, which does not fit into a byte, and 0 is left."},
             {"from_zero", by_channel(K, {.from_zero = true}).parts[0],
              "Your ranges begin at 0. They begin at the smallest number of the channel."},
             {"half_of_a_byte", by_channel(K, {.numbers = 127.0}).parts[0],
              "Your bytes end at 127. These have no sign: they go up to 255."},
             {"around_zero", bytes_around_zero(K),
              "You used steps on both sides of 0, as the chapter does. Here a channel's smallest number becomes 0, so that no "
              "step is wasted."},
             {"upside_down", reversed, "Your bytes count down from the largest number. The smallest one becomes 0."}}});
}

TEST_CASE("a channel that does not begin at 0, and one that is all the same")
{
    const Matrix K = {{10, 3, 51}, {61, 3, 0}, {15, 3, 20}};
    const check::Value right = by_channel(K);
    Matrix bytes = {{0, 0, 255}, {255, 0, 0}, {25, 0, 100}};
    const std::string same = "Where a channel is all the same, its step is 0, and so are its bytes.";
    check::ask({.call = "keys_in_bytes({{10, 3, 51}, {61, 3, 0}, {15, 3, 20}})",
                .answer = [&] { return answered(K); },
                .expected = right,
                .mistakes = {{"from_zero", by_channel(K, {.from_zero = true}).parts[0],
                              "Your ranges begin at 0. They begin at the smallest number of the channel."},
                             {"same_has_a_step", together(bytes, {0.2, 1, 0.2}), same},
                             {"same_has_a_step", together(bytes, {0.2, 3, 0.2}), same},
                             {"same_has_a_step", together(bytes, {0.2, check::not_a_number, 0.2}), same}}});
    check::ask(
        {.call = "keys_in_bytes({{-1}})", .answer = [] { return answered({{-1}}); }, .expected = together({{0}}, {0})});
    check::ask(
        {.call = "does keys_in_bytes({{10, 3, 51}, {61, 3, 0}, {15, 3, 20}}) divide by 0?",
         .answer = [&] { return meets_nan(K); },
         .expected = false,
         .mistakes = {{"divided_by_zero", true,
                       "Where a channel is all the same you divide 0 by a step of 0, which gives NaN. Casting NaN to a "
                       "byte is undefined: it happened to give 0 here. Leave such a channel out."}}});
}

TEST_CASE("a query for bytes")
{
    const KeysInBytes keys = made_by_hand();
    const Vector& steps = keys.steps;
    const Vector right = query * steps / std::sqrt(3.0);
    check::ask(
        {.call = "query_for_bytes([3, -2, 0.25], keys with steps [0.02, 0.5, 0.2])",
         .answer = [&] { return query_for_bytes(query, keys); },
         .expected = right,
         .mistakes = {
             {"unscaled", Vector(query * steps), "You do not divide by the square root of d_k."},
             {"root_of_m", Vector(query * steps / std::sqrt(4.0)),
              "You divided by the root of m, the number of keys. Divide by the root of d_k."},
             {"times_the_root", Vector(query * steps * std::sqrt(3.0)),
              "You multiplied by the square root of d_k. Divide by it."},
             {"divided_by_d", Vector(query * steps / 3.0), "You divided by d_k. Divide by its square root."},
             {"divided_by_steps", Vector(query / steps / std::sqrt(3.0)),
              "You divided by the steps. A byte times its step is a number again, so the query is multiplied by it."},
             {"divided_by_steps", Vector(query / steps),
              "You divided by the steps, and not by the square root of d_k. A byte times its step is a number again."},
             {"steps_left_out", Vector(query / std::sqrt(3.0)),
              "The steps are missing: a byte of 10 is worth more in one channel than in another."},
             {"steps_left_out", query, "The query is as it was: neither the steps nor the root of d_k is in it."},
             {"steps_squared", Vector(query * steps * steps / std::sqrt(3.0)), "You multiplied by the steps twice."},
             {"times_255", Vector(query * steps * 255.0 / std::sqrt(3.0)),
              "You multiplied by the whole ranges. A step is one 255th of a range."},
             {"times_255", Vector(query * steps * 255.0),
              "You multiplied by the whole ranges, and did not divide by the square root of d_k."}}});
}

TEST_CASE("the weights of twenty keys")
{
    common::Random random(check::seed());
    Matrix K = random.normal_matrix(20, 6) + 5.0;
    for (std::size_t j = 0; j < 20; ++j) K(j, 4) *= 20.0;
    Vector q = random.normal_vector(6);
    q(4) /= 20.0;
    const check::Value kept = by_channel(K);
    Matrix keys = xt::zeros_like(K);  // back from bytes
    for (std::size_t j = 0; j < 20; ++j) {
        for (std::size_t c = 0; c < 6; ++c)
            keys(j, c) = xt::amin(column_of(K, c))() + kept.parts[1].cells[c] * kept.parts[0].cells[j * 6 + c];
    }
    Matrix Q = xt::zeros<double>({std::size_t{1}, std::size_t{6}});
    set_row(Q, 0, q);
    check::ask({.call = "softmax(bytes times query_for_bytes(q, keys)), twenty keys, one channel twenty times as wide",
                .answer =
                    [&] {
                        const KeysInBytes mine = keys_in_bytes(K);
                        const Vector asking = query_for_bytes(q, mine);
                        Vector scores = xt::zeros<double>({std::size_t{20}});
                        for (std::size_t j = 0; j < 20; ++j) {
                            for (std::size_t c = 0; c < 6; ++c) scores(j) += asking(c) * mine.bytes(j, c);
                        }
                        return softmax(scores);
                    },
                .expected = row_of(scaled_dot_product_attention(Q, keys, keys).weights, 0),
                .seed = check::seed()});
}
