#include "tests/benchmarks/cases.hpp"

#include "tests/benchmarks/onednn_peer.hpp"
#include "tests/benchmarks/python_peer.hpp"

#include "20_long_context/blocks/blocked_attention.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/fast/tile_kernels.hpp"
#include "20_long_context/measured/limit.hpp"
#include "21_your_own_data/plain_attention.hpp"
#include "common/npy.hpp"
#include "common/npy_array.hpp"
#include "common/parallel.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"
#include "common/tile.hpp"

#include "12_masks/masks.hpp"

#include <fmt/core.h>

#include <chrono>
#include <cstring>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

#include <unistd.h>

extern "C" {
__attribute__((weak)) void openblas_set_num_threads(int);
__attribute__((weak)) void omp_set_num_threads(int);
}

namespace bench
{

using attention::LongOptions;
using common::Tile;
using common::tile_of;

namespace
{

constexpr std::size_t multiply_add_rounds = 10000000;
constexpr std::size_t exponentials_at_once = 4096;  // they stay in the nearest cache

template <typename Real>
using Array = xt::xtensor<Real, 2>;

template <typename Real>
struct Arrays {
    Arrays(std::size_t n, std::size_t d, double deviation)
        : Q(xt::zeros<Real>({n, d})), K(xt::zeros<Real>({n, d})), V(xt::zeros<Real>({n, d})), O(xt::zeros<Real>({n, d}))
    {
        common::Random random(n + d);
        for (Real& x : Q) x = static_cast<Real>(deviation * random.normal());
        for (Array<Real>* array : {&K, &V}) {
            for (Real& x : *array) x = static_cast<Real>(random.normal());
        }
    }

