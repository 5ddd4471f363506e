#include "tests/exercises/check/calls.hpp"

#include "tests/exercises/check/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <ios>
#include <iterator>
#include <optional>
#include <set>
#include <stdexcept>
#include <string_view>

#include <cxxabi.h>
#include <elf.h>
#include <link.h>

namespace check
{

namespace
{

std::string demangled(const char* symbol)
{
    int status = 0;
    char* text = abi::__cxa_demangle(symbol, nullptr, nullptr, &status);
    std::string name = status == 0 ? text : "";
    std::free(text);
    return name;
}

/// `softmax` for `attention::softmax(...)`, `attention::in_xtensor::softmax(...)` and `double attention::softmax<double>(...)`;
/// `common::product` for a function of that namespace; nothing for anything else.
std::optional<std::string> name_of_function(const std::string& demangled_name)
{
    std::string name = demangled_name.substr(0, demangled_name.find('('));
    const std::size_t room = std::min(name.rfind("attention::"), name.rfind("common::"));
    if (room == std::string::npos) return {};
    name = name.substr(0, name.find('<', room));
    name.erase(0, name.rfind(' ') + 1);  // what it returns
    constexpr std::string_view at_home = "attention::";
    if (name.starts_with(at_home)) name.erase(0, at_home.size());
    constexpr std::string_view beside_the_loops = "in_xtensor::";  // the same function, written the other way
    if (name.starts_with(beside_the_loops)) name.erase(0, beside_the_loops.size());
    const bool is_plain = std::count(name.begin(), name.end(), ':') == (name.starts_with("common::") ? 2 : 0);
    return name.empty() || !is_plain ? std::nullopt : std::optional(name);
}

/// A piece of a file, taken for what the format says it is.
template <typename Piece>
Piece piece_at(const std::string& bytes, std::size_t place)
{
    if (place > bytes.size() || bytes.size() - place < sizeof(Piece))
        throw std::runtime_error("the library is truncated");
    Piece piece;
    std::memcpy(&piece, bytes.data() + place, sizeof(Piece));
    return piece;
}

/// What is compiled into an answer from a header is weak there. What the answer defines itself is not.
bool is_somebody_elses(const ElfW(Sym) & symbol)
{
    const unsigned type = ELF64_ST_TYPE(symbol.st_info);
    const bool is_function = type == STT_FUNC || type == STT_NOTYPE;
    return is_function && (symbol.st_shndx == SHN_UNDEF || ELF64_ST_BIND(symbol.st_info) == STB_WEAK);
}

/// The library that was loaded as the answer; empty where there is none.
std::filesystem::path answer_library()
{
    std::filesystem::path found;
    dl_iterate_phdr(
        [](dl_phdr_info* library, std::size_t, void* place) {
            const std::filesystem::path path = library->dlpi_name;
            if (path.parent_path().parent_path().filename() == "answers")
                *static_cast<std::filesystem::path*>(place) = path;
            return 0;
        },
        &found);
    return found;
}

}  // namespace

std::vector<std::string> functions_called_in(const std::filesystem::path& library)
{
    std::ifstream stream(library, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    const auto header = piece_at<ElfW(Ehdr)>(bytes, 0);
    if (std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0) throw std::runtime_error("the library is not an ELF file");
    std::set<std::string> names;
    for (std::size_t s = 0; s < header.e_shnum; ++s) {
        const auto section = piece_at<ElfW(Shdr)>(bytes, header.e_shoff + s * header.e_shentsize);
        if (section.sh_type != SHT_DYNSYM) continue;
        const auto strings =
            piece_at<ElfW(Shdr)>(bytes, header.e_shoff + std::size_t{section.sh_link} * header.e_shentsize);
        for (std::size_t at = 0; at < section.sh_size; at += sizeof(ElfW(Sym))) {
            const auto symbol = piece_at<ElfW(Sym)>(bytes, section.sh_offset + at);
            if (!is_somebody_elses(symbol)) continue;
            const std::string mangled =
                bytes.c_str() + std::min<std::size_t>(strings.sh_offset + symbol.st_name, bytes.size());
            if (const auto name = name_of_function(demangled(mangled.c_str()))) names.insert(*name);
        }
    }
    return {names.begin(), names.end()};
}

void must_not_call(const std::vector<std::string>& functions)
{
    const char* calls = std::getenv("CHECK_CALLS");
    if (calls != nullptr && calls == std::string_view("any")) return;
    const std::filesystem::path library = answer_library();
    if (library.empty()) return;
    const std::vector<std::string> called = functions_called_in(library);
    for (const std::string& function : functions) {
        if (std::find(called.begin(), called.end(), function) == called.end()) continue;
        report({.state = State::wrong,
                .diagnosis = "called_instead",
                .message = fmt::format(
                    "This calls {}, directly or through another function. That function is what you are asked "
                    "to write here: replace the call with your own steps.",
                    function)});
        throw std::runtime_error("the answer calls the function it should be");
    }
}

}  // namespace check
