#include "common/timing.hpp"

#include "common/median.hpp"
#include "common/require.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>

namespace common
{

double median_seconds(const std::function<void()>& work, int runs)
{
    using clock = std::chrono::steady_clock;
    work();
    std::vector<double> seconds;
    for (int run = 0; run < std::max(runs, 1); ++run) {
        const clock::time_point start = clock::now();
        work();
        seconds.push_back(std::chrono::duration<double>(clock::now() - start).count());
    }
    return median(seconds);
}

PowerLaw fit_power_law(const std::vector<double>& x, const std::vector<double>& y)
{
    require(x.size() == y.size() && x.size() >= 3,
            "fit_power_law: {} x and {} y were given; it needs as many, at least 3", x.size(), y.size());
    const auto count = static_cast<double>(x.size());
    double mean_x = 0;
    double mean_y = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        mean_x += std::log(x[i]) / count;
        mean_y += std::log(y[i]) / count;
    }
    double xx = 0;
    double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += std::pow(std::log(x[i]) - mean_x, 2);
        xy += (std::log(x[i]) - mean_x) * (std::log(y[i]) - mean_y);
    }
    const double exponent = xy / xx;
    double residual = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        residual += std::pow(std::log(y[i]) - mean_y - exponent * (std::log(x[i]) - mean_x), 2);
    }
    return {exponent, std::exp(mean_y - exponent * mean_x), std::sqrt(residual / (count - 2) / xx)};
}

double peak_mebibytes()
{
    rusage used{};
    if (getrusage(RUSAGE_SELF, &used) != 0) return 0.0;
#ifdef __APPLE__
    constexpr double unit = 1.0 / (1 << 20);  // bytes there
#else
    constexpr double unit = 1.0 / (1 << 10);  // kibibytes
#endif
    return static_cast<double>(used.ru_maxrss) * unit;
}

void show_progress(const std::string& text)
{
    if (isatty(STDERR_FILENO) != 1) return;
    fmt::print(stderr, "\r\033[K{}", text);
    std::fflush(stderr);
}

}  // namespace common