    Array<Real> Q, K, V, O;
};

/// Arrays are made once for each size, so that everybody has the same.
template <typename Real>
Arrays<Real>& arrays_for(const Case& given)
{
    static std::map<std::tuple<std::size_t, std::size_t, double>, Arrays<Real>> made;
    return made.try_emplace({given.n, given.d, given.deviation}, given.n, given.d, given.deviation).first->second;
}

void use_threads(int threads)
{
    if (openblas_set_num_threads != nullptr) openblas_set_num_threads(threads);
    if (omp_set_num_threads != nullptr) omp_set_num_threads(threads);
}

/// The scores, kept from one call to the next: what a careful program would do.
template <typename Real>
Tile<Real> room_for_scores(std::size_t n)
{
    static std::vector<Real> room;
    if (room.size() < n * n) room.resize(n * n);
    return {room.data(), n, n, n};
}

template <typename Real>
void run_form(benchmark::State& state, const Case& given)
{
    Arrays<Real>& arrays = arrays_for<Real>(given);
    const Tile<const Real> Q = tile_of(arrays.Q);
    const Tile<const Real> K = tile_of(arrays.K);
    const Tile<const Real> V = tile_of(arrays.V);
    const Tile<Real> O = tile_of(arrays.O);
    LongOptions<Real> options;
    options.threads = given.threads;
    if (given.causal) options.causal = attention::Alignment::top_left;
    while (state.KeepRunning()) {
        if (given.what == "fast") attention::fast_attention(Q, K, V, O, options);
        if (given.what == "clear") attention::blocked_attention(Q, K, V, O, options);
        if (given.what == "plain") attention::plain_attention(Q, K, V, O, room_for_scores<Real>(given.n), options);
        if (given.what == "blas") {
            common::multiply_transposed(Real{1}, Q, K, room_for_scores<Real>(given.n));
            common::add_product(Tile<const Real>(room_for_scores<Real>(given.n)), V, O);
        }
        benchmark::DoNotOptimize(O.data);
    }
}

template <typename Real>
void run_limit(benchmark::State& state, const Case& given)
{
    while (state.KeepRunning()) {
        common::in_parallel(static_cast<std::size_t>(given.threads), given.threads, [&](std::size_t) {
            if (given.what == "fma") attention::multiply_and_add<Real>(multiply_add_rounds);
            std::vector<Real> x(exponentials_at_once, Real{-1});
            for (int round = 0; given.what == "exp" && round < 1000; ++round) {
                attention::tile_kernels<Real>().exponentials(x.data(), x.size(), Real{1});
            }
        });
    }
}

common::NpyArray saved(const Array<float>& array)
{
    common::NpyArray result{common::NumberType::float32, {array.shape(0), array.shape(1)}, {}};
    result.bytes.resize(array.size() * sizeof(float));
    std::memcpy(result.bytes.data(), array.data(), result.bytes.size());
    return result;
}

/// NumPy and PyTorch get the arrays as files, and time themselves.
void run_python(benchmark::State& state, const Case& given)
{
    const bool as_installed = given.what == "torch as installed";
    static std::map<std::pair<int, bool>, std::unique_ptr<PythonPeer>> peers;
    static std::map<std::pair<int, bool>, std::string> loaded;
    std::unique_ptr<PythonPeer>& peer = peers[{given.threads, as_installed}];
    if (!peer) peer = std::make_unique<PythonPeer>(PEERS_SCRIPT, given.threads, !as_installed);
    const std::string size = fmt::format("{}x{}", given.n, given.d);
    if (loaded[{given.threads, as_installed}] != size) {
        const std::filesystem::path folder = std::filesystem::temp_directory_path() / fmt::format("bench.{}", getpid());
        std::filesystem::create_directories(folder);
        const Arrays<float>& arrays = arrays_for<float>(given);
        common::write_npy(folder / "q.npy", saved(arrays.Q));
        common::write_npy(folder / "k.npy", saved(arrays.K));
        common::write_npy(folder / "v.npy", saved(arrays.V));
        const auto path = [&](const char* name) { return (folder / name).string(); };
        peer->ask(fmt::format("load {} {} {}", path("q.npy"), path("k.npy"), path("v.npy")));
        std::filesystem::remove_all(folder);
        loaded[{given.threads, as_installed}] = size;
    }
    const std::string request =
        fmt::format("run {} {} {}", as_installed ? "torch" : given.what, given.threads, given.causal ? 1 : 0);
    while (state.KeepRunning()) {
        const std::optional<double> seconds = peer->ask(request);
        if (!seconds) return state.SkipWithError("not there");
        state.SetIterationTime(*seconds);
    }
}

void run_onednn(benchmark::State& state, const Case& given)
{
    if (!has_onednn()) return state.SkipWithError("not there");
    Arrays<float>& arrays = arrays_for<float>(given);
    OneDnnAttention attention(given.n, given.d);
    while (state.KeepRunning()) {
        const auto begin = std::chrono::steady_clock::now();
        attention.run(arrays.Q.data(), arrays.K.data(), arrays.V.data(), arrays.O.data());
        state.SetIterationTime(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
}

}  // namespace

std::string Case::name() const
{
    std::string text = fmt::format("{}/{}/{}", what, type, threads);
    if (n > 0) text += fmt::format("/{}/{}", n, d);
    if (causal) text += "/causal";
    if (deviation != 1.0) text += fmt::format("/deviation {:g}", deviation);
    return text;
}

namespace
{

void add_cases(std::vector<Case>& cases, const Plan& plan, const std::string& type, int threads)
{
    const auto add_form = [&](const char* form) {
        for (const std::size_t n : plan.sizes) cases.push_back({form, type, threads, n, 64});
        cases.push_back({form, type, threads, 1000, 512});
    };
    for (const char* limit : {"fma", "exp"}) cases.push_back({limit, type, threads});
    for (const char* form : {"plain", "clear", "fast", "blas"}) add_form(form);
    for (const char* form : {"clear", "fast"}) {
        for (const std::size_t n : plan.sizes) cases.push_back({form, type, threads, n, 64, true});
        cases.push_back({form, type, threads, 2048, 64, false, 40.0});
    }
    if (!plan.peers || type != "float") return;
    for (const char* peer : {"numpy", "torch", "torch as installed", "onednn"}) add_form(peer);
}

}  // namespace

std::vector<Case> cases_of(const Plan& plan)
{
    std::vector<Case> cases;
    for (const char* type : {"float", "double"}) {
        for (const int threads : plan.threads) add_cases(cases, plan, type, threads);
    }
    return cases;
}

void run(benchmark::State& state, const Case& given)
{
    use_threads(given.threads);
    const bool is_float = given.type == "float";
    if (given.what == "numpy" || given.what.starts_with("torch")) return run_python(state, given);
    if (given.what == "onednn") return run_onednn(state, given);
    if (given.n == 0) return is_float ? run_limit<float>(state, given) : run_limit<double>(state, given);
    return is_float ? run_form<float>(state, given) : run_form<double>(state, given);
}

double operations(const Case& given)
{
    const double size = given.type == "float" ? 4.0 : 8.0;
    const double width =
        static_cast<double>(attention::tile_kernels<float>().columns) * 2.0;  // bytes of a pack: half a panel
    if (given.what == "fma") return 2.0 * 24.0 * multiply_add_rounds * (width / size) * given.threads;
    if (given.what == "exp") return 1000.0 * exponentials_at_once * given.threads;
    const auto n = static_cast<double>(given.n);
    return 4.0 * n * (given.causal ? (n + 1) / 2 : n) * static_cast<double>(given.d);
}

}  // namespace bench
