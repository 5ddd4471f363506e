#include "tests/exercises/check/trial.hpp"

#include <fmt/format.h>

namespace check
{

Property turns_down_nothing_right(std::vector<std::string> right)
{
    return {"turned_down_a_right_one", [right = std::move(right)](const Value& verdicts) {
                for (std::size_t r = 0; r < right.size(); ++r) {
                    if (verdicts.text[r] == 'n')
                        return fmt::format("Your test rejects one that is right: it {}.", right[r]);
                }
                return std::string();
            }};
}

Property catches_every_impostor(std::size_t right, std::vector<std::string> impostors)
{
    return {"impostors_missed", [right, impostors = std::move(impostors)](const Value& verdicts) {
                std::size_t caught = 0;
                std::string missed;
                for (std::size_t i = 0; i < impostors.size(); ++i) {
                    if (verdicts.text[right + i] == 'n') {
                        ++caught;
                    } else if (missed.empty()) {
                        missed = impostors[i];
                    }
                }
                if (missed.empty()) return std::string();
                return fmt::format("Your test caught {} of {} impostors. It still believes one that {}.", caught,
                                   impostors.size(), missed);
            }};
}

}  // namespace check
