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
