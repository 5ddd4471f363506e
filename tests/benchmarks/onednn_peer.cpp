#include "tests/benchmarks/onednn_peer.hpp"

#ifdef WITH_ONEDNN
#include <oneapi/dnnl/dnnl.hpp>

#include <cmath>
#endif

namespace bench
{

#ifdef WITH_ONEDNN

using dnnl::memory;

namespace
{

memory::desc matrices(memory::dim heads, memory::dim n, memory::dim d)
{
    if (heads == 1) return {{n, d}, memory::data_type::f32, memory::format_tag::ab};
    return {{heads, n, d}, memory::data_type::f32, memory::format_tag::abc};
}

/// The same, read as transposed: shape (heads, d, n).
memory::desc transposed(memory::dim heads, memory::dim n, memory::dim d)
{
    if (heads == 1) return {{d, n}, memory::data_type::f32, memory::format_tag::ba};
    return {{heads, d, n}, memory::data_type::f32, memory::format_tag::acb};
}

dnnl::matmul product(const dnnl::engine& engine, const memory::desc& a, const memory::desc& b, const memory::desc& c,
                     float scale)
{
    dnnl::primitive_attr attributes;
    attributes.set_output_scales(0, {scale});
    return dnnl::matmul(dnnl::matmul::primitive_desc(dnnl::matmul::desc(a, b, c), attributes, engine));
}

}  // namespace

struct OneDnnAttention::Prepared {
    Prepared(memory::dim heads, memory::dim n, memory::dim d)
        : engine(dnnl::engine::kind::cpu, 0), stream(engine), matrix(matrices(heads, n, d)),
          columns(transposed(heads, n, d)), all(matrices(heads, n, n)), scores(all, engine),
          first(product(engine, matrix, columns, all, 1.0F / std::sqrt(static_cast<float>(d)))),
          softmax(dnnl::softmax_forward::primitive_desc({dnnl::prop_kind::forward_inference, all, heads == 1 ? 1 : 2},
                                                        engine)),
          second(product(engine, all, matrix, matrix, 1.0F))
    {
    }

    dnnl::engine engine;
    dnnl::stream stream;
    memory::desc matrix;
    memory::desc columns;  // K as it lies, read as K transposed
    memory::desc all;
    memory scores;
    dnnl::matmul first;
    dnnl::softmax_forward softmax;
    dnnl::matmul second;
};

bool has_onednn() { return true; }

OneDnnAttention::OneDnnAttention(std::size_t heads, std::size_t n, std::size_t d)
    : prepared_(new Prepared(static_cast<memory::dim>(heads), static_cast<memory::dim>(n), static_cast<memory::dim>(d)))
{
}

OneDnnAttention::~OneDnnAttention() = default;

void OneDnnAttention::run(const float* Q, const float* K, const float* V, float* O)
{
    Prepared& p = *prepared_;
    const auto at = [&](const memory::desc& shape, const float* data) {
        return memory(shape, p.engine, const_cast<float*>(data));  // it is only read
    };
    p.first.execute(p.stream,
                    {{DNNL_ARG_SRC, at(p.matrix, Q)}, {DNNL_ARG_WEIGHTS, at(p.columns, K)}, {DNNL_ARG_DST, p.scores}});
    p.softmax.execute(p.stream, {{DNNL_ARG_SRC, p.scores}, {DNNL_ARG_DST, p.scores}});
    p.second.execute(p.stream,
                     {{DNNL_ARG_SRC, p.scores}, {DNNL_ARG_WEIGHTS, at(p.matrix, V)}, {DNNL_ARG_DST, at(p.matrix, O)}});
    p.stream.wait();
}

#else

struct OneDnnAttention::Prepared {
};

bool has_onednn() { return false; }

OneDnnAttention::OneDnnAttention(std::size_t, std::size_t, std::size_t) {}

OneDnnAttention::~OneDnnAttention() = default;

void OneDnnAttention::run(const float*, const float*, const float*, float*) {}

#endif

}  // namespace bench
