// Puts every page that Doxygen wrote into the site's own frame.   finish_pages PROJECT SITE

#include "common/catalogue/files.hpp"
#include "docs/site/finish.hpp"
#include "docs/site/navigation.hpp"
#include "docs/site/sized_pictures.hpp"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>

int main(int argc, char** argv)
{
    if (argc != 3) return std::fputs("usage: finish_pages PROJECT SITE\n", stderr), 2;
    std::string page;
    try {
        const site::Navigation navigation = site::navigation_of(argv[1]);
        for (const std::filesystem::path& file : catalogue::entries_of(argv[2])) {
            if (file.extension() != ".html") continue;
            page = file.filename().string();
            const std::string finished = site::finished(catalogue::read(file), page, navigation);
            catalogue::write(file, site::with_sized_pictures(finished, argv[1]));
        }
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "finish_pages: %s: %s\n", page.c_str(), error.what());
        return 1;
    }
}
