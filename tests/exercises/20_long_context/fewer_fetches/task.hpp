/// \file
/// Exercise 20.3: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <utility>

namespace attention
{

/// Keys and values in a memory that is large and slow. It counts what is fetched.
class SlowMemory
{
public:
    SlowMemory(Matrix K, Matrix V) : K_(std::move(K)), V_(std::move(V)) {}

    /// How many numbers a value has.
    std::size_t d_v() const { return V_.shape(1); }

    /// Fetch row j of the keys.
    Vector key(std::size_t j) { return ++keys_fetched_, common::row_of(K_, j); }

    /// Fetch row j of the values.
    Vector value(std::size_t j) { return ++values_fetched_, common::row_of(V_, j); }

    std::size_t keys_fetched() const { return keys_fetched_; }
    std::size_t values_fetched() const { return values_fetched_; }

private:
    Matrix K_;
    Matrix V_;
    std::size_t keys_fetched_ = 0;
    std::size_t values_fetched_ = 0;
};

Matrix fewer_fetches(const Matrix& Q, SlowMemory& memory, std::size_t block);

}  // namespace attention
