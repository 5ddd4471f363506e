#include "docs/site/sized_pictures.hpp"

#include "common/catalogue/files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>

namespace site
{

namespace
{

constexpr double readable = 9;  // pixels

/// The number after a name, from a place on; where that is written no more, nothing.
double number_after(const std::string& text, const std::string& name, std::size_t& at)
{
    at = text.find(name, at);
    if (at == std::string::npos) return 0;
    at += name.size();
    return std::strtod(text.c_str() + at, nullptr);
}

double smallest_text(const std::string& svg)
{
    double smallest = std::numeric_limits<double>::infinity();
    for (std::size_t at = 0; at != std::string::npos;) {
        const double size = number_after(svg, " font-size=\"", at);
        if (size > 0) smallest = std::min(smallest, size);
    }
    return smallest;
}

}  // namespace

PictureSize size_of_picture(const std::string& svg)
{
    std::size_t at = 0;
    PictureSize size;
    size.width = number_after(svg, " width=\"", at);
    size.height = number_after(svg, " height=\"", at);
    size.least_width = std::min(size.width, std::ceil(readable * size.width / smallest_text(svg)));
    return size;
}

std::string with_sized_pictures(const std::string& page, const std::filesystem::path& project)
{
    const std::string begin = "<img src=\"pictures/";
    std::string result;
    std::size_t done = 0;
    for (std::size_t at = page.find(begin); at != std::string::npos; at = page.find(begin, done)) {
        const std::size_t path = at + begin.size();
        const std::size_t end = page.find('"', path);
        const PictureSize size = size_of_picture(catalogue::read(project / page.substr(path, end - path)));
        result += page.substr(done, end + 1 - done);
        if (size.width > 0)
            result += fmt::format(" width=\"{:.0f}\" height=\"{:.0f}\" style=\"min-width: {}px\"", size.width,
                                  size.height, size.least_width);
        done = end + 1;
    }
    return result + page.substr(done);
}

}  // namespace site
