/// \file
/// NumPy and PyTorch, in a process of their own that answers with times.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace bench
{

/// tests/benchmarks/peers.py, running.
class PythonPeer
{
public:
    /// Start it.
    /// \param script   peers.py
    /// \param threads  NumPy's number, which cannot be changed later
    /// \param tuned    with the settings that help: the widest instructions, threads that sleep while they wait, large pages;
    ///                 otherwise as it is installed, OpenBLAS included
    PythonPeer(const std::filesystem::path& script, int threads, bool tuned);

    /// Tell it to end.
    ~PythonPeer();
    PythonPeer(const PythonPeer&) = delete;
    PythonPeer& operator=(const PythonPeer&) = delete;

    /// Send a line, and read the numbers that come back; none where there is no Python, no NumPy, or no such peer.
    std::vector<double> ask(const std::string& line) const;

private:
    int to_ = -1;    // its standard input
    int from_ = -1;  // its standard output
    int process_ = -1;
};

}  // namespace bench
