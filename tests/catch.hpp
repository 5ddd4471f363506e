/// \file
/// Catch2 of either generation: 2.13, which Debian 12 has, or 3.
#pragma once

#include <string>

#if __has_include(<catch2/catch_all.hpp>)  // Catch2 3
#include <catch2/catch_message.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/catch_tostring.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#else  // Catch2 2.13
#include <catch2/catch.hpp>
namespace Catch::Matchers
{
inline auto ContainsSubstring(const std::string& part) { return Contains(part); }  // its name in Catch2 3
}  // namespace Catch::Matchers
#endif

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::Message;
using Catch::Matchers::WithinAbs;
