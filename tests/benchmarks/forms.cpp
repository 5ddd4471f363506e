#include "tests/benchmarks/forms.hpp"

#include "tests/benchmarks/arrays.hpp"
#include "tests/benchmarks/stopwatch.hpp"

#include "12_masks/masks.hpp"
#include "20_long_context/blocks/blocked_attention.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/fast/heads.hpp"
#include "21_your_own_data/plain_attention.hpp"
#include "common/tile.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

extern "C" {
__attribute__((weak)) void openblas_set_num_threads(int);
__attribute__((weak)) void omp_set_num_threads(int);
}

namespace bench
{

namespace
{

using common::Tile;

template <typename Real>
using OneHead = std::function<void(Tile<const Real>, Tile<const Real>, Tile<const Real>, Tile<Real>)>;

template <typename Real>
attention::LongOptions<Real> options_of(const Case& given)
{
    attention::LongOptions<Real> options;
    options.threads = given.threads;
    if (given.causal) options.causal = attention::Alignment::top_left;
    return options;
}

template <typename Real>
OneHead<Real> one_head(const std::string& form, const Case& given)
{
    const auto options = options_of<Real>(given);
    if (form == "clear")
        return [options](auto Q, auto K, auto V, auto O) { attention::blocked_attention<Real>(Q, K, V, O, options); };
    // The scores stay from one call to the next, as in a careful program.
    const auto room = std::make_shared<std::vector<Real>>(given.n * given.keys());
    const Tile<Real> scores{room->data(), given.n, given.keys(), given.keys()};
    if (form == "plain")
        return [options, room, scores](auto Q, auto K, auto V, auto O) {
            attention::plain_attention<Real>(Q, K, V, O, scores, options);
        };
    return [room, scores](auto Q, auto K, auto V, auto O) {
        common::multiply_transposed(Real{1}, Q, K, scores);
        common::add_product(Tile<const Real>(scores), V, O);
    };
}

/// The fast form takes all heads at once, the others one after the other.
template <typename Real>
std::function<void()> work_of(const std::string& form, const Case& given)
{
    const std::shared_ptr<Arrays<Real>> arrays = arrays_for<Real>(given);
    if (form == "fast")
        return [arrays, options = options_of<Real>(given)] {
            const auto same = [&](std::size_t, std::size_t) { return options; };
            attention::fast_attention<Real>(arrays->problem(), arrays->output(), same);
            keep(arrays->O.data());
        };
    return [arrays, attend = one_head<Real>(form, given)] {
        attention::attend_heads(arrays->problem(), arrays->output(),
                                [&](auto Q, auto K, auto V, auto O, std::size_t, std::size_t) { attend(Q, K, V, O); });
        keep(arrays->O.data());
    };
}

}  // namespace

void use_threads(int threads)
{
    if (openblas_set_num_threads != nullptr) openblas_set_num_threads(threads);
    if (omp_set_num_threads != nullptr) omp_set_num_threads(threads);
}

void attend_once(const std::string& form, const Case& given)
{
    if (given.type == "float")
        work_of<float>(form, given)();
    else
        work_of<double>(form, given)();
}

Contestant form_at(const std::string& form, const Case& given)
{
    // With one thread, all of its time is the processor's. With more, a form may have good reasons not to use them all, unless
    // there is work for long.
    const bool uses_all = given.threads == 1 || (form != "plain" && form != "products" && given.scores() > 1e8);
    const int threads = uses_all ? given.threads : 0;
    return repeated(given.type == "float" ? work_of<float>(form, given) : work_of<double>(form, given), threads);
}

}  // namespace bench
