/// \file
/// What most answers include, to be precompiled, and what most of them make xtensor do, to be compiled once.
///
/// At every save a learner waits for the compiler, and most of that time goes into xtensor's templates: an expression such as
/// `v - largest` becomes hundreds of functions. Those of shared_expressions.def are compiled into a library that all answers
/// are linked with. Nothing but the time depends on that: an expression that is not in the list works as well.
///
/// A header of our own, and not a list in CMake: where such a list changes, CMake 3.25 does not build anew.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <type_traits>
#include <vector>

/// Operands for the list.
namespace shared_expressions
{

inline const common::Vector& v()
{
    static const common::Vector vector = {1.0};
    return vector;
}

inline const common::Matrix& M()
{
    static const common::Matrix matrix = {{1.0}};
    return matrix;
}

inline const double& s()  // a variable
{
    static const double scalar = 1.0;
    return scalar;
}

inline double c() { return 1.0; }  // a constant, such as 2.0

}  // namespace shared_expressions

#if defined(__clang__)

// Clang compiles what a precompiled header uses with the header (-fmodules-codegen), so each expression is used once.
#define SHARED_JOINED(a, b) a##b
#define SHARED_NAME(line) SHARED_JOINED(shared_expression_, line)
#define SHARED(Tensor, ...)                                                                                            \
    inline Tensor SHARED_NAME(__LINE__)()                                                                              \
    {                                                                                                                  \
        Tensor result = __VA_ARGS__;                                                                                   \
        return result;                                                                                                 \
    }
#define SHARED_NUMBER(...)                                                                                             \
    inline double SHARED_NAME(__LINE__)() { return (__VA_ARGS__)(); }
#define SHARED_CLASS(...)

#else

// Elsewhere the functions in which an expression becomes numbers are declared to be compiled in another place.
#define SHARED(Tensor, ...) extern template Tensor::xtensor_container(const xt::xexpression<decltype(__VA_ARGS__)>&);
#define SHARED_NUMBER(...)                                                                                             \
    extern template std::remove_cvref_t<decltype(__VA_ARGS__)>::const_reference                                        \
    std::remove_cvref_t<decltype(__VA_ARGS__)>::operator()<>() const;
#define SHARED_CLASS(...) extern template class __VA_ARGS__;

#endif

#include "tests/exercises/shared_expressions.def"
