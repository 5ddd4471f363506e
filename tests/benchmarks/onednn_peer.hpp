/// \file
/// Attention by oneDNN, where it was there when this was built: two products and a softmax between them, in float.
#pragma once

#include <cstddef>
#include <memory>

namespace bench
{

/// Whether oneDNN was there.
bool has_onednn();

/// softmax(Q K^T / sqrt(d)) V, everything prepared.
class OneDnnAttention
{
public:
    /// \param heads  each for itself
    /// \param n      queries of a head, and keys
    /// \param d      the size of queries, keys and values
    OneDnnAttention(std::size_t heads, std::size_t n, std::size_t d);
    ~OneDnnAttention();
    OneDnnAttention(const OneDnnAttention&) = delete;
    OneDnnAttention& operator=(const OneDnnAttention&) = delete;

    /// Attend once. All shapes (heads, n, d).
    void run(const float* Q, const float* K, const float* V, float* O);

private:
    struct Prepared;
    std::unique_ptr<Prepared> prepared_;
};

}  // namespace bench
