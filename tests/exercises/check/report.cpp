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

void conclude(const std::string& exercise)
{
    const char* colour = std::getenv("CHECK_COLOUR");
    const std::string text = text_of(current, exercise, colour != nullptr && colour == std::string_view("1"));
    if (const char* file = std::getenv("CHECK_REPORT")) {
        std::ofstream(file) << json_of(current, text);
    } else {
        fmt::print("{}", text);
    }
}

}  // namespace check
