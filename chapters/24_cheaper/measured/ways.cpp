// The ways to attend by plain loops. A unit of its own, so that it is compiled with -O3 whatever the rest is.

#include "24_cheaper/measured/way.hpp"

#include "common/random.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <numeric>
#include <vector>

namespace attention
{

namespace
{

/// The sum of a_c b_c, as 16 sums side by side: so the compiler may use registers that hold several numbers.
template <typename Real>
Real sum_of_products(const Real* a, const Real* b, std::size_t d)
{
    std::array<Real, 16> sums{};
    std::size_t c = 0;
    for (; c + sums.size() <= d; c += sums.size()) {
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += a[c + i] * b[c + i];
    }
    for (; c < d; ++c) sums[0] += a[c] * b[c];
    return std::accumulate(sums.begin(), sums.end(), Real{0});
}

/// y = y + factor x.
template <typename Real>
void add_times(Real factor, const Real* x, Real* y, std::size_t d)
{
    for (std::size_t c = 0; c < d; ++c) y[c] += factor * x[c];
}

/// A key that a query looked at.
template <typename Real>
struct Seen {
    std::size_t place;  ///< which
    Real score;         ///< scaled
};

/// Keys and values that are kept, and softmax over those that a query looks at.
template <typename Real>
class Cache
{
public:
    explicit Cache(std::size_t d) : d_(d), scale_(1 / std::sqrt(static_cast<Real>(d))) {}

    std::size_t tokens() const { return K_.size() / d_; }
    std::size_t numbers() const { return K_.size() + V_.size(); }

    void append(const Real* k, const Real* v)
    {
        K_.insert(K_.end(), k, k + d_);
        V_.insert(V_.end(), v, v + d_);
    }

    void replace(std::size_t place, const Real* k, const Real* v)
    {
        std::copy_n(k, d_, K_.data() + place * d_);
        std::copy_n(v, d_, V_.data() + place * d_);
    }

    /// Score some more keys.
    void look_at(const Real* q, std::size_t first, std::size_t count)
    {
        for (std::size_t j = first; j < first + count; ++j)
            seen_.push_back({j, scale_ * sum_of_products(q, K_.data() + j * d_, d_)});
    }

    /// Forget all but the k largest scores.
    void cut_to(std::size_t k)
    {
        if (seen_.size() <= k) return;
        const auto higher = [](const Seen<Real>& a, const Seen<Real>& b) { return a.score > b.score; };
        std::nth_element(seen_.begin(), seen_.begin() + static_cast<std::ptrdiff_t>(k), seen_.end(), higher);
        seen_.resize(k);
    }

    /// Softmax of the scores, and the values in these shares. The next query begins anew.
    void blend(Real* output)
    {
        Real largest = -std::numeric_limits<Real>::infinity();
        for (const Seen<Real>& key : seen_) largest = std::max(largest, key.score);
        std::fill_n(output, d_, Real{0});
        Real sum = 0;
        for (const Seen<Real>& key : seen_) {
            const Real e = std::exp(key.score - largest);
            sum += e;
            add_times(e, V_.data() + key.place * d_, output, d_);
        }
        for (std::size_t c = 0; c < d_ && sum != 0; ++c) output[c] /= sum;
        seen_.clear();
    }

private:
    std::size_t d_;
    Real scale_;
    std::vector<Real> K_;
    std::vector<Real> V_;
    std::vector<Seen<Real>> seen_;
};

template <typename Real>
class SoftmaxWay : public Way<Real>
{
public:
    explicit SoftmaxWay(const Sizes& sizes) : cache_(sizes.d) {}

    void append(const Real* k, const Real* v) override { cache_.append(k, v); }

    void answer(const Real* q, Real* output) override
    {
        cache_.look_at(q, 0, cache_.tokens());
        cache_.blend(output);
    }

    std::size_t numbers() const override { return cache_.numbers(); }

protected:
    Cache<Real> cache_;
};

/// The newest keys take the places of the oldest: softmax does not mind the order.
template <typename Real>
class WindowWay : public SoftmaxWay<Real>
{
public:
    explicit WindowWay(const Sizes& sizes) : SoftmaxWay<Real>(sizes), window_(sizes.window) {}

    void append(const Real* k, const Real* v) override
    {
        if (this->cache_.tokens() < window_)
            this->cache_.append(k, v);
        else
            this->cache_.replace(next_, k, v);
        next_ = (next_ + 1) % window_;
    }

private:
    std::size_t window_;
    std::size_t next_ = 0;
};

template <typename Real>
class TopKWay : public SoftmaxWay<Real>
{
public:
    explicit TopKWay(const Sizes& sizes) : SoftmaxWay<Real>(sizes), top_(sizes.top) {}

