#include "docs/site/navigation.hpp"

#include "docs/site/markdown.hpp"

#include <fmt/format.h>

namespace site
{

namespace
{

std::string tab(const Entry& entry, const std::string& indent)
{
    const char* kind = entry.below.empty() ? "user" : "usergroup";
    std::string text = fmt::format(R"({}<tab type="{}" visible="yes" url="@ref {}" title="{}")", indent, kind,
                                   entry.label, html(entry.title));
    if (entry.below.empty()) return text + "/>\n";
    text += ">\n";
    for (const Entry& child : entry.below) text += tab(child, indent + "  ");
    return text + indent + "</tab>\n";
}

}  // namespace

std::string navigation(const std::vector<Entry>& entries)
{
    std::string text = "<navindex>\n  <tab type=\"mainpage\" visible=\"yes\" title=\"Start\"/>\n";
    for (const Entry& entry : entries) text += tab(entry, "  ");
    return text + "</navindex>";
}

}  // namespace site
