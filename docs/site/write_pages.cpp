// Writes what Doxygen makes the site of.   write_pages PROJECT OUT

#include "docs/site/pages.hpp"

#include <cstdio>
#include <exception>

int main(int argc, char** argv)
{
    if (argc != 3) return std::fputs("usage: write_pages PROJECT OUT\n", stderr), 2;
    try {
        site::write_pages(argv[1], argv[2]);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "write_pages: %s\n", error.what());
        return 1;
    }
}
