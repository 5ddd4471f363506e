// NaN and infinity: whom they reach, and whom they do not.

#include "20_long_context/blocks/options.hpp"

#include "12_masks/masks.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "tests/catch.hpp"
#include "tests/chapters/20_long_context/cases.hpp"
#include "tests/chapters/20_long_context/forms.hpp"
#include "tests/near.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

using namespace attention;
using namespace tests::long_context;
using tests::difference;
using tests::infinity;
using tests::not_a_number;

TEST_CASE("a score of NaN spoils its own query and no other", "[kernels]")
{
    common::Random random(9);
    for (const Form form : {Form::clear, Form::fast, Form::loops}) {
        Case<double> given(random, 300, 600, 8, 3);
        const Array<double> before = attended(form, given);
        given.Q(17, 2) = not_a_number;
        const Array<double> after = attended(form, given);
        for (std::size_t i = 0; i < 300; ++i) {
            const bool spoilt = std::isnan(after(i, 0)) && std::isnan(after(i, 1)) && std::isnan(after(i, 2));
            CHECK(spoilt == (i == 17));
            if (i != 17) CHECK((row_of(after, i) == row_of(before, i)));
        }
    }
}

TEST_CASE("a value of NaN or infinity reaches those who may see it, and nobody else", "[kernels]")
{
    common::Random random(10);
    for (const Form form : {Form::clear, Form::fast}) {
        Case<double> given(random, 6, 6, 4, 2);
        LongOptions<double> options;
        options.causal = Alignment::top_left;
        const Array<double> before = attended(form, given, options);
        given.V(4, 1) = not_a_number;
        given.V(5, 0) = infinity;
        const Array<double> after = attended(form, given, options);
        for (std::size_t i = 0; i < 6; ++i) {
            CHECK(std::isnan(after(i, 1)) == (i >= 4));
            CHECK((after(i, 0) == infinity) == (i >= 5));
            if (i < 4) CHECK(difference(row_of(after, i), row_of(before, i)) < 1e-14);
        }
    }
}

TEST_CASE("values of NaN and infinity in some of many blocks: as one score at a time has it", "[kernels]")
{
    common::Random random(22);
    Case<double> given(random, 700, 1400, 5, 3);
    given.V(600, 1) = not_a_number;
    given.V(1399, 2) = infinity;
    LongOptions<double> options;
    options.causal = Alignment::top_left;
    options.change = [](std::size_t i, std::size_t first, double* scores, std::size_t count) {
        if (i % 3 == 0 && first <= 600 && 600 < first + count) scores[600 - first] = -infinity;
    };
    const Array<double> expected = attended(Form::loops, given, options);
    const Array<double> expected_all = attended(Form::loops, given);
    for (const Form form : {Form::clear, Form::fast}) {
        CHECK(difference(attended(form, given, options), expected) < 1e-13);
        CHECK(difference(attended(form, given), expected_all) < 1e-13);
    }
    CHECK(!std::isnan(expected(699, 1)));  // 699 is a multiple of 3
    CHECK(std::isnan(expected(698, 1)));
    CHECK(!std::isnan(expected(598, 1)));
}

namespace
{

/// What a key or a value, spoilt, does to each query: nothing, to the last bit, where it may not be seen.
template <typename Real>
void check_confined(const Array<Real>& before, const Array<Real>& after, const std::vector<bool>& sees)
{
    for (std::size_t i = 0; i < sees.size(); ++i) {
        INFO("query " << i);
        for (std::size_t c = 0; c < before.shape(1); ++c) {
            if (sees[i])
                CHECK(std::isnan(after(i, c)));
            else
                CHECK(after(i, c) == before(i, c));
        }
    }
}

/// The queries that see a key under a causal mask.
std::vector<bool> those_that_see(std::size_t j, std::size_t n, std::size_t m, std::optional<Alignment> causal)
{
    std::vector<bool> sees;
    for (std::size_t i = 0; i < n; ++i) sees.push_back(visible_keys(i, n, m, causal) > j);
    return sees;
}

template <typename Real>
void spoilt_keys_and_values_are_confined(Form form, std::size_t n, std::size_t m, std::size_t j)
{
    common::Random random(41);
    const Case<Real> given(random, n, m, 6, 3);
    for (const std::optional<Alignment> causal : every_mask) {
        LongOptions<Real> options;
        options.causal = causal;
        const Array<Real> before = attended(form, given, options);
        const std::vector<bool> sees = those_that_see(j, n, m, causal);
        INFO(name_of(form) << ": " << n << " queries, " << m << " keys, spoilt " << j << ", " << name_of(causal));
        Case<Real> of_value = given;
        for (std::size_t c = 0; c < 3; ++c) of_value.V(j, c) = static_cast<Real>(not_a_number);
        check_confined(before, attended(form, of_value, options), sees);
        Case<Real> of_key = given;
        of_key.K(j, 5) = static_cast<Real>(not_a_number);
        check_confined(before, attended(form, of_key, options), sees);
    }
}

}  // namespace

