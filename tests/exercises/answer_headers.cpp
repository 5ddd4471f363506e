// Compiles what is precompiled, and outside of Clang the expressions that all answers share.
#include "tests/exercises/answer_headers.hpp"

#if !defined(__clang__)

#undef SHARED
#undef SHARED_NUMBER
#undef SHARED_CLASS
#define SHARED(Tensor, ...) template Tensor::xtensor_container(const xt::xexpression<decltype(__VA_ARGS__)>&);
#define SHARED_NUMBER(...)                                                                                             \
    template std::remove_cvref_t<decltype(__VA_ARGS__)>::const_reference                                               \
    std::remove_cvref_t<decltype(__VA_ARGS__)>::operator()<>() const;
#define SHARED_CLASS(...) template class __VA_ARGS__;

#include "tests/exercises/shared_expressions.def"

#endif
