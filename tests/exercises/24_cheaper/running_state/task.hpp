/// \file
/// Exercise 24.2: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"
#include "tests/exercises/stream.hpp"

#include <functional>

namespace attention
{

/// What arrives with one more token.
struct Arrival {
    Vector q;  ///< its query, shape (d)
    Vector k;  ///< its key, shape (d)
    Vector v;  ///< its value, shape (d_v)
};

void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write);

}  // namespace attention
