#include "common/pictures.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>

namespace common
{

Pictures::Pictures(int argc, const char* const* argv, const std::vector<NumberOption>& numbers,
                   const std::vector<FlagOption>& flags)
{
    CLI::App app{"Prints what this chapter is about."};
    std::string folder;
    app.add_option("--pictures", folder, "also draw the chapter's pictures, as SVG, into this folder");
    for (const NumberOption& option : numbers) {
        app.add_option(option.name, *option.value, option.what + ", " + std::to_string(*option.value) + " unless told")
            ->check(CLI::Range(option.smallest, option.largest));
    }
    for (const FlagOption& option : flags) app.add_flag(option.name, *option.value, option.what);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        std::exit(app.exit(error) == 0 ? 0 : 2);
    }
    folder_ = folder;
}

void Pictures::save(std::string_view name, std::string_view svg) const
{
    if (folder_.empty()) return;
    std::filesystem::create_directories(folder_);
    const std::filesystem::path path = folder_ / name;
    std::ofstream file(path, std::ios::binary);
    file << svg << std::flush;
    if (!file) throw std::runtime_error(fmt::format("cannot write the picture {}", path.string()));
    fmt::print(stderr, "Drew {}\n", path.string());
}

}  // namespace common
