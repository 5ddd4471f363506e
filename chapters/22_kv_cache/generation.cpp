#include "22_kv_cache/generation.hpp"

#include "22_kv_cache/multiplications.hpp"
#include "22_kv_cache/multiplied.hpp"

#include "12_masks/masked_attention.hpp"
#include "12_masks/masks.hpp"

#include "20_long_context/measured/best_seconds.hpp"

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace attention
{

namespace
{

/// Numbers in rows, one row after the other in memory.
template <typename Real>
struct Rows {
    std::size_t width = 0;           ///< numbers in a row
    std::vector<Real> numbers = {};  ///< of all rows

    std::size_t count() const { return numbers.size() / width; }
    const Real* row(std::size_t i) const { return numbers.data() + i * width; }

    /// Add a row of zeros.
    Real* grow()
    {
        numbers.resize(numbers.size() + width, Real{});
        return numbers.data() + numbers.size() - width;
    }
};

/// The words of a text, and one head's projections.
struct Text {
    Matrix X;    ///< shape (n, d)
    Matrix W_Q;  ///< shape (d, d)
    Matrix W_K;  ///< shape (d, d)
    Matrix W_V;  ///< shape (d, d)
};

Text text_of(std::size_t n, std::size_t d)
{
    common::Random random(22);
    const double scale = 1.0 / std::sqrt(static_cast<double>(d));
    Text text;
    text.W_Q = scale * random.normal_matrix(d, d);
    text.W_K = scale * random.normal_matrix(d, d);
    text.W_V = scale * random.normal_matrix(d, d);
    text.X = random.normal_matrix(n, d);
    return text;
}

template <typename Real>
Rows<Real> rows_of(const Matrix& M)
{
    Rows<Real> rows{M.shape(1)};
    for (const double number : M) rows.numbers.push_back(static_cast<float>(number));
    return rows;
}

/// How many sums a loop keeps at the same time, so that a processor need not wait for one before it goes on with the next.
constexpr std::size_t together = 16;

/// Add a multiple of some numbers to as many sums.
template <typename Real>
void add(Real times, const Real* numbers, std::array<Real, together>& sums)
{
    for (std::size_t c = 0; c < together; ++c) sums[c] = sums[c] + times * numbers[c];
}

/// The first rows, each times its weight, added up: chapter 3's weighted sum. With x and W for weights and rows, it is x W.
///
/// \param weights  one for each row
/// \param rows     of a multiple of 16 numbers
/// \param count    how many rows
/// \param sum      where the result goes
template <typename Real>
void weighted_sum(const Real* weights, const Rows<Real>& rows, std::size_t count, Real* sum)
{
    for (std::size_t c = 0; c < rows.width; c += together) {
        std::array<Real, together> sums{};
        for (std::size_t j = 0; j < count; ++j) add(weights[j], rows.row(j) + c, sums);
        std::copy(sums.begin(), sums.end(), sum + c);
    }
}

/// a . b in four sums, so that a processor need not wait for one addition before it begins the next.
template <typename Real>
Real dot_in_fours(const Real* a, const Real* b, std::size_t d)
{
    std::array<Real, 4> sums{};
    for (std::size_t c = 0; c < d; c += 4) {
        for (std::size_t lane = 0; lane < 4; ++lane) sums[lane] = sums[lane] + a[c + lane] * b[c + lane];
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/// The weights of one query over the first keys.
template <typename Real>
std::vector<Real> weights_of(const Real* q, const Rows<Real>& K, std::size_t keys)
{
    using std::exp;
    const Real divisor(std::sqrt(static_cast<float>(K.width)));
    std::vector<Real> weights(keys);
    for (std::size_t j = 0; j < keys; ++j) weights[j] = dot_in_fours(q, K.row(j), K.width) / divisor;
    const Real largest = *std::max_element(weights.begin(), weights.end());
    Real sum{};
    for (Real& weight : weights) {
        weight = exp(weight - largest);
        sum = sum + weight;
    }
    for (Real& weight : weights) weight = weight / sum;
    return weights;
}

/// One head that writes, and what it keeps.
template <typename Real>
class TextWriter
{
public:
    explicit TextWriter(const Text& text)
        : X_(rows_of<Real>(text.X)), W_Q_(rows_of<Real>(text.W_Q)), W_K_(rows_of<Real>(text.W_K)),
          W_V_(rows_of<Real>(text.W_V)), K_{W_K_.width}, V_{W_V_.width}
    {
    }

    /// Write the whole text: in each step, what its newest word finds.
    Rows<Real> all_steps(Redone again)
    {
        Rows<Real> found{V_.width};
        forget();
        for (std::size_t words = 1; words <= X_.count(); ++words) {
            if (again != Redone::nothing) forget();
            for (std::size_t i = K_.count(); i < words; ++i) keep(i);
            if (again == Redone::everything) {
                for (std::size_t i = 0; i + 1 < words; ++i) ask(i);
            }
            const std::vector<Real> newest = ask(words - 1);
            std::copy(newest.begin(), newest.end(), found.grow());
        }
        return found;
    }

private:
    void forget()
    {
        K_.numbers.clear();
        V_.numbers.clear();
    }

    /// Make the key and the value of a word.
    void keep(std::size_t word)
    {
        weighted_sum(X_.row(word), W_K_, W_K_.count(), K_.grow());
        weighted_sum(X_.row(word), W_V_, W_V_.count(), V_.grow());
    }

    /// A word asks itself and those before it.
    std::vector<Real> ask(std::size_t word) const
    {
        std::vector<Real> q(W_Q_.width);
        weighted_sum(X_.row(word), W_Q_, W_Q_.count(), q.data());
        const std::vector<Real> weights = weights_of(q.data(), K_, word + 1);
        std::vector<Real> output(V_.width);
        weighted_sum(weights.data(), V_, weights.size(), output.data());
        return output;
    }

    Rows<Real> X_, W_Q_, W_K_, W_V_;
    Rows<Real> K_, V_;
};

}  // namespace

std::uint64_t counted_multiplications(Redone again, std::size_t n, std::size_t d)
{
    Multiplied::take_count();
    TextWriter<Multiplied>(text_of(n, d)).all_steps(again);
    return Multiplied::take_count();
}

double seconds_to_write(Redone again, std::size_t n, std::size_t d)
{
    TextWriter<float> writer(text_of(n, d));
    return best_seconds(20, 1, [&] { writer.all_steps(again); }, 0.2);
}

Matrix written(Redone again, std::size_t n, std::size_t d)
{
    const Rows<float> found = TextWriter<float>(text_of(n, d)).all_steps(again);
    Matrix outputs = xt::zeros<double>({n, d});
    std::copy(found.numbers.begin(), found.numbers.end(), outputs.begin());
    return outputs;
}

Matrix in_one_pass(std::size_t n, std::size_t d)
{
    const Text text = text_of(n, d);
    const Matrix Q = common::product(text.X, text.W_Q);
    const Matrix K = common::product(text.X, text.W_K);
    const Matrix V = common::product(text.X, text.W_V);
    return scaled_dot_product_attention(Q, K, V, causal_mask(n, n)).output;
}

}  // namespace attention