    void answer(const Real* q, Real* output) override
    {
        this->cache_.look_at(q, 0, this->cache_.tokens());
        this->cache_.cut_to(top_);
        this->cache_.blend(output);
    }

private:
    std::size_t top_;
};

/// Keeps the sum of the keys of each block: among full blocks, it ranks them as their means do.
template <typename Real>
class BlocksWay : public SoftmaxWay<Real>
{
public:
    explicit BlocksWay(const Sizes& sizes)
        : SoftmaxWay<Real>(sizes), d_(sizes.d), block_(sizes.block), chosen_(sizes.chosen)
    {
    }

    void append(const Real* k, const Real* v) override
    {
        if (this->cache_.tokens() % block_ == 0) sums_.resize(sums_.size() + d_, Real{0});
        add_times(Real{1}, k, sums_.data() + sums_.size() - d_, d_);
        this->cache_.append(k, v);
    }

    void answer(const Real* q, Real* output) override
    {
        const std::size_t tokens = this->cache_.tokens();
        const std::size_t full = tokens / block_;
        std::vector<Seen<Real>> blocks;
        for (std::size_t b = 0; b < full; ++b) blocks.push_back({b, sum_of_products(q, sums_.data() + b * d_, d_)});
        const auto kept = blocks.begin() + static_cast<std::ptrdiff_t>(std::min(chosen_, full));
        std::partial_sort(blocks.begin(), kept, blocks.end(),
                          [](const Seen<Real>& a, const Seen<Real>& b) { return a.score > b.score; });
        for (auto b = blocks.begin(); b != kept; ++b) this->cache_.look_at(q, b->place * block_, block_);
        this->cache_.look_at(q, full * block_, tokens - full * block_);
        this->cache_.blend(output);
    }

    std::size_t numbers() const override { return this->cache_.numbers() + sums_.size(); }

private:
    std::size_t d_;
    std::size_t block_;
    std::size_t chosen_;
    std::vector<Real> sums_;  // (blocks, d)
};

/// A running state, whatever the features are.
template <typename Real>
class StateWay : public Way<Real>
{
public:
    StateWay(std::size_t features, std::size_t d) : d_(d), S_(features * d), z_(features), phi_(features) {}

    void append(const Real* k, const Real* v) override
    {
        make_features(k);
        for (std::size_t a = 0; a < phi_.size(); ++a) {
            z_[a] += phi_[a];
            add_times(phi_[a], v, S_.data() + a * d_, d_);
        }
    }

    void answer(const Real* q, Real* output) override
    {
        make_features(q);
        std::fill_n(output, d_, Real{0});
        for (std::size_t a = 0; a < phi_.size(); ++a) add_times(phi_[a], S_.data() + a * d_, output, d_);
        const Real total = sum_of_products(phi_.data(), z_.data(), phi_.size());
        for (std::size_t c = 0; c < d_; ++c) output[c] = total == 0 ? 0 : output[c] / total;
    }

    std::size_t numbers() const override { return S_.size() + z_.size(); }

protected:
    virtual void make_features(const Real* x) = 0;  ///< of a key or a query, into phi_

    std::size_t d_;
    std::vector<Real> S_;    // (features, d)
    std::vector<Real> z_;    // (features)
    std::vector<Real> phi_;  // (features)
};

template <typename Real>
class LinearWay : public StateWay<Real>
{
public:
    explicit LinearWay(const Sizes& sizes) : StateWay<Real>(sizes.d, sizes.d) {}

private:
    void make_features(const Real* x) override
    {
        for (std::size_t c = 0; c < this->d_; ++c) this->phi_[c] = x[c] > 0 ? x[c] + 1 : std::exp(x[c]);
    }
};

template <typename Real>
class FeaturesWay : public StateWay<Real>
{
public:
    explicit FeaturesWay(const Sizes& sizes)
        : StateWay<Real>(sizes.features, sizes.d), x_(sizes.d),
          factor_(std::pow(static_cast<Real>(sizes.d), Real{-0.25}))
    {
        common::Random random(sizes.d);
        for (std::size_t i = 0; i < sizes.features * sizes.d; ++i) W_.push_back(static_cast<Real>(random.normal()));
    }

    std::size_t numbers() const override { return StateWay<Real>::numbers() + W_.size(); }

private:
    void make_features(const Real* x) override
    {
        for (std::size_t c = 0; c < x_.size(); ++c) x_[c] = factor_ * x[c];
        const Real half_square = sum_of_products(x_.data(), x_.data(), x_.size()) / 2;
        const Real size = 1 / std::sqrt(static_cast<Real>(this->phi_.size()));
        for (std::size_t a = 0; a < this->phi_.size(); ++a)
            this->phi_[a] =
                size * std::exp(sum_of_products(x_.data(), W_.data() + a * x_.size(), x_.size()) - half_square);
    }

