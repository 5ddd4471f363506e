/// \file
/// OpenBLAS, told what the processor can do where it does not know.
#pragma once

#include <string>

namespace learn
{

/// How wide the numbers are that a processor, or OpenBLAS made for one, works on together.
enum class Width { narrow, avx2, avx512 };

/// What the kernels are made for that OpenBLAS calls by this name: `Haswell` is AVX2. Narrow for one that is not known.
Width width_of_core(const std::string& name);

/// What to put into OPENBLAS_CORETYPE, or nothing.
///
/// OpenBLAS asks a processor for its name, and takes one that it does not know for an old one. Programs are then several times
/// slower, and nobody says so.
///
/// \param core   what OpenBLAS would use by itself; empty where it is not there
/// \param width  what the processor can do
std::string better_core(const std::string& core, Width width);

/// Where OpenBLAS would use less than the processor can do, set OPENBLAS_CORETYPE for the programs that are run from here. What
/// is set already stays.
void choose_blas_core();

}  // namespace learn
