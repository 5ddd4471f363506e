#include "tests/exercises/22_kv_cache/bytes_a_token/task.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <string>

using namespace attention;

namespace
{

constexpr double bandwidth = 1000e9;
constexpr double parameters = 7e9 * 2;

/// What one token adds, for so many heads of keys and values.
constexpr double bytes_of_a_token(double heads) { return 2.0 * 32.0 * heads * 128.0 * 2.0; }

constexpr double a_token = bytes_of_a_token(8);
constexpr double a_text = 10000.0 * a_token;

/// Tokens a second, where a step reads so many bytes and writes so many tokens.
double speed(double bytes, double tokens = 1.0) { return std::round(tokens * bandwidth / bytes); }

/// True unless one of the five numbers, a to e, is this well-known wrong one.
check::Property is_not(char which, double wrong, const std::string& key, const std::string& sentence)
{
    return check::property(key, sentence, [=](const check::Value& answer) {
        return !check::agree(std::round(wrong), answer.cells[static_cast<std::size_t>(which - 'a')], 1e-9);
    });
}

/// The learner's numbers, rounded to whole ones as the task asks.
Vector rounded_answer()
{
    Vector answer = bytes_a_token();
    for (double& number : answer) number = std::round(number);
    return answer;
}

}  // namespace

TEST_CASE("five numbers by hand")
{
    const Vector right = {a_token, speed(parameters + a_text), speed(parameters + 10000 * bytes_of_a_token(32)),
                          std::round(parameters / a_token), speed(parameters + 8 * a_text, 8)};
    check::ask(
        {.call = "bytes_a_token()",
         .answer = rounded_answer,
         .expected = right,
         .properties =
             {is_not(
                  'a', a_token / 2, "half_of_a_token",
                  "a is half of what it should be. A token leaves a key and a value, and each number takes 2 bytes."),
              is_not(
                  'a', a_token / 4, "numbers_of_keys",
                  "a is a quarter of what it should be. A token leaves a key and a value, and each number takes 2 bytes."),
              is_not('a', a_token / 32, "one_layer", "a is what one layer keeps. There are 32."),
              is_not('a', bytes_of_a_token(32), "all_query_heads",
                     "In a you counted 32 heads. Only 8 of them have keys and values; queries are not kept."),
              is_not('a', bytes_of_a_token(1), "one_head", "a is what one head keeps in all layers. There are 8."),
              is_not('a', 2 * a_token, "four_bytes", "a is twice what it should be. Each number takes 2 bytes."),
              is_not('a', a_text, "whole_text", "a is what 10,000 tokens keep. The question is about one."),
              is_not(
                  'b', speed(parameters), "cache_not_read",
                  "b is what the parameters alone allow. Each step also reads the keys and values of 10,000 tokens."),
              is_not('b', speed(a_text), "parameters_not_read",
                     "b is what the cache alone allows. Each step also reads the parameters."),
              is_not('b', speed(parameters / 2 + a_text), "parameters_of_one_byte",
                     "In b you counted one byte for each parameter. It takes 2."),
              is_not('b', speed(parameters + a_text / 2), "half_a_cache",
                     "In b you counted half of the cache. A step reads the keys and the values."),
              is_not('b', speed(parameters + 10000 * bytes_of_a_token(32)), "b_for_c",
                     "In b there are 8 heads of keys and values. That is the answer to c."),
              is_not('c', speed(parameters + a_text), "shared_all_the_same",
                     "c is what you get with 8 heads. With 32 the cache is larger."),
              is_not('c', speed(4 * (parameters + a_text)), "parameters_grew",
                     "In c everything is four times as large. Only the cache grows, the parameters stay."),
              is_not('c', speed(40000 * a_token), "parameters_not_read",
                     "c is what the cache alone allows. Each step also reads the parameters."),
              is_not('c', speed(parameters + a_text / 4), "cache_shrank",
                     "In c the cache is smaller than in b. With 32 heads of keys and values it is larger."),
              is_not('d', std::floor(parameters / a_token), "rounded_down",
                     "d is rounded down. Round to the nearest whole number."),
              is_not('d', parameters / 2 / a_token, "parameters_of_one_byte",
                     "In d you counted one byte for each parameter. It takes 2."),
              is_not('d', 2 * parameters / a_token, "half_a_cache",
                     "d is twice what it should be. A token leaves a key and a value."),
              is_not('d', parameters / bytes_of_a_token(32), "unshared_still",
                     "In d you counted 32 heads of keys and values. There are 8 again."),
              is_not('d', 32 * parameters / a_token, "one_layer", "In d you counted one layer. All 32 have a cache."),
              is_not(
                  'e', speed(parameters + a_text, 8), "one_cache_for_all",
                  "In e you multiplied by eight: as if all texts shared one cache, or the memory were eight times as "
                  "fast. Each text has a cache of its own to be read."),
              is_not('e', 8 * speed(parameters + a_text), "one_cache_for_all",
                     "e is eight times b: as if all texts shared one cache. Each has a cache of its own to be read."),
              is_not('e', speed(parameters + a_text), "nothing_shared",
                     "e is the same as b. The parameters are read once for eight tokens, so there are more."),
              is_not('e', speed(parameters + 8 * a_text), "steps_for_tokens",
                     "e is how many steps there are in a second. Each step writes eight tokens."),
              is_not('e', speed(parameters, 8), "cache_not_read",
                     "e is what the parameters alone allow. A step reads eight caches as well."),
              is_not('e', speed(8 * parameters + a_text, 8), "parameters_for_each",
                     "In e you read the parameters eight times and the cache once. It is the other way round.")},
         .secret = true});
}
