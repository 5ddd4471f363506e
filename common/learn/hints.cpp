#include "common/learn/hints.hpp"

#include <fstream>

namespace learn
{

std::vector<Hint> read_hints(const Exercise& exercise, const Places& places)
{
    std::vector<Hint> hints;
    std::ifstream file(places.project / "exercises" / exercise.chapter / "hints" / (exercise.name + ".md"));
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("## ")) {
            hints.push_back({line.substr(3), ""});
        } else if (!hints.empty() && !(line.empty() && hints.back().text.empty())) {
            hints.back().text += line + "\n";
        }
    }
    for (Hint& hint : hints) hint.text.erase(hint.text.find_last_not_of('\n') + 1);
    return hints;
}

}  // namespace learn
