#include "common/learn/blas_core.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace learn
{

namespace
{

Width width_of_processor()
{
#ifdef __x86_64__
    const bool has_avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                            __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    if (has_avx512) return Width::avx512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return Width::avx2;
#endif
    return Width::narrow;
}

/// What OpenBLAS takes this processor for; empty where there is no OpenBLAS.
std::string core_by_itself()
{
    void* library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) return "";
    const auto name = reinterpret_cast<const char* (*)()>(dlsym(library, "openblas_get_corename"));
    std::string core = name == nullptr ? "" : name();
    dlclose(library);
    return core;
}

}  // namespace

Width width_of_core(const std::string& name)
{
    constexpr std::array<std::string_view, 3> avx512 = {"SkylakeX", "Cooperlake", "SapphireRapids"};
    constexpr std::array<std::string_view, 3> avx2 = {"Haswell", "Zen", "Excavator"};
    if (std::find(avx512.begin(), avx512.end(), name) != avx512.end()) return Width::avx512;
    if (std::find(avx2.begin(), avx2.end(), name) != avx2.end()) return Width::avx2;
    return Width::narrow;
}

std::string better_core(const std::string& core, Width width)
{
    if (core.empty() || width_of_core(core) >= width) return "";
    return width == Width::avx512 ? "SkylakeX" : "Haswell";
}

void choose_blas_core()
{
    if (std::getenv("OPENBLAS_CORETYPE") != nullptr) return;
    const std::string core = better_core(core_by_itself(), width_of_processor());
    if (!core.empty()) setenv("OPENBLAS_CORETYPE", core.c_str(), 1);
}

}  // namespace learn
