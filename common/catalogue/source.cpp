#include "common/catalogue/source.hpp"

#include "common/catalogue/text.hpp"

namespace catalogue
{

Source parts_of(std::string_view source)
{
    Source parts;
    bool in_task = true;
    for (const std::string& line : lines_of(source)) {
        in_task = in_task && line.starts_with("///");
        if (in_task) {
            parts.task += (line.size() > 4 ? line.substr(4) : "") + "\n";
        } else {
            parts.code += line + "\n";
        }
    }
    return parts;
}

}  // namespace catalogue
