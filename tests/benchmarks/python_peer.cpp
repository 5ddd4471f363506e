#include "tests/benchmarks/python_peer.hpp"

#include "tests/benchmarks/stopwatch.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <sstream>

namespace bench
{

PythonPeer::PythonPeer(const std::filesystem::path& script, int threads, bool tuned)
{
    std::signal(SIGPIPE, SIG_IGN);
    std::array<int, 2> input{};
    std::array<int, 2> output{};
    if (pipe2(input.data(), O_CLOEXEC) != 0 || pipe2(output.data(), O_CLOEXEC) != 0)
        return;  // other peers must not hold our ends
    const std::string count = std::to_string(threads);
    process_ = fork();
    if (process_ == 0) {
        dup2(input[0], STDIN_FILENO);
        dup2(output[1], STDOUT_FILENO);
        if (tuned) {
#ifdef __x86_64__
            if (__builtin_cpu_supports("avx512f")) setenv("ATEN_CPU_CAPABILITY", "avx512", 1);
#endif
            setenv("OMP_WAIT_POLICY", "passive", 1);
            setenv("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1", 1);
        } else {
            unsetenv("OPENBLAS_CORETYPE");
        }
        setenv("OPENBLAS_NUM_THREADS", count.c_str(), 1);
        setenv("OMP_NUM_THREADS", count.c_str(), 1);
        // Debian's own Python first: what apt installs is not seen by others.
        execl("/usr/bin/python3", "python3", script.c_str(), nullptr);
        execlp("python3", "python3", script.c_str(), nullptr);
        _exit(127);
    }
    also_watch(process_);  // PyTorch's threads, too, go on in circles for a while
    close(input[0]);
    close(output[1]);
    to_ = input[1];
    from_ = output[0];
}

PythonPeer::~PythonPeer()
{
    if (to_ >= 0) close(to_);
    if (from_ >= 0) close(from_);
    if (process_ > 0) waitpid(process_, nullptr, 0);
}

std::vector<double> PythonPeer::ask(const std::string& line) const
{
    const std::string request = line + "\n";
    if (to_ < 0 || write(to_, request.data(), request.size()) != static_cast<ssize_t>(request.size())) return {};
    std::string answer;
    for (char c = 0; read(from_, &c, 1) == 1 && c != '\n';) answer += c;
    std::istringstream words(answer);
    std::vector<double> numbers;
    for (double number = 0.0; words >> number;) numbers.push_back(number);
    return numbers;
}

}  // namespace bench
