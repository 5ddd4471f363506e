#include "tests/benchmarks/cases.hpp"

#include "common/print.hpp"

#include <fmt/core.h>

namespace bench
{

double Case::scores() const
{
    const auto rows = static_cast<double>(n);
    const auto columns = static_cast<double>(keys());
    return static_cast<double>(batch * heads) * rows * (causal ? (columns + 1) / 2 : columns);
}

double Case::operations() const { return 4.0 * static_cast<double>(d) * scores(); }

double Case::bytes() const
{
    const double size = type == "float" ? 4.0 : 8.0;
    return 2.0 * static_cast<double>(batch * key_heads() * keys() * d) * size;
}

std::string Case::name() const
{
    std::string text = common::with_commas(n);
    if (keys() != n) text += " x " + common::with_commas(keys());
    if (d != 64) text += fmt::format(", d = {}", d);
    if (causal) text += ", causal";
    if (batch > 1) text += fmt::format(", batch of {}", batch);
    if (heads > 1) text += fmt::format(", {} heads", heads);
    if (key_heads() != heads) text += fmt::format(" on {}", key_heads());
    return text;
}

}  // namespace bench
