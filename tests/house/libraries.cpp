#include "tests/house/includes.hpp"

#include <array>
#include <sstream>
#include <string>
#include <string_view>

namespace tests
{

namespace
{

/// A header, and names that it declares.
struct Library {
    std::string_view header;
    std::string_view prefix;
    std::string_view names;
};

// A name that stands in two rows can be had from either.
constexpr std::array libraries = {
    Library{
        "<algorithm>", "std::",
        "all_of any_of none_of binary_search clamp copy copy_if copy_n count count_if equal fill fill_n find find_if "
        "is_sorted lower_bound max max_element min min_element minmax_element mismatch nth_element partial_sort "
        "remove remove_if replace reverse rotate search shuffle sort stable_partition stable_sort transform unique "
        "upper_bound"},
    Library{"<algorithm>", "std::ranges::",
            "all_of any_of none_of copy copy_if count count_if equal fill find find_if is_sorted max max_element min "
            "min_element next_permutation replace reverse sort stable_sort transform"},
    Library{"<array>", "std::", "array to_array"},
    Library{"<atomic>", "std::", "atomic"},
    Library{"<bit>", "std::", "bit_cast countr_zero endian has_single_bit popcount"},
    Library{"<cassert>", "", "assert"},
    Library{"<cctype>", "std::", "isalnum isalpha iscntrl isdigit islower isprint isspace isupper tolower toupper"},
    Library{"<cerrno>", "", "errno"},
    Library{"<charconv>", "std::", "from_chars to_chars"},
    Library{"<chrono>", "std::", "chrono chrono_literals"},
    Library{
        "<cmath>", "std::",
        "abs acos atan2 ceil cos exp exp2 floor fmax fmin fmod hypot isfinite isinf isnan ldexp log log10 log1p log2 "
        "lround nan nextafter pow remainder round sin sqrt tanh trunc"},
    Library{"<complex>", "std::", "abs complex cos exp log polar pow sin sqrt tanh"},
    Library{"<concepts>", "std::", "convertible_to floating_point integral invocable same_as"},
    Library{"<csignal>", "std::", "raise sig_atomic_t signal"},
    Library{"<csignal>", "", "SIGABRT SIGFPE SIGILL SIGINT SIGKILL SIGPIPE SIGSEGV SIGTERM SIGTTOU SIGWINCH"},
    Library{"<cstddef>", "std::", "byte max_align_t nullptr_t ptrdiff_t size_t"},
    Library{"<cstdint>", "std::", "int16_t int32_t int64_t int8_t uint16_t uint32_t uint64_t uint8_t uintptr_t"},
    Library{
        "<cstdio>", "std::",
        "FILE fclose fflush fopen fprintf fputs fread fscanf fwrite perror printf putchar puts remove rename setvbuf"},
    Library{"<cstdio>", "", "fileno pclose popen stderr stdout"},
    Library{
        "<cstdlib>", "std::",
        "_Exit abort abs aligned_alloc atoi exit free getenv malloc quick_exit realloc strtod strtol strtoul strtoull "
        "system"},
    Library{"<cstdlib>", "", "EXIT_FAILURE EXIT_SUCCESS mkdtemp mkstemp realpath setenv unsetenv"},
    Library{"<cstring>", "std::", "memcmp memcpy memset strchr strcmp strerror strlen strncmp strstr"},
    Library{"<ctime>", "std::", "clock clock_t localtime strftime time time_t tm"},
    Library{"<ctime>", "", "clock_gettime timespec"},
    Library{"<exception>", "std::", "current_exception exception exception_ptr rethrow_exception terminate"},
    Library{"<filesystem>", "std::", "filesystem"},
    Library{"<fstream>", "std::", "flush ifstream ios ofstream streamoff streamsize ws"},
    Library{"<functional>", "std::", "bind_front function greater hash invoke less not_fn plus ref"},
    Library{"<functional>", "std::ranges::", "greater less"},
    Library{"<future>", "std::", "async future"},
    Library{"<iomanip>", "std::", "setprecision setw"},
    Library{"<ios>", "std::", "ios streamoff streamsize"},
    Library{"<iostream>", "std::", "cerr cin cout flush"},
    Library{"<istream>", "std::", "istream ws"},
    Library{"<iterator>", "std::", "advance back_inserter distance istreambuf_iterator next prev"},
    Library{"<limits>", "std::", "numeric_limits"},
    Library{"<map>", "std::", "map multimap"},
    Library{"<memory>", "std::", "allocator make_shared make_unique shared_ptr unique_ptr"},
    Library{"<mutex>", "std::", "lock_guard mutex scoped_lock"},
    Library{"<new>", "std::", "align_val_t bad_alloc"},
    Library{"<numbers>", "std::", "numbers"},
    Library{"<numeric>", "std::", "accumulate gcd inner_product iota partial_sum reduce"},
    Library{"<optional>", "std::", "make_optional nullopt optional"},
    Library{"<ostream>", "std::", "flush ostream"},
    Library{"<random>", "std::", "mt19937 mt19937_64 normal_distribution uniform_real_distribution"},
    Library{"<regex>", "std::", "regex regex_replace regex_search smatch sregex_iterator"},
    Library{"<set>", "std::", "set"},
    Library{"<span>", "std::", "span"},
    Library{"<sstream>", "std::", "istringstream ostringstream stringstream ws"},
    Library{"<stdexcept>",
            "std::", "domain_error invalid_argument length_error logic_error out_of_range runtime_error"},
    Library{"<string>", "std::", "getline stod stoi stol stoul stoull string to_string"},
    Library{"<string_view>", "std::", "string_view"},
    Library{"<system_error>", "std::", "errc error_code generic_category system_error"},
    Library{"<thread>", "std::", "jthread this_thread thread"},
    Library{"<tuple>", "std::", "apply get make_tuple tie tuple tuple_size_v"},
    Library{
        "<type_traits>", "std::",
        "conditional_t decay_t enable_if_t is_arithmetic_v is_base_of_v is_const_v is_object_v is_same_v remove_const_t "
        "remove_cv_t remove_cvref_t remove_pointer_t"},
    Library{"<typeinfo>", "", "typeid"},
    Library{"<typeinfo>", "std::", "type_info"},
    Library{"<unordered_map>", "std::", "unordered_map"},
    Library{"<utility>", "std::",
            "index_sequence make_index_sequence as_const declval exchange forward get make_pair move pair swap"},
    Library{"<variant>", "std::", "get variant visit"},
    Library{"<vector>", "std::", "vector"},
    Library{"<fmt/core.h>", "fmt::", "arg format format_string make_format_args print runtime vformat"},
    Library{"<fmt/format.h>", "fmt::", "arg format format_string join make_format_args print runtime vformat"},
    Library{"<nlohmann/json.hpp>", "", "nlohmann"},
    Library{"<CLI/CLI.hpp>", "", "CLI"},
};

}  // namespace

Providers names_of_libraries()
{
    Providers providers;
    for (const Library& library : libraries) {
        std::istringstream names{std::string(library.names)};
        for (std::string name; names >> name;)
            providers[std::string(library.prefix) + name].insert(std::string(library.header));
    }
    return providers;
}

}  // namespace tests
