// Makes one answer out of many: write_versions VERSIONS STUB OUT
//
// VERSIONS is an exercise's mistakes.cpp or crashes.cpp (it need not exist), STUB its untouched stub. OUT becomes a source
// that includes the versions and defines the functions of the stub: each hands over to the version chosen by VERSION. To
// crashes.cpp come versions that every exercise has: one that crashes, one that reads out of bounds, one that
// throws, one that never ends.
#include "tests/exercises/planted/versions.hpp"

#include <cctype>
#include <cstddef>
#include <exception>
#include <filesystem>
#include <fstream>
#include <ios>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace
{

struct Planted {
    std::string name;
    std::string body;
};

const std::vector<Planted> planted_everywhere = {
    {"planted::crash", "volatile int* volatile nowhere = nullptr; *nowhere = 1; throw 0;"},
    {"planted::out_of_bounds", "const std::vector<double> three(3); throw static_cast<int>(three.data()[3]);"},
    {"planted::exception", "throw static_cast<int>(std::vector<double>(3).at(3));"},
    {"planted::endless_loop", "for (;;) std::this_thread::sleep_for(std::chrono::milliseconds(10));"},
};

std::string read(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

bool is_part_of_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// The name that ends before a place in a text.
std::string name_before(const std::string& text, std::size_t end)
{
    std::size_t begin = end;
    while (begin > 0 && is_part_of_name(text[begin - 1])) --begin;
    return text.substr(begin, end - begin);
}

/// How a function with this signature is called with its own parameters: `softmax_at(scores, T)`.
std::string call_of(const std::string& signature)
{
    const std::size_t open = signature.find('(');
    const std::size_t close = signature.rfind(')');
    std::string arguments;
    int depth = 0;
    for (std::size_t at = open + 1; at <= close; ++at) {
        if (signature[at] == '<') ++depth;
        if (signature[at] == '>') --depth;
        const bool ends_parameter = depth == 0 && (signature[at] == ',' || at == close);
        if (ends_parameter && close > open + 1)
            arguments += (arguments.empty() ? "" : ", ") + name_before(signature, at);
    }
    return name_before(signature, open) + "(" + arguments + ")";
}

std::string hand_over(const std::string& signature, const std::vector<std::string>& versions)
{
    std::string function = signature + "\n{\n";
    for (const std::string& version : versions)
        function +=
            "    if (tests::is_chosen(\"" + version + "\")) return " + version + "::" + call_of(signature) + ";\n";
    return function + "    throw tests::no_such_version();\n}\n\n";
}

std::string plant(const Planted& planted, const std::vector<std::string>& signatures)
{
    std::string text = "namespace " + planted.name + "\n{\n";
    for (const std::string& signature : signatures) text += signature + "\n{\n    " + planted.body + "\n}\n";
    return text + "}  // namespace " + planted.name + "\n\n";
}

std::string source_of(const std::filesystem::path& file, const std::string& stub)
{
    const std::vector<std::string> functions = tests::signatures(stub);
    std::vector<std::string> versions;
    for (const tests::Version& version : tests::versions_in(read(file))) versions.push_back(version.name);
    std::string text = "#include \"" +
                       (std::filesystem::exists(file) ? file : file.parent_path() / "task.hpp").string() +
                       "\"\n\n#include \"tests/exercises/planted/chosen.hpp\"\n\n#include <chrono>\n#include <thread>\n"
                       "#include <vector>\n\nnamespace attention\n{\n\n";
    if (file.filename() == "crashes.cpp") {
        for (const Planted& planted : planted_everywhere) {
            text += plant(planted, functions);
            versions.push_back(planted.name);
        }
    }
    for (const std::string& function : functions) text += hand_over(function, versions);
    return text + "}  // namespace attention\n";
}

}  // namespace

int main(int count, char** arguments)
try {
    const std::vector<std::string> given(arguments + 1, arguments + count);
    std::ofstream out(given.at(2), std::ios::binary);
    out << source_of(given.at(0), read(given.at(1)));
    return out.good() ? 0 : 1;
} catch (const std::exception& error) {
    std::cerr << "write_versions: " << error.what() << "\n";
    return 1;
}
