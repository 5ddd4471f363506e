#include "tests/exercises/check/report.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <string_view>
#include <utility>

namespace check
{

namespace
{

Verdict current;

}  // namespace

const Verdict& verdict() { return current; }

void report(Verdict verdict)
{
    current = std::move(verdict);
    if (const char* file = std::getenv("CHECK_REPORT")) std::ofstream(file) << json_of(current);
}

void print_verdict(const std::string& exercise)
{
    const char* colour = std::getenv("CHECK_COLOUR");
    fmt::print("{}", text_of(current, exercise, colour != nullptr && colour == std::string_view("1")));
}

}  // namespace check
