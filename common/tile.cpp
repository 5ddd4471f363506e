#include "common/tile.hpp"

#include <cblas.h>

#include <algorithm>

extern "C" __attribute__((weak)) char* openblas_get_corename();

namespace common
{

namespace
{

int whole(std::size_t size) { return static_cast<int>(size); }

/// The distance between two rows, as BLAS wants it: at least 1.
int stride(std::size_t size) { return std::max(1, whole(size)); }

}  // namespace

void multiply_transposed(float factor, Tile<const float> A, Tile<const float> B, Tile<float> C)
{
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, whole(C.rows), whole(C.columns), whole(A.columns), factor,
                A.data, stride(A.stride), B.data, stride(B.stride), 0.0F, C.data, stride(C.stride));
}

void multiply_transposed(double factor, Tile<const double> A, Tile<const double> B, Tile<double> C)
{
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasTrans, whole(C.rows), whole(C.columns), whole(A.columns), factor,
                A.data, stride(A.stride), B.data, stride(B.stride), 0.0, C.data, stride(C.stride));
}

void add_product(Tile<const float> A, Tile<const float> B, Tile<float> C)
{
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, whole(C.rows), whole(C.columns), whole(A.columns), 1.0F,
                A.data, stride(A.stride), B.data, stride(B.stride), 1.0F, C.data, stride(C.stride));
}

void add_product(Tile<const double> A, Tile<const double> B, Tile<double> C)
{
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, whole(C.rows), whole(C.columns), whole(A.columns), 1.0,
                A.data, stride(A.stride), B.data, stride(B.stride), 1.0, C.data, stride(C.stride));
}

void add_product_with_transposed(Tile<const float> A, Tile<const float> B, Tile<float> C)
{
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, whole(C.rows), whole(C.columns), whole(A.columns), 1.0F,
                A.data, stride(A.stride), B.data, stride(B.stride), 1.0F, C.data, stride(C.stride));
}

void add_product_with_transposed(Tile<const double> A, Tile<const double> B, Tile<double> C)
{
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasTrans, whole(C.rows), whole(C.columns), whole(A.columns), 1.0, A.data,
                stride(A.stride), B.data, stride(B.stride), 1.0, C.data, stride(C.stride));
}

void add_product_of_transposed(Tile<const float> A, Tile<const float> B, Tile<float> C)
{
    cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, whole(C.rows), whole(C.columns), whole(A.rows), 1.0F, A.data,
                stride(A.stride), B.data, stride(B.stride), 1.0F, C.data, stride(C.stride));
}

void add_product_of_transposed(Tile<const double> A, Tile<const double> B, Tile<double> C)
{
    cblas_dgemm(CblasRowMajor, CblasTrans, CblasNoTrans, whole(C.rows), whole(C.columns), whole(A.rows), 1.0, A.data,
                stride(A.stride), B.data, stride(B.stride), 1.0, C.data, stride(C.stride));
}

void multiply_vector(float factor, Tile<const float> A, const float* x, float* y)
{
    cblas_sgemv(CblasRowMajor, CblasNoTrans, whole(A.rows), whole(A.columns), factor, A.data, stride(A.stride), x, 1,
                0.0F, y, 1);
}

void add_vector_product(const float* x, Tile<const float> A, float* y)
{
    cblas_sgemv(CblasRowMajor, CblasTrans, whole(A.rows), whole(A.columns), 1.0F, A.data, stride(A.stride), x, 1, 1.0F,
                y, 1);
}

const char* blas_core() { return openblas_get_corename == nullptr ? "" : openblas_get_corename(); }

}  // namespace common
