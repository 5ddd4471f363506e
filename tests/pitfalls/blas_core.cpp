// A product of matrices, and the processor that OpenBLAS takes this machine for. Try it with another one:
//   OPENBLAS_CORETYPE=Haswell build/dev/tests/pitfalls/blas_core

#include "common/blas.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"

#include <fmt/core.h>

#include <chrono>
#include <cmath>
#include <cstddef>
#include <limits>

int main()
{
    constexpr std::size_t n = 256;
    common::Random random(1);
    const common::Matrix A = random.normal_matrix(n, n);
    const common::Matrix B = random.normal_matrix(n, n);
    double fastest = std::numeric_limits<double>::infinity();
    for (int run = 0; run < 5; ++run) {
        const auto start = std::chrono::steady_clock::now();
        const common::Matrix C = common::product(A, B);
        fastest = std::fmin(fastest, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    fmt::print("{}\n{:.1f} GFLOP/s\n", common::blas_core(), 2.0 * n * n * n / fastest / 1e9);
}
