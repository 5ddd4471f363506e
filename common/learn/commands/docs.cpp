#include "common/learn/commands/commands.hpp"

#include "common/learn/build.hpp"
#include "common/learn/process.hpp"

#include <fmt/core.h>

#include <cstdio>
#include <exception>
#include <filesystem>

namespace learn
{

namespace
{

/// Whether a program that opens pages was there, and did. What it says about it goes to a log.
bool opened(const std::filesystem::path& page, const std::filesystem::path& log)
{
    const auto opens = [&](const char* opener) {
        try {
            return run({opener, page.string()}, log) == 0;
        } catch (const std::exception&) {
            return false;  // that one is not here; the other may be
        }
    };
    return opens("xdg-open") || opens("open");
}

}  // namespace

int docs(const Desk& desk, bool open, bool live)
{
    const std::filesystem::path build_folder = desk.places.project / "build" / "docs";
    // Set up every time, since that takes a second and another Doxygen or theme may have come. A newer Doxygen may warn of
    // something new; that is for the tests to mind, not for a reader.
    set_up(build_folder, desk.places.project, "docs",
           {"-DCMAKE_COMPILE_WARNING_AS_ERROR=OFF", live ? "-DLIVE=ON" : "-DLIVE=OFF"});
    build(build_folder, {"docs"}, live ? "the site (with live pages, a minute or two at first)" : "the site");
    const std::filesystem::path page = build_folder / "site" / "index.html";
    fmt::print("The site: {}\n", page.string());
    if (!open || opened(page, build_folder / "open.log")) return fine;
    fmt::print(stderr, "learn: nothing here opens pages; open that file in a browser.\n");
    return something_broken;
}

}  // namespace learn
