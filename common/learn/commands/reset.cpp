#include "common/learn/commands/commands.hpp"

#include "common/catalogue/files.hpp"

#include <fmt/core.h>

#include <array>
#include <ctime>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

namespace learn
{

namespace
{

/// A name that no file has yet: `.learn/kept/02_softmax.temperature.20260301-143000.cpp`.
std::filesystem::path place_to_keep(const Exercise& exercise, const Places& places)
{
    const std::time_t now = std::time(nullptr);
    std::array<char, 32> moment{};
    std::strftime(moment.data(), moment.size(), "%Y%m%d-%H%M%S", std::localtime(&now));
    const std::string name = exercise.target() + "." + moment.data();
    std::filesystem::path place = places.state / "kept" / (name + ".cpp");
    for (int i = 2; std::filesystem::exists(place); ++i) {
        place = places.state / "kept" / fmt::format("{}-{}.cpp", name, i);
    }
    return place;
}

}  // namespace

int reset(const Desk& desk, const std::string& name)
{
    const Exercise& exercise = find_exercise(desk.exercises, name);
    const std::filesystem::path file = desk.places.project / exercise.answer();
    const std::optional<std::string> stub = catalogue::read_if_there(desk.places.project / exercise.stub());
    const std::optional<std::string> yours = catalogue::read_if_there(file);
    if (!stub) throw std::runtime_error("the stub of " + exercise.id() + " is not there");
    if (yours == stub) {
        fmt::print("{} is back to how it started.\n", exercise.answer().string());
        return fine;
    }
    if (yours) {
        const std::filesystem::path kept = place_to_keep(exercise, desk.places);
        if (!catalogue::save(kept, *yours))
            throw std::runtime_error("nothing was changed: cannot write " + kept.string());
        fmt::print("What you had is kept in {}\n", kept.lexically_proximate(desk.places.project).string());
    }
    catalogue::write(file, *stub);
    fmt::print("{} is back to how it started.\n", exercise.answer().string());
    return fine;
}

}  // namespace learn
