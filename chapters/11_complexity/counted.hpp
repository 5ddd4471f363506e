/// \file
/// Chapter 11: what attention costs, counted while it runs.
#pragma once

#include "11_complexity/operations.hpp"

#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace attention
{

/// A number that counts what is done to it.
class Counted
{
public:
    /// Wrap a number. That counts nothing.
    Counted(double value = 0.0) : value_(value) {}  // NOLINT(google-explicit-constructor): 1.0 is a number, too

    /// The number, no longer counted.
    double value() const { return value_; }

    /// @{
    /// Count one operation, and return what a `double` would give.
    friend Counted operator+(Counted a, Counted b) { return counted(a.value_ + b.value_); }
    friend Counted operator-(Counted a, Counted b) { return counted(a.value_ - b.value_); }
    friend Counted operator*(Counted a, Counted b) { return counted(a.value_ * b.value_); }
    friend Counted operator/(Counted a, Counted b) { return counted(a.value_ / b.value_); }
    friend Counted exp(Counted a) { return counted(std::exp(a.value_)); }
    friend bool operator<(Counted a, Counted b)
    {
        ++count_;
        return a.value_ < b.value_;
    }
    /// @}

    /// How many operations there were since the last call, on all numbers together.
    static std::uint64_t take_count()
    {
        const std::uint64_t taken = count_;
        count_ = 0;
        return taken;
    }

private:
    static Counted counted(double value)
    {
        ++count_;
        return {value};
    }

    double value_;
    inline static std::uint64_t count_ = 0;
};

/// Rows of numbers that count.
using CountedRows = std::vector<std::vector<Counted>>;

/// A matrix of plain numbers as rows of counting ones.
/// \param M  shape (rows, columns)
/// \return   the same rows and columns
inline CountedRows counted_rows(const Matrix& M)
{
    CountedRows rows;
    for (std::size_t i = 0; i < M.shape(0); ++i) {
        const Vector row = row_of(M, i);
        rows.emplace_back(row.begin(), row.end());
    }
    return rows;
}

/// Score one query: its dot product with each key.
/// \param q  shape (d_k), d_k at least 1
/// \param K  shape (m, d_k)
/// \return   shape (m)
inline std::vector<Counted> counted_scores(const std::vector<Counted>& q, const CountedRows& K)
{
    std::vector<Counted> scores;
    for (const auto& k : K) {
        Counted sum = q[0] * k[0];
        for (std::size_t c = 1; c < q.size(); ++c) sum = sum + q[c] * k[c];
        scores.push_back(sum);
    }
    return scores;
}

/// Softmax, with the largest score subtracted first.
/// \param scores  shape (m), m at least 1
/// \return        weights, shape (m)
inline std::vector<Counted> counted_softmax(const std::vector<Counted>& scores)
{
    Counted largest = scores[0];
    for (std::size_t j = 1; j < scores.size(); ++j) {
        if (largest < scores[j]) largest = scores[j];
    }
    std::vector<Counted> weights;
    for (const Counted score : scores) weights.push_back(exp(score - largest));
    Counted sum = weights[0];
    for (std::size_t j = 1; j < weights.size(); ++j) sum = sum + weights[j];
    for (Counted& weight : weights) weight = weight / sum;
    return weights;
}

/// Blend the values.
/// \param weights  shape (m), m at least 1
/// \param V        shape (m, d_v)
/// \return         shape (d_v)
inline std::vector<Counted> counted_sum(const std::vector<Counted>& weights, const CountedRows& V)
{
    std::vector<Counted> output;
    for (std::size_t c = 0; c < V[0].size(); ++c) {
        Counted sum = weights[0] * V[0][c];
        for (std::size_t j = 1; j < V.size(); ++j) sum = sum + weights[j] * V[j][c];
        output.push_back(sum);
    }
    return output;
}

/// What a counted run of attention returns.
struct CountedRun {
    Operations operations;  ///< counted, step by step
    Matrix output;          ///< shape (n, d_v), shows that what was counted is attention
};

/// Run attention, unscaled and in plain loops, and count its operations.
///
/// \param Q  shape (n, d_k), d_k at least 1
/// \param K  shape (m, d_k), m at least 1
/// \param V  shape (m, d_v)
/// \return   the operations of each step, and the output, shape (n, d_v)
/// \throws std::invalid_argument  unless there is a key with a coordinate, queries and keys have the same d_k, and each
///           key has a value
inline CountedRun count_attention(const Matrix& Q, const Matrix& K, const Matrix& V)
{
    common::require(K.size() > 0, "count_attention: K is ({}, {}); it needs at least one key with one coordinate",
                    K.shape(0), K.shape(1));
    common::require(Q.shape(1) == K.shape(1),
                    "count_attention: Q has d_k = {} columns but K has {}; queries and keys must have the same d_k",
                    Q.shape(1), K.shape(1));
    common::require(K.shape(0) == V.shape(0),
                    "count_attention: K has m = {} rows but V has {}; each key needs one value", K.shape(0),
                    V.shape(0));
    const CountedRows keys = counted_rows(K);
    const CountedRows values = counted_rows(V);
    CountedRun run{.operations = {}, .output = xt::zeros<double>({Q.shape(0), V.shape(1)})};
    Counted::take_count();
    std::size_t i = 0;
    for (const auto& q : counted_rows(Q)) {
        const std::vector<Counted> scores = counted_scores(q, keys);
        run.operations.scores += Counted::take_count();
        const std::vector<Counted> weights = counted_softmax(scores);
        run.operations.softmax += Counted::take_count();
        const std::vector<Counted> output = counted_sum(weights, values);
        run.operations.values += Counted::take_count();
        for (std::size_t c = 0; c < output.size(); ++c) run.output(i, c) = output[c].value();
        ++i;
    }
    return run;
}

}  // namespace attention
