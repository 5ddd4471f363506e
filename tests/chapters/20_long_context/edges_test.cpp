// Where a fast form breaks first: sizes around those of blocks and vectors, sizes of 0 and 1, rows that lie apart, scores that
// overflow or underflow, and work that throws.

#include "20_long_context/blocks/options.hpp"

#include "12_masks/masks.hpp"

#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"
#include "tests/catch.hpp"
#include "tests/chapters/20_long_context/cases.hpp"
#include "tests/chapters/20_long_context/forms.hpp"
#include "tests/near.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>

using namespace attention;
using namespace tests::long_context;
using common::tile_of;
using tests::infinity;
using tests::not_a_number;

namespace
{

/// Every form is right about a case, under every causal mask.
template <typename Real>
void all_are_right(const Case<Real>& given)
{
    const std::size_t n = given.Q.shape(0);
    const std::size_t m = given.K.shape(0);
    const Matrix QK = products(given);
    for (const std::optional<Alignment> causal : every_mask) {
        LongOptions<Real> options;
        options.causal = causal;
        const Matrix expected = by_loops(QK, given.V, mask_of(n, m, causal), scale_for(given.Q.shape(1)));
        for (const Form form : blocked_forms) {
            INFO(name_of(form) << ": " << n << " queries, " << m << " keys, d_k = " << given.Q.shape(1)
                               << ", d_v = " << given.V.shape(1) << ", " << name_of(causal));
            CHECK(relative_error(attended(form, given, options), expected) < allowed<Real>);
        }
    }
}

template <typename Real>
void all_are_right_around_the_edges(std::uint64_t seed)
{
    common::Random random(seed);
    for (const std::size_t n : {0U, 1U, 11U, 12U, 13U, 241U}) {
        for (const std::size_t m : {0U, 1U, 11U, 12U, 13U, 511U, 512U, 513U})
            all_are_right(Case<Real>(random, n, m, 7, 5));
    }
    all_are_right(Case<Real>(random, 513, 513, 7, 5));
    for (const std::size_t d_k : {0U, 1U, 15U, 17U, 1003U}) {
        for (const std::size_t d_v : {0U, 1U, 15U, 17U, 701U}) all_are_right(Case<Real>(random, 29, 37, d_k, d_v));
    }
}

}  // namespace

TEST_CASE("sizes around those of blocks, panels and vectors, and none at all", "[kernels]")
{
    SECTION("float") { all_are_right_around_the_edges<float>(31); }
    SECTION("double") { all_are_right_around_the_edges<double>(32); }
}

TEST_CASE("over many keys, and no error that grows with them", "[kernels]")
{
    common::Random random(33);
    for (const std::size_t n : {4U, 24U}) {  // few queries have a way of their own
        all_are_right(Case<float>(random, n, 20011, 9, 6));
        all_are_right(Case<double>(random, n, 16384, 3, 4));
        const Case<float> given(random, n, 100000, 16, 16);
        const Matrix expected = by_loops(products(given), given.V, everything(n, 100000), 0.25);
        for (const Form form : blocked_forms) {
            INFO(name_of(form) << ", " << n << " queries");
            const bool adds_one_by_one = form == Form::panels || form == Form::registers;
            CHECK(relative_error(attended(form, given), expected) < (adds_one_by_one ? 1e-4 : allowed<float>));
        }
    }
}

namespace
{

/// A case whose rows lie apart, at places that no vector likes, with NaN in between.
template <typename Real>
class Apart
{
public:
    explicit Apart(const Case<Real>& given)
        : Q_(padded(given.Q)), K_(padded(given.K)), V_(padded(given.V)),
          O_(xt::ones<Real>({given.Q.shape(0) + 2, given.V.shape(1) + 4}))
    {
    }

    /// Nothing around the output has been written.
    bool frame_is_whole() const
    {
        for (std::size_t i = 0; i < O_.shape(0); ++i) {
            for (std::size_t c = 0; c < O_.shape(1); ++c) {
                const bool inside = i > 0 && i + 1 < O_.shape(0) && c > 0 && c + 3 < O_.shape(1);
                if (!inside && O_(i, c) != Real{1}) return false;
            }
        }
        return true;
    }

    void attend(Form form, const LongOptions<Real>& options)
    {
        attend_tiles<Real>(form, inside(Q_), inside(K_), inside(V_), inside(O_), options);
    }

    /// The output, out of its frame.
    Array<Real> output() const { return xt::view(O_, xt::range(1, O_.shape(0) - 1), xt::range(1, O_.shape(1) - 3)); }

private:
    static Array<Real> padded(const Array<Real>& M)
    {
        Array<Real> room = static_cast<Real>(not_a_number) * xt::ones<Real>({M.shape(0) + 2, M.shape(1) + 4});
        xt::view(room, xt::range(1, M.shape(0) + 1), xt::range(1, M.shape(1) + 1)) = M;
        return room;
    }

    static common::Tile<Real> inside(Array<Real>& room)
    {
        return tile_of(room).rows_from(1, room.shape(0) - 2).columns_from(1, room.shape(1) - 4);
    }

