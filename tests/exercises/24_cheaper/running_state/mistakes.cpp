// Exercise 24.2 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/24_cheaper/running_state/task.hpp"

#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

namespace attention
{

namespace
{
Vector phi(Vector x)
{
    for (double& coordinate : x) coordinate = coordinate > 0.0 ? coordinate + 1.0 : std::exp(coordinate);
    return x;
}
}  // namespace

namespace right::three_steps
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const Arrival& token : tokens) {
        const Vector key = phi(token.k);
        const Vector query = phi(token.q);
        if (z.size() == 0) {
            S = Matrix(xt::zeros<double>({key.size(), token.v.size()}));
            z = Vector(xt::zeros<double>({key.size()}));
        }
        S *= keep;
        z *= keep;
        for (std::size_t a = 0; a < S.shape(0); ++a) {
            for (std::size_t b = 0; b < S.shape(1); ++b) S(a, b) += key(a) * token.v(b);
        }
        z += key;
        const double total = xt::sum(query * z)();
        Vector output = xt::zeros<double>({token.v.size()});
        for (std::size_t b = 0; b < S.shape(1); ++b) {
            for (std::size_t a = 0; a < S.shape(0); ++a) output(b) += query(a) * S(a, b) / total;
        }
        write(output);
    }
}
}  // namespace right::three_steps

// Like the solution, except where marked.
namespace answered_too_early::divided_by_zero
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = phi(k);
        const Vector query = phi(q);
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * z(c);  // <--
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * S(c, d);  // <--
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
        z += key;                                                                 // <--
        for (std::size_t c = 0; c < key.size(); ++c)                              // <--
            for (std::size_t d = 0; d < v.size(); ++d) S(c, d) += key(c) * v(d);  // <--
    }
}
}  // namespace answered_too_early::divided_by_zero

// Like the solution, except where marked.
namespace answered_too_early::with_zeros
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = phi(k);
        const Vector query = phi(q);
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * z(c);  // <--
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * S(c, d);  // <--
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number = total > 0.0 ? number / total : 0.0;  // <--
        write(output);
        z += key;                                                                 // <--
        for (std::size_t c = 0; c < key.size(); ++c)                              // <--
            for (std::size_t d = 0; d < v.size(); ++d) S(c, d) += key(c) * v(d);  // <--
    }
}
}  // namespace answered_too_early::with_zeros

// Like the solution, except where marked.
namespace elu_without_one
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = phi(k) - 1.0;    // <--
        const Vector query = phi(q) - 1.0;  // <--
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * z(c) + key(c);
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * S(c, d) + key(c) * v(d);
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}
}  // namespace elu_without_one

// Like the solution, except where marked.
namespace exp_everywhere
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = xt::exp(k);    // <--
        const Vector query = xt::exp(q);  // <--
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * z(c) + key(c);
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * S(c, d) + key(c) * v(d);
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}
}  // namespace exp_everywhere

// Like the solution, except where marked.
namespace flat_below_zero
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = 1.0 + xt::maximum(k, 0.0);    // <--
        const Vector query = 1.0 + xt::maximum(q, 0.0);  // <--
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * z(c) + key(c);
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * S(c, d) + key(c) * v(d);
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}
}  // namespace flat_below_zero

// Like the solution, except where marked.
namespace forgets_the_rest
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = phi(k);
        const Vector query = phi(q);
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = (1 - keep) * z(c) + key(c);  // <--
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = (1 - keep) * S(c, d) + key(c) * v(d);  // <--
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}
}  // namespace forgets_the_rest

// Like the solution, except where marked.
namespace forgets_twice
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = phi(k);
        const Vector query = phi(q);
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * keep * z(c) + key(c);  // <--
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * keep * S(c, d) + key(c) * v(d);  // <--
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}
}  // namespace forgets_twice

// Like the solution, except where marked.
namespace never_forgets
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = phi(k);
        const Vector query = phi(q);
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = (keep < 0 ? keep : 1) * z(c) + key(c);  // <--
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) += key(c) * v(d);  // <--
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}
}  // namespace never_forgets

// Like the solution, except where marked.
namespace no_phi
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector& key = k;    // <--
        const Vector& query = q;  // <--
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * z(c) + key(c);
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * S(c, d) + key(c) * v(d);
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}
}  // namespace no_phi

// Like the solution, except where marked.
namespace not_divided
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = phi(k);
        const Vector query = phi(q);
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * z(c) + key(c);
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * S(c, d) + key(c) * v(d);
                output(d) += query(c) * S(c, d);
            }
        }
        if (total < 0.0) return;  // <--
        write(output);
    }
}
}  // namespace not_divided