    std::vector<Real> x_;  // (d)
    Real factor_;          // 1 / the fourth root of d
    std::vector<Real> W_;  // (features, d)
};

/// One over the length of a vector; 0 for a vector of zeros.
template <typename Real>
Real one_over_length(const Real* x, std::size_t d)
{
    const Real square = sum_of_products(x, x, d);
    return square == 0 ? 0 : 1 / std::sqrt(square);
}

/// Keys and queries are brought to length 1, and the sum of k^T v is all there is.
template <typename Real>
class SumWay : public Way<Real>
{
public:
    explicit SumWay(const Sizes& sizes) : d_(sizes.d), S_(d_ * d_) {}

    void append(const Real* k, const Real* v) override { add_pair(k, v); }

    void answer(const Real* q, Real* output) override { ask(q, output); }

    std::size_t numbers() const override { return S_.size(); }

protected:
    void add_pair(const Real* k, const Real* v)
    {
        const Real size = one_over_length(k, d_);
        for (std::size_t a = 0; a < d_; ++a) add_times(size * k[a], v, S_.data() + a * d_, d_);
    }

    void ask(const Real* q, Real* output) const
    {
        const Real size = one_over_length(q, d_);
        std::fill_n(output, d_, Real{0});
        for (std::size_t a = 0; a < d_; ++a) add_times(size * q[a], S_.data() + a * d_, output, d_);
    }

    std::size_t d_;

private:
    std::vector<Real> S_;  // (d, d)
};

/// The same, but only what is missing gets added.
template <typename Real>
class DeltaWay : public SumWay<Real>
{
public:
    explicit DeltaWay(const Sizes& sizes) : SumWay<Real>(sizes), missing_(sizes.d) {}

    void append(const Real* k, const Real* v) override
    {
        this->ask(k, missing_.data());
        for (std::size_t c = 0; c < missing_.size(); ++c) missing_[c] = v[c] - missing_[c];
        this->add_pair(k, missing_.data());
    }

private:
    std::vector<Real> missing_;  // (d)
};

}  // namespace

template <typename Real>
std::unique_ptr<Way<Real>> softmax_way(const Sizes& sizes)
{
    return std::make_unique<SoftmaxWay<Real>>(sizes);
}

template <typename Real>
std::unique_ptr<Way<Real>> window_way(const Sizes& sizes)
{
    return std::make_unique<WindowWay<Real>>(sizes);
}

template <typename Real>
std::unique_ptr<Way<Real>> top_k_way(const Sizes& sizes)
{
    return std::make_unique<TopKWay<Real>>(sizes);
}

template <typename Real>
std::unique_ptr<Way<Real>> blocks_way(const Sizes& sizes)
{
    return std::make_unique<BlocksWay<Real>>(sizes);
}

template <typename Real>
std::unique_ptr<Way<Real>> linear_way(const Sizes& sizes)
{
    return std::make_unique<LinearWay<Real>>(sizes);
}

template <typename Real>
std::unique_ptr<Way<Real>> sum_way(const Sizes& sizes)
{
    return std::make_unique<SumWay<Real>>(sizes);
}

template <typename Real>
std::unique_ptr<Way<Real>> delta_way(const Sizes& sizes)
{
    return std::make_unique<DeltaWay<Real>>(sizes);
}

template <typename Real>
std::unique_ptr<Way<Real>> features_way(const Sizes& sizes)
{
    return std::make_unique<FeaturesWay<Real>>(sizes);
}

template std::unique_ptr<Way<float>> softmax_way(const Sizes&);
template std::unique_ptr<Way<double>> softmax_way(const Sizes&);
template std::unique_ptr<Way<float>> window_way(const Sizes&);
template std::unique_ptr<Way<double>> window_way(const Sizes&);
template std::unique_ptr<Way<float>> top_k_way(const Sizes&);
template std::unique_ptr<Way<double>> top_k_way(const Sizes&);
template std::unique_ptr<Way<float>> blocks_way(const Sizes&);
template std::unique_ptr<Way<double>> blocks_way(const Sizes&);
template std::unique_ptr<Way<float>> linear_way(const Sizes&);
template std::unique_ptr<Way<double>> linear_way(const Sizes&);
template std::unique_ptr<Way<float>> sum_way(const Sizes&);
template std::unique_ptr<Way<double>> sum_way(const Sizes&);
template std::unique_ptr<Way<float>> delta_way(const Sizes&);
template std::unique_ptr<Way<double>> delta_way(const Sizes&);
template std::unique_ptr<Way<float>> features_way(const Sizes&);
template std::unique_ptr<Way<double>> features_way(const Sizes&);

}  // namespace attention
