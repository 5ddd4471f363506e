#include "common/catalogue/hints.hpp"

#include "common/catalogue/files.hpp"
#include "common/catalogue/text.hpp"

namespace catalogue
{

std::vector<Hint> hints_of(const std::filesystem::path& project, const Exercise& exercise)
{
    std::vector<Hint> hints;
    for (const std::string& line : lines_of(read_if_there(project / exercise.hints()).value_or(""))) {
        if (line.starts_with("## ")) {
            hints.push_back({line.substr(3), ""});
        } else if (!hints.empty() && !(line.empty() && hints.back().text.empty())) {
            hints.back().text += line + "\n";
        }
    }
    for (Hint& hint : hints) hint.text.erase(hint.text.find_last_not_of('\n') + 1);
    return hints;
}

}  // namespace catalogue
