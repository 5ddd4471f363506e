// No bit of a result depends on the number of threads, and the caller hears how far the work is.

#include "20_long_context/blocks/options.hpp"

#include "12_masks/masks.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/chapters/20_long_context/cases.hpp"
#include "tests/chapters/20_long_context/forms.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <mutex>
#include <optional>
#include <vector>

using namespace attention;
using namespace tests::long_context;

namespace
{

/// A form gives the same bits on any number of threads, under every causal mask.
template <typename Real>
void same_bits(Form form, const Case<Real>& given)
{
    for (const std::optional<Alignment> causal : every_mask) {
        LongOptions<Real> options;
        options.causal = causal;
        options.threads = 1;
        const Array<Real> one = attended(form, given, options);
        for (const int threads : {0, 2, 3, 7}) {
            INFO(name_of(form) << ": " << given.Q.shape(0) << " queries, " << given.K.shape(0) << " keys, " << threads
                               << " threads, " << name_of(causal));
            options.threads = threads;
            CHECK((attended(form, given, options) == one));
        }
    }
}

}  // namespace

TEST_CASE("the number of threads changes no bit of the result", "[kernels]")
{
    common::Random random(8);
    const Case<float> floats(random, 1500, 1100, 24, 40);
    const Case<double> doubles(random, 300, 2100, 13, 7);
    for (const Form form : blocked_forms) {
        same_bits(form, floats);
        same_bits(form, doubles);
    }
}

TEST_CASE("few queries over many keys, as when a model writes: right, and the same bits on any number of threads",
          "[kernels]")
{
    common::Random random(40);
    for (const std::size_t n : {1U, 2U, 3U, 5U}) {
        for (const std::size_t m : {1U, 100U, 5000U}) {
            const Case<float> floats(random, n, m, 64, 64);
            const Case<double> doubles(random, n, m, 10, 3);
            const Matrix expected = by_loops(products(floats), floats.V, everything(n, m), 0.125);
            LongOptions<double> causal;
            causal.causal = Alignment::bottom_right;
            const Matrix seen =
                by_loops(products(doubles), doubles.V, causal_mask(n, m, *causal.causal), 1.0 / std::sqrt(10.0));
            for (const Form form : blocked_forms) {
                INFO(name_of(form) << ": " << n << " queries, " << m << " keys");
                CHECK(relative_error(attended(form, floats), expected) < allowed<float>);
                CHECK(relative_error(attended(form, doubles, causal), seen) < allowed<double>);
                same_bits(form, floats);
                same_bits(form, doubles);
            }
        }
    }
}

namespace
{

/// What is told of the progress, in the order in which it is told.
template <typename Real>
std::vector<double> told(Form form, const Case<Real>& given, int threads)
{
    std::mutex one_at_a_time;
    std::vector<double> parts;
    LongOptions<Real> options;
    options.threads = threads;
    options.progress = [&](double part) {
        const std::scoped_lock lock(one_at_a_time);
        parts.push_back(part);
    };
    attended(form, given, options);
    return parts;
}

}  // namespace

TEST_CASE("progress goes up to 1, and arrives there once")
{
    common::Random random(14);
    for (const Form form : blocked_forms) {
        for (const std::size_t n : {1U, 40U, 1000U}) {
            const Case<float> given(random, n, 3000, 4, 4);
            for (const int threads : {1, 3}) {
                const std::vector<double> parts = told(form, given, threads);
                INFO(name_of(form) << ", " << n << " queries, " << threads << " threads");
                REQUIRE(!parts.empty());
                CHECK(*std::ranges::min_element(parts) > 0.0);
                CHECK(*std::ranges::max_element(parts) == 1.0);
                CHECK(std::ranges::count(parts, 1.0) == 1);
                if (threads == 1) CHECK(std::ranges::is_sorted(parts));
                if (n == 1000) CHECK(parts.size() >= 4);
            }
        }
    }
}
