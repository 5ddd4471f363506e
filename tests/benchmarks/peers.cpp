#include "tests/benchmarks/peers.hpp"

#include "tests/benchmarks/arrays.hpp"
#include "tests/benchmarks/onednn_peer.hpp"
#include "tests/benchmarks/python_peer.hpp"
#include "tests/benchmarks/stopwatch.hpp"

#include "common/npy.hpp"
#include "common/npy_array.hpp"
#include "common/room.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

namespace bench
{

namespace
{

common::NpyArray saved(const common::Room<float>& numbers, const Case& shape)
{
    common::NpyArray result{common::NumberType::float32, {shape.n, shape.d}, {}};
    if (shape.heads > 1) result.shape.insert(result.shape.begin(), shape.heads);
    result.bytes.resize(shape.heads * shape.n * shape.d * sizeof(float));
    std::memcpy(result.bytes.data(), numbers.data(), result.bytes.size());
    return result;
}

/// Python gets the arrays as files.
void load_into(const PythonPeer& peer, const Case& given)
{
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / fmt::format("bench.{}", getpid());
    std::filesystem::create_directories(folder);
    const auto arrays = arrays_for<float>(given);
    std::string request = "load";
    for (const auto& [name, room] : {std::pair{"q.npy", &arrays->Q}, {"k.npy", &arrays->K}, {"v.npy", &arrays->V}}) {
        common::write_npy(folder / name, saved(*room, given));
        request += " " + (folder / name).string();
    }
    peer.ask(request);
    std::filesystem::remove_all(folder);
}

/// One process for each number of threads, since NumPy's cannot be changed later.
Contestant python_at(const std::string& name, const Case& given)
{
    const bool as_installed = name == "torch as installed";
    static std::map<std::pair<int, bool>, std::shared_ptr<PythonPeer>> processes;
    std::shared_ptr<PythonPeer>& peer = processes[{given.threads, as_installed}];
    if (!peer) peer = std::make_shared<PythonPeer>(PEERS_SCRIPT, given.threads, !as_installed);
    load_into(*peer, given);
    const std::string request = fmt::format("run {} {} ", name == "numpy" ? "numpy" : "torch", given.threads);
    peer->ask(request + "1");  // the first finds nothing in place
    const std::vector<double> once = peer->ask(request + "1");
    if (once.size() != 2) return {};
    return [peer, threads = given.threads, full = request + std::to_string(calls_for(once[0]))] {
        wait_until_all_sleep();
        const std::vector<double> seconds = peer->ask(full);
        if (seconds.size() != 2) return Taken{std::nan("")};  // it has died
        Taken taken{seconds[0]};
        if (threads == 1) taken.busy = seconds[1] / seconds[0];
        return taken;
    };
}

Contestant onednn_at(const Case& given)
{
    if (!has_onednn()) return {};
    const auto arrays = arrays_for<float>(given);
    const auto peer = std::make_shared<OneDnnAttention>(given.heads, given.n, given.d);
    const auto attend = [arrays, peer] {
        peer->run(arrays->Q.data(), arrays->K.data(), arrays->V.data(), arrays->O.data());
    };
    return repeated(attend, given.threads == 1 ? 1 : 0);
}

}  // namespace

Contestant peer_at(const std::string& peer, const Case& given)
{
    return peer == "onednn" ? onednn_at(given) : python_at(peer, given);
}

}  // namespace bench
