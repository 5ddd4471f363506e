// Ways to die, one a line, by the name of what learners are told. The comment with a way's name stands in the line to be
// named, where that is another one.
#include "common/tensor.hpp"

#include <cassert>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

using namespace attention;

namespace
{

volatile int zero = 0;
volatile std::size_t eight = 8;

double endless(double x)
{
    return x + endless(x + 1.0);  // endless_recursion
}

const double& local_variable()
{
    const double local = 1.0;
    const double* volatile address = &local;
    return *address;
}

auto scaled(const Vector& v)
{
    const Vector copy = v;
    return copy * 2.0;
}

struct Owner {
    double* number = new double(1.0);
    ~Owner() { delete number; }  // freed_twice
};

void die(const std::string& way, Vector v)
{
    Matrix M = {{1, 2}, {3, 4}};
    std::vector<double> w(3);
    double* p = nullptr;
    if (way == "read_outside-tensor") v(0) = v(eight);
    if (way == "read_outside-before") v(0) = w[static_cast<std::size_t>(zero - 1)];
    if (way == "read_outside-matrix") v(0) = M(2, 0);
    if (way == "read_outside-iterator") for (auto it = w.begin(); it != w.end() + 1; ++it) v(0) += *it;
    if (way == "read_outside-last") for (std::size_t i = 0; i <= w.size(); ++i) v(0) += w[i];
    if (way == "read_outside-local") { double a[3] = {}; v(0) = a[3 + zero]; }
    if (way == "write_outside-tensor") v(eight) = 1.0;
    if (way == "write_outside-vector") w[3] = 2.0;
    if (way == "write_outside-down") for (std::size_t i = v.size() - 1; i >= 0; --i) v(i) = 1.0;
    if (way == "lazy_keep_dims") M = Matrix(xt::exp(M - xt::amax(M, {1}, xt::keep_dims)));
    if (way == "lazy_keep_dims-sum") { const Matrix A = M / xt::sum(M, {1}, xt::keep_dims); v(0) = A(0, 0); }
    if (way == "dangling_expression") { const auto e = scaled(v); v = e; }
    if (way == "use_after_free") { p = new double[3]; delete[] p; v(0) = p[1]; }
    if (way == "use_after_return") v(0) = local_variable();
    if (way == "use_after_scope") { { double x = 2.0; p = &x; } v(0) = *p; }
    if (way == "freed_twice") { Owner a; Owner b = a; }
    if (way == "wrong_delete") { p = new double[3]; delete p; }
    if (way == "wrong_delete-local") { double x = 1.0; double* volatile q = &x; delete q; }
    if (way == "null_pointer") v(0) = *p;
    if (way == "null_pointer-tensor") { Vector nothing; nothing(0) = 1.0; v = nothing; }
    if (way == "wild_pointer") v(0) = *(reinterpret_cast<double*>(0x12345678) + eight);
    if (way == "endless_recursion") v(0) = endless(1.0);
    if (way == "too_much_memory") w.resize(std::size_t{1} << 50);
    if (way == "too_much_memory-tensor") v = xt::zeros<double>({std::size_t{1} << 46});
    if (way == "too_much_memory-negative") v = xt::zeros<double>({static_cast<std::size_t>(zero - 1)});
    if (way == "divided_by_zero") v(0) = 7 / zero;
    if (way == "divided_by_zero-rest") v(0) = 7 % zero;
    if (way == "failed_assertion") assert(v.size() == 3);
    if (way == "escaped_exception") []() noexcept { throw std::runtime_error("x"); }();
    if (way == "aborted") std::abort();
    if (way == "aborted-terminate") std::terminate();
    if (way == "missing_return-trap") __builtin_trap();
}

}  // namespace

extern "C" const char* __asan_default_options()
{
    return "allow_addr2line=1:handle_segv=2:handle_sigbus=2:handle_abort=2:handle_sigill=2:handle_sigfpe=2:"
           "detect_leaks=0:detect_odr_violation=0:detect_stack_use_after_return=1";
}

int main(int, char** arguments)
{
    die(arguments[1], {1, 2});
    return 0;
}
