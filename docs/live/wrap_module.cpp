// A module as a script: a page that is opened from a folder may load scripts, but nothing else.
//   wrap_module NAME MODULE.wasm > MODULE.js

#include "common/catalogue/files.hpp"

#include <cstddef>
#include <cstdio>
#include <exception>
#include <string>

namespace
{

/// Base64: three bytes in four characters.
std::string in_characters(const std::string& bytes)
{
    constexpr const char* alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        unsigned group = 0;
        for (std::size_t i = at; i < at + 3; ++i)
            group = group << 8U | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i) text += at + i > bytes.size() ? '=' : alphabet[group >> (18 - 6 * i) & 63U];
    }
    return text;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 3) return std::fputs("usage: wrap_module NAME MODULE\n", stderr), 2;
    try {
        const std::string text = in_characters(catalogue::read(argv[2]));
        std::printf("liveModules[\"%s\"] = \"%s\";\n", argv[1], text.c_str());
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "wrap_module: %s\n", error.what());
        return 1;
    }
}
