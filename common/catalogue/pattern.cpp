#include "common/catalogue/pattern.hpp"

#include <map>
#include <regex>

namespace catalogue
{

namespace
{

/// A pattern made ready, once: it is tried on many lines.
const std::regex& ready(const std::string& pattern)
{
    static std::map<std::string, std::regex> all;
    const auto found = all.find(pattern);
    return found != all.end() ? found->second : all.emplace(pattern, std::regex(pattern)).first->second;
}

}  // namespace

bool fits(const std::string& text, const std::string& pattern) { return std::regex_search(text, ready(pattern)); }

std::vector<std::string> groups_of(const std::string& text, const std::string& pattern)
{
    std::smatch match;
    std::vector<std::string> groups;
    if (!std::regex_search(text, match, ready(pattern))) return groups;
    for (const auto& group : match) groups.push_back(group.str());
    return groups;
}

std::vector<std::string> all_that_fit(const std::string& text, const std::string& pattern)
{
    std::vector<std::string> all;
    for (std::sregex_iterator it(text.begin(), text.end(), ready(pattern)), end; it != end; ++it)
        all.push_back(it->str(it->size() > 1 ? 1 : 0));
    return all;
}

std::string replaced(const std::string& text, const std::string& pattern, const std::string& by)
{
    return std::regex_replace(text, ready(pattern), by);
}

}  // namespace catalogue
