/// \file
/// Exercise 22.1: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <vector>

namespace attention
{

/// What has been kept of the tokens so far: for each token a key and a value for each group of heads. It counts what is
/// fetched.
class CountingCache
{
public:
    /// \param groups  how many groups of heads there are, at least 1
    explicit CountingCache(std::size_t groups) : groups_(groups) {}

    std::size_t groups() const { return groups_; }
    std::size_t tokens() const { return keys_.size(); }

    /// Keep one more token.
    /// \param K  its key for each group, shape (groups, d_k)
    /// \param V  its value for each group, shape (groups, d_v)
    void append(const Matrix& K, const Matrix& V)
    {
        common::require(K.shape(0) == groups_ && V.shape(0) == groups_,
                        "append: a token brings a key and a value for each of {} groups, not {} keys and {} values",
                        groups_, K.shape(0), V.shape(0));
        keys_.push_back(K);
        values_.push_back(V);
    }

    /// Fetch what one group keeps of token j: its key, shape (d_k).
    Vector key(std::size_t group, std::size_t j) { return ++keys_fetched_, kept(keys_, group, j); }

    /// Fetch what one group keeps of token j: its value, shape (d_v).
    Vector value(std::size_t group, std::size_t j) { return ++values_fetched_, kept(values_, group, j); }

    std::size_t keys_fetched() const { return keys_fetched_; }
    std::size_t values_fetched() const { return values_fetched_; }

private:
    Vector kept(const std::vector<Matrix>& rows, std::size_t group, std::size_t j) const
    {
        common::require(group < groups_ && j < rows.size(),
                        "the cache has {} groups and {} tokens, counted from 0: nothing is kept for group {}, token {}",
                        groups_, rows.size(), group, j);
        return row_of(rows[j], group);
    }

    std::size_t groups_;
    std::vector<Matrix> keys_;
    std::vector<Matrix> values_;
    std::size_t keys_fetched_ = 0;
    std::size_t values_fetched_ = 0;
};

Matrix one_step(const Matrix& Q, const Matrix& K, const Matrix& V, CountingCache& cache);

}  // namespace attention
