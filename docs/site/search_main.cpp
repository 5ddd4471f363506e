// Writes what the site's scripts look into, once its pages are there.   write_indexes PROJECT SITE TAG_FILE

#include "common/catalogue/files.hpp"
#include "docs/site/search_index.hpp"

#include <cstdio>
#include <exception>
#include <filesystem>

int main(int argc, char** argv)
{
    if (argc != 4) return std::fputs("usage: write_indexes PROJECT SITE TAG_FILE\n", stderr), 2;
    try {
        const std::filesystem::path out = argv[2];
        const site::Places places = site::places_in(catalogue::read(argv[3]));
        catalogue::write(out / "search_index.js", site::search_script(site::search_entries(argv[1], places)));
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "write_indexes: %s\n", error.what());
        return 1;
    }
}
