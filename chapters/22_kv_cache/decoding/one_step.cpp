#include "22_kv_cache/decoding/one_step.hpp"

#include "20_long_context/blocks/options.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/measured/exactness.hpp"
#include "20_long_context/measured/reading.hpp"

#include "common/parallel.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <cstddef>

namespace attention
{

void decode_fast(const MatrixOf<float>& q, const FilledCache& cache, MatrixOf<float>& o, int threads)
{
    const std::size_t heads = q.shape(0);
    const std::size_t d = q.shape(1);
    LongOptions<float> options;
    options.threads = threads;
    fast_attention<float>({{q.data(), 1, heads, 1, d}, cache.keys(), cache.values()}, {o.data(), 1, heads, 1, d},
                          [&options](std::size_t, std::size_t) { return options; });
}

void read_cache(const FilledCache& cache, int threads)
{
    const std::size_t parts = threads == 1 ? 1 : 16;  // of K, and of V; many, so that no thread waits long for another
    const std::size_t each = cache.numbers() / parts;
    common::in_parallel(2 * parts, threads, [&](std::size_t part) {
        const float* numbers = part < parts ? cache.keys().data : cache.values().data;
        read_through(numbers + part % parts * each, each);
    });
}

double error_of_step(const MatrixOf<float>& q, const FilledCache& cache, const MatrixOf<float>& o)
{
    const std::size_t group = q.shape(0) / cache.keys().heads;
    Matrix exact = xt::zeros<double>({o.shape(0), o.shape(1)});
    for (std::size_t head = 0; head < cache.keys().heads; ++head) {
        const PlainLoops loops(cache.keys().of(0, head), cache.values().of(0, head));
        for (std::size_t h = head * group; h < (head + 1) * group; ++h)
            set_row(exact, h, row_of(loops.output(common::tile_of(q).rows_from(h, 1), cache.keys().rows), 0));
    }
    return error_of<float>(common::tile_of(o), exact);
}

}  // namespace attention
