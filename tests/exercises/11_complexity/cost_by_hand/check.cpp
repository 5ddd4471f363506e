#include "tests/exercises/11_complexity/cost_by_hand/task.hpp"

#include "11_complexity/operations.hpp"

#include "tests/exercises/check.hpp"

#include <cmath>
#include <cstddef>
#include <string>

using namespace attention;

namespace
{

/// True unless one of the six numbers, a to f, is this well-known wrong one.
check::Property is_not(char which, double wrong, const std::string& key, const std::string& sentence)
{
    return check::property(key, sentence, [=](const check::Value& answer) {
        const auto place = static_cast<std::size_t>(which - 'a');
        return answer.cells.size() <= place || !check::agree(wrong, answer.cells[place], 1e-4 / std::fmax(1.0, wrong));
    });
}

/// The learner's six numbers, rounded to four decimals, as c and d may be.
Vector rounded_answer()
{
    Vector answer = cost_by_hand();
    for (double& number : answer) number = std::round(number * 1e4) / 1e4;
    return answer;
}

}  // namespace

TEST_CASE("six costs by hand")
{
    const Operations seed = operations(1000, 1000, 512, 512);
    const auto total = static_cast<double>(seed.total());
    const double ratio = std::round(static_cast<double>(seed.scores) / static_cast<double>(seed.softmax));
    const Vector right = {
        total + 1e6, ratio, 9.0 / 3.0, 0.3333, std::floor(std::sqrt(4e9)), std::floor(std::sqrt(4e9 / 32))};
    check::ask(
        {.call = "cost_by_hand()",
         .answer = rounded_answer,
         .expected = right,
         .properties =
             {is_not('a', total, "scale_not_counted",
                     "a is the count without the scaling. What does the division add?"),
              is_not('a', 2.048e9, "rule_for_count", "a is the rule of thumb. The exact count is wanted."),
              is_not('a', 2.049e9, "rule_for_count",
                     "a is the rule of thumb plus the divisions. The exact count is wanted."),
              is_not('a', 1e6, "scores_for_operations",
                     "a is the number of scores, as Tsugrii counted. Each takes a dot product to make."),
              is_not('a', total + 1000, "scaled_once_a_query",
                     "In a you divide once per query. Each score is divided."),
              is_not('a', total + 1, "scaled_once_in_all", "In a you divide just once. Each score is divided."),
              is_not('b', 102, "multiplications_alone",
                     "In b you counted only the multiplications. A dot product has additions as well."),
              is_not('b', 204, "rounded_down", "b is rounded down. Round to the nearest whole number."),
              is_not('b', 171, "scale_counted_with_softmax",
                     "In b you counted the scaling with softmax. Count it with neither."),
              is_not('b', 409, "both_products",
                     "In b you compared both products with softmax. Only Q K^T is asked for."),
              is_not('c', 9, "d_forgotten", "In c you forgot that d became smaller. It is in the rule as well."),
              is_not('c', 1, "n_counts_once", "In c you let n and d cancel. The rule has n twice."),
              is_not('c', 27, "d_the_wrong_way", "In c you made the vectors longer. They get three times as short."),
              is_not('c', 0.3333, "c_and_d_exchanged",
                     "c and d look swapped. Which rule has n twice, and which has d twice?"),
              is_not('d', 3, "d_counts_not", "In d you forgot that d became smaller. The rule has it twice."),
              is_not('d', 1, "d_counts_once", "In d you let n and d cancel. The rule has d twice."),
              is_not('d', 0.1111, "text_not_longer", "In d you forgot that the text got longer."),
              is_not('e', 4e9, "root_forgotten",
                     "e is the number of scores that fit. How many words have that many scores?"),
              is_not('e', 126491, "bytes_for_scores", "In e you took each byte for a score. A score takes 4 bytes."),
              is_not('e', 44721, "double_for_float",
                     "In e you took 8 bytes for each score, as for double. A float takes 4."),
              is_not('e', 63246, "does_not_fit", "In e you rounded up. That many words no longer fit."),
              is_not('e', 65536, "powers_of_two", "In e you took 2^30 bytes for a GB. Here a GB is 10^9."),
              is_not(
                  'f', std::floor(std::sqrt(4e9) / 32), "memory_shared_after_the_root",
                  "In f you divided the words by 32. The 32 matrices share the memory; divide that, then take the root."),
              is_not('f', std::floor(std::sqrt(4e9 / 4)), "layers_forgotten",
                     "In f you counted the heads of one layer. There are 8 layers."),
              is_not('f', std::floor(std::sqrt(4e9 / 8)), "heads_forgotten",
                     "In f you counted one head per layer. There are 4."),
              is_not('f', std::floor(std::sqrt(4e9 / 12)), "added_for_multiplied",
                     "In f you added layers and heads. Each layer has its own 4 heads."),
              is_not('f', 11181, "does_not_fit", "In f you rounded up. That many words no longer fit."),
              is_not('f', 63245, "heads_are_free", "f is the same as e. Each head of each layer has its own scores.")},
         .secret = true,
         .tolerance = 1e-12});
}
