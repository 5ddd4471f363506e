#include "common/parallel.hpp"

#include <algorithm>
#include <exception>

#ifdef _OPENMP
#include <omp.h>
#endif

// OpenBLAS has these, other libraries need not.
extern "C" {
__attribute__((weak)) int openblas_get_num_threads();
__attribute__((weak)) void openblas_set_num_threads(int);
}

namespace common
{

namespace
{

/// OpenBLAS on one thread, for as long as this lives.
class OneBlasThread
{
public:
    OneBlasThread()
    {
        if (openblas_get_num_threads == nullptr || openblas_set_num_threads == nullptr) return;
        before_ = openblas_get_num_threads();
        openblas_set_num_threads(1);
    }
    ~OneBlasThread()
    {
        if (before_ > 0) openblas_set_num_threads(before_);
    }
    OneBlasThread(const OneBlasThread&) = delete;
    OneBlasThread& operator=(const OneBlasThread&) = delete;

private:
    int before_ = 0;
};

}  // namespace

int processors()
{
#ifdef _OPENMP
    return omp_get_max_threads();
#else
    return 1;
#endif
}

void in_parallel(std::size_t count, int threads, const std::function<void(std::size_t)>& work)
{
    const OneBlasThread one_blas_thread;
    [[maybe_unused]] const int at_once = std::max(1, threads == 0 ? processors() : threads);
    std::exception_ptr failure;
#pragma omp parallel for schedule(dynamic) num_threads(at_once)
    for (std::size_t i = 0; i < count; ++i) {
        try {
            work(i);
        } catch (...) {
#pragma omp critical
            failure = std::current_exception();
        }
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace common
