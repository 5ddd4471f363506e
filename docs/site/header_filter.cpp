/// \file
/// What Doxygen reads a header through: puts its functions into the group of their chapter.

#include "common/catalogue/files.hpp"
#include "docs/site/code.hpp"

#include <cstdio>
#include <exception>
#include <filesystem>

int main(int argc, char** argv)
{
    if (argc != 2) return std::fputs("usage: header_filter HEADER\n", stderr), 2;
    try {
        const std::filesystem::path header = argv[1];
        std::fputs(site::grouped(catalogue::read(header), site::group_label(header)).c_str(), stdout);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "header_filter: %s\n", error.what());
        return 1;
    }
}
