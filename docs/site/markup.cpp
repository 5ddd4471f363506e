#include "docs/site/markup.hpp"

#include <cstddef>

namespace site
{

std::string with(const std::string& text, const std::string& part, const std::string& by)
{
    std::string result;
    std::size_t done = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, done)) {
        result += text.substr(done, at - done) + by;
        done = at + part.size();
    }
    return result + text.substr(done);
}

std::string without_tags(const std::string& html)
{
    std::string words;
    bool in_tag = false;
    for (const char c : html) {
        if (c == '<') in_tag = true;
        if (!in_tag) words += c;
        if (c == '>') in_tag = false;
    }
    const std::size_t first = words.find_first_not_of(" \n");
    return first == std::string::npos ? "" : words.substr(first, words.find_last_not_of(" \n") - first + 1);
}

}  // namespace site