TEST_CASE("a spoilt key or value changes no bit for those who may not see it, and is NaN for all others", "[kernels]")
{
    for (const Form form : every_form) {
        for (const std::size_t j : {0U, 5U, 511U, 512U, 1099U}) {
            spoilt_keys_and_values_are_confined<float>(form, 600, 1100, j);
            spoilt_keys_and_values_are_confined<double>(form, 30, 1100, j);
            spoilt_keys_and_values_are_confined<float>(form, 3, 1100, j);
        }
    }
}

TEST_CASE("a spoilt key or value behind a change of scores changes no bit either", "[kernels]")
{
    common::Random random(42);
    for (const std::size_t n : {2U, 300U}) {
        for (const double bad : {not_a_number, infinity, -infinity}) {
            Case<float> given(random, n, 1300, 6, 3);
            LongOptions<float> options;
            options.change = [](std::size_t i, std::size_t first, float* scores, std::size_t count) {
                if (i % 2 == 0 && first <= 700 && 700 < first + count)
                    scores[700 - first] = -std::numeric_limits<float>::infinity();
            };
            std::vector<bool> sees;
            for (std::size_t i = 0; i < n; ++i) sees.push_back(i % 2 == 1);
            for (const Form form : every_form) {
                INFO(name_of(form) << ": " << n << " queries, spoilt by " << bad);
                const Array<float> before = attended(form, given, options);
                Case<float> spoilt = given;
                for (std::size_t c = 0; c < 6; ++c) spoilt.K(700, c) = static_cast<float>(not_a_number);
                for (std::size_t c = 0; c < 3; ++c) spoilt.V(700, c) = static_cast<float>(bad);
                check_confined(before, attended(form, spoilt, options), sees);
            }
        }
    }
}

TEST_CASE("a key of infinity: who scores -infinity does not see it, who scores infinity gets NaN", "[kernels]")
{
    common::Random random(43);
    for (const std::size_t n : {3U, 100U}) {
        Case<double> given(random, n, 700, 4, 2);
        BoolMatrix mask = everything(n, 700);
        for (std::size_t i = 0; i < n; ++i) mask(i, 650) = given.Q(i, 1) > 0.0;
        Case<double> spoilt = given;
        spoilt.K(650, 1) = infinity;
        const Matrix expected = by_loops(products(given), given.V, mask, 0.5);
        for (const Form form : every_form) {
            INFO(name_of(form) << ", " << n << " queries");
            const Array<double> O = attended(form, spoilt);
            for (std::size_t i = 0; i < n; ++i) {
                if (mask(i, 650))
                    CHECK(std::isnan(O(i, 0)));
                else
                    CHECK(difference(row_of(O, i), row_of(expected, i)) < 1e-13);
            }
        }
    }
}

TEST_CASE("values of infinity stay what they are, next to those that are numbers", "[kernels]")
{
    common::Random random(44);
    for (const std::size_t n : {2U, 90U}) {
        Case<float> given(random, n, 1200, 5, 40);
        given.V(3, 2) = std::numeric_limits<float>::infinity();
        given.V(1100, 39) = -std::numeric_limits<float>::infinity();
        given.V(1101, 7) = std::numeric_limits<float>::infinity();
        given.V(30, 7) = -std::numeric_limits<float>::infinity();
        const Array<float> expected = attended(Form::loops, given);
        for (const Form form : blocked_forms) {
            INFO(name_of(form) << ", " << n << " queries");
            const Array<float> O = attended(form, given);
            for (std::size_t i = 0; i < n; ++i) {
                CHECK(O(i, 2) == infinity);
                CHECK(O(i, 39) == -infinity);
                CHECK(std::isnan(O(i, 7)));
                for (const std::size_t c : {0U, 8U, 38U}) CHECK_THAT(O(i, c), WithinAbs(expected(i, c), 1e-6));
            }
        }
    }
}