    Array<Real> Q_, K_, V_, O_;
};

template <typename Real>
void nothing_around_is_touched()
{
    common::Random random(34);
    for (const std::size_t n : {1U, 4U, 13U, 250U}) {
        const Case<Real> given(random, n, 523, 11, 9);
        for (const Form form : blocked_forms) {
            Apart<Real> apart(given);
            apart.attend(form, {});
            CHECK(apart.frame_is_whole());
            CHECK((apart.output() == attended(form, given)));
        }
    }
}

}  // namespace

TEST_CASE("rows may lie apart and anywhere, and what lies between them is neither read nor written", "[kernels]")
{
    SECTION("float") { nothing_around_is_touched<float>(); }
    SECTION("double") { nothing_around_is_touched<double>(); }
}

TEST_CASE("the scale comes before the product: scores that would overflow without it are right in every form",
          "[kernels]")
{
    common::Random random(35);
    for (const std::size_t n : {2U, 40U}) {
        Case<float> given(random, n, 600, 64, 3);
        given.Q *= 1e20F;
        given.K *= 1e20F;
        LongOptions<float> options;
        options.scale = 1.5e-41;  // scores of about 1; a float holds the scale itself to some 13 bits
        const double scale = static_cast<float>(1.5e-41);
        const Matrix expected = by_loops(products(given), given.V, everything(n, 600), scale);
        for (const Form form : every_form) {
            INFO(name_of(form) << ", " << n << " queries");
            CHECK(relative_error(attended(form, given, options), expected) < 2e-5);
        }
        options.scale = 1e-38;  // scores in the thousands
        const Matrix peaked = by_loops(products(given), given.V, everything(n, 600), 1e-38);
        for (const Form form : every_form) {
            INFO(name_of(form) << ", " << n << " queries, peaked");
            CHECK(relative_error(attended(form, given, options), peaked) < 0.02);
        }
    }
}

TEST_CASE("scores of deviation 40 are as exact as a float can hold them", "[kernels]")
{
    common::Random random(36);
    for (const std::size_t n : {3U, 50U}) {
        const Case<float> given(random, n, 1500, 64, 20, 40.0);
        const Case<double> doubles(random, n, 1500, 64, 20, 40.0);
        const Matrix expected = by_loops(products(given), given.V, everything(n, 1500), 0.125);
        const Matrix of_doubles = by_loops(products(doubles), doubles.V, everything(n, 1500), 0.125);
        for (const Form form : every_form) {
            INFO(name_of(form) << ", " << n << " queries");
            CHECK(relative_error(attended(form, given), expected) < 1e-4);
            CHECK(relative_error(attended(form, doubles), of_doubles) < 1e-12);
        }
    }
}

TEST_CASE("a query that may see nothing gets 0, wherever it stands and whatever its neighbours see", "[kernels]")
{
    common::Random random(37);
    const std::size_t m = 1100;
    for (const std::size_t n : {1U, 2U, 5U, 60U}) {
        const Case<float> given(random, n, m, 8, 5);
        BoolMatrix mask = everything(n, m);
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < m; ++j)
                mask(i, j) =
                    i % 3 == 1 || (i % 3 == 2 && j > 1050);  // a third sees nothing, a third only the last keys
        }
        LongOptions<float> options;
        options.change = hide<float>(mask);
        const Matrix expected = by_loops(products(given), given.V, mask, scale_for(8));
        for (const Form form : every_form) {
            INFO(name_of(form) << ", " << n << " queries");
            const Array<float> O = attended(form, given, options);
            CHECK(relative_error(O, expected) < allowed<float>);
            for (std::size_t i = 0; i < n; i += 3) {
                for (std::size_t c = 0; c < 5; ++c) CHECK(O(i, c) == 0.0F);
            }
        }
    }
}

TEST_CASE("what a change of scores throws reaches the caller, from any thread")
{
    common::Random random(38);
    for (const std::size_t n : {1U, 700U}) {
        const Case<float> given(random, n, 5000, 4, 4);
        LongOptions<float> options;
        options.threads = 3;
        options.change = [](std::size_t, std::size_t first, float*, std::size_t count) {
            if (first + count >= 5000) throw std::runtime_error("not this one");
        };
        for (const Form form : blocked_forms) CHECK_THROWS_WITH(attended(form, given, options), "not this one");
    }
}

TEST_CASE("every score is shown to a change once, few queries or many, and none behind the causal mask matters")
{
    common::Random random(39);
    for (const std::size_t n : {1U, 3U, 40U, 300U}) {
        const Case<float> given(random, n, 2100, 5, 3);
        for (const Form form : blocked_forms) {
            for (const int threads : {1, 4}) {
                xt::xtensor<int, 2> shown = xt::zeros<int>({n, std::size_t{2100}});
                LongOptions<float> options;
                options.threads = threads;
                options.change = [&shown](std::size_t i, std::size_t first, const float*, std::size_t count) {
                    for (std::size_t j = first; j < first + count; ++j) ++shown(i, j);
                };
                attended(form, given, options);
                INFO(name_of(form) << ", " << n << " queries, " << threads << " threads");
                CHECK((shown == xt::ones<int>({n, std::size_t{2100}})));
            }
        }
    }
}
