#include "docs/site/search_code.hpp"

#include "common/catalogue/pattern.hpp"
#include "common/catalogue/text.hpp"
#include "docs/site/search_text.hpp"

#include <cstddef>

namespace site
{

namespace
{

/// What an element of the tag file holds, where a line has one: `softmax` in `<name>softmax</name>`.
std::string element(const std::string& line, const std::string& name)
{
    const std::string opens = "<" + name + ">";
    const std::size_t begin = line.find(opens);
    const std::size_t end = line.find("</" + name + ">");
    if (begin == std::string::npos || end == std::string::npos) return "";
    return line.substr(begin + opens.size(), end - begin - opens.size());
}

/// `softmax` of `attention::softmax`.
std::string last_part(const std::string& name) { return name.substr(name.rfind(':') + 1); }  // 0 where there is none

/// The name that a line declares; empty where it declares none.
std::string name_in(const std::string& line)
{
    const std::vector<std::string> type = catalogue::groups_of(line, R"(^ *(?:struct|class) (\w+))");
    if (!type.empty()) return type[1];
    const std::vector<std::string> function = catalogue::groups_of(line, R"((\w+)\()");
    return function.empty() ? "" : function[1];
}

}  // namespace

Places places_in(const std::string& tag_file)
{
    Places places;
    std::string name;
    std::string page;
    for (const std::string& line : catalogue::lines_of(tag_file)) {
        if (const std::string found = element(line, "name"); !found.empty()) name = last_part(found);
        for (const char* kind : {"filename", "anchorfile"}) {
            if (const std::string found = element(line, kind); !found.empty()) page = found;
        }
        if (const std::string anchor = element(line, "anchor"); !anchor.empty())
            places.insert({{name, page}, page + "#" + anchor});  // of several with one name, the first
    }
    return places;
}

std::vector<Declared> declared_in(const std::string& header)
{
    std::vector<Declared> all;
    std::string brief;
    bool is_over = false;  // the first paragraph
    for (const std::string& line : catalogue::lines_of(header)) {
        const std::size_t begin = line.find_first_not_of(' ');
        const std::string rest = begin == std::string::npos ? "" : line.substr(begin);
        if (rest.starts_with("/// ") && !rest.starts_with("/// \\")) {
            if (!is_over) brief += rest.substr(4) + "\n";
        } else if (rest.starts_with("///")) {
            is_over = true;
        } else if (!rest.starts_with("template")) {
            const std::string name = name_in(rest);
            if (!brief.empty() && !name.empty()) all.push_back({name, plain_words(brief)});
            brief.clear();
            is_over = false;
        }
    }
    return all;
}

}  // namespace site