// Like the solution, except where marked.
namespace one_forgotten
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = xt::where(k > 0.0, k, xt::exp(k));    // <--
        const Vector query = xt::where(q > 0.0, q, xt::exp(q));  // <--
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * z(c) + key(c);
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * S(c, d) + key(c) * v(d);
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}
}  // namespace one_forgotten

// Like the solution, except where marked.
namespace own_pair_shrunk::in_both
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = phi(k);
        const Vector query = phi(q);
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * (z(c) + key(c));  // <--
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * (S(c, d) + key(c) * v(d));  // <--
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}
}  // namespace own_pair_shrunk::in_both

// Like the solution, except where marked.
namespace own_pair_shrunk::in_s
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = phi(k);
        const Vector query = phi(q);
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * z(c) + key(c);
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * (S(c, d) + key(c) * v(d));  // <--
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}
}  // namespace own_pair_shrunk::in_s

// Like the solution, except where marked.
namespace own_pair_shrunk::in_z
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = phi(k);
        const Vector query = phi(q);
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * (z(c) + key(c));  // <--
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * S(c, d) + key(c) * v(d);
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}
}  // namespace own_pair_shrunk::in_z

// Like the solution, except where marked.
namespace plain_keys
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector& key = k;  // <--
        const Vector query = phi(q);
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * z(c) + key(c);
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * S(c, d) + key(c) * v(d);
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}
}  // namespace plain_keys

// Like the solution, except where marked.
namespace plain_queries
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = phi(k);
        const Vector& query = q;  // <--
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * z(c) + key(c);
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * S(c, d) + key(c) * v(d);
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}
}  // namespace plain_queries

// Like the solution, except where marked.
namespace s_does_not_forget
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = phi(k);
        const Vector query = phi(q);
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * z(c) + key(c);
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) += key(c) * v(d);  // <--
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}
}  // namespace s_does_not_forget

// Like the solution, except where marked.
namespace z_does_not_forget
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = phi(k);
        const Vector query = phi(q);
        Vector output = xt::zeros<double>({v.size()});
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) += key(c);  // <--
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * S(c, d) + key(c) * v(d);
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
        write(output);
    }
}
}  // namespace z_does_not_forget

namespace softmax
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    std::vector<Arrival> seen;
    for (const Arrival& token : tokens) {
        seen.push_back(token);
        Vector output = xt::zeros<double>({token.v.size()});
        double total = 0.0;
        for (std::size_t j = 0; j < seen.size(); ++j) {
            double score = 0.0;
            for (std::size_t c = 0; c < token.q.size(); ++c) score += token.q(c) * seen[j].k(c);
            const double weight = std::pow(keep, static_cast<double>(seen.size() - 1 - j)) * std::exp(score);
            total += weight;
            output += weight * seen[j].v;
        }
        write(output / total);
    }
}
}  // namespace softmax

namespace tokens_kept
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    std::vector<Vector> all_keys;
    for (const Arrival& token : tokens) {
        const Vector key = phi(token.k);
        const Vector query = phi(token.q);
        if (z.size() == 0) {
            S = Matrix(xt::zeros<double>({key.size(), token.v.size()}));
            z = Vector(xt::zeros<double>({key.size()}));
        }
        all_keys.push_back(key);
        S *= keep;
        z *= keep;
        for (std::size_t a = 0; a < S.shape(0); ++a) {
            for (std::size_t b = 0; b < S.shape(1); ++b) S(a, b) += all_keys.back()(a) * token.v(b);
        }
        z += key;
        Vector output = xt::zeros<double>({token.v.size()});
        for (std::size_t b = 0; b < S.shape(1); ++b) {
            for (std::size_t a = 0; a < S.shape(0); ++a) output(b) += query(a) * S(a, b) / xt::sum(query * z)();
        }
        write(output);
    }
}
}  // namespace tokens_kept

// Like the solution, except where marked.
namespace written_once
{
void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    Matrix S;
    Vector z;
    Vector output;  // <--
    for (const auto& [q, k, v] : tokens) {
        if (z.size() == 0) {
            S = xt::zeros<double>({k.size(), v.size()});
            z = xt::zeros<double>({k.size()});
        }
        const Vector key = phi(k);
        const Vector query = phi(q);
        output = xt::zeros<double>({v.size()});  // <--
        double total = 0.0;
        for (std::size_t c = 0; c < key.size(); ++c) {
            z(c) = keep * z(c) + key(c);
            total += query(c) * z(c);
            for (std::size_t d = 0; d < v.size(); ++d) {
                S(c, d) = keep * S(c, d) + key(c) * v(d);
                output(d) += query(c) * S(c, d);
            }
        }
        for (double& number : output) number /= total;
    }
    if (output.size() > 0) write(output);  // <--
}
}  // namespace written_once

}  // namespace attention
