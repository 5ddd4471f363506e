#include "tests/learn/copy.hpp"

#include "common/catalogue/exercise.hpp"

namespace tests
{

namespace
{

void put_stubs_back(const std::filesystem::path& project)
{
    for (const catalogue::Exercise& exercise : catalogue::exercises_of(project))
        write(project / exercise.answer(), read(project / exercise.stub()));
}

}  // namespace

Copy::Copy()
{
    for (const auto& entry : std::filesystem::directory_iterator(project())) {
        const std::string name = entry.path().filename().string();
        if (name == "build" || name == ".git" || name == ".learn") continue;
        std::filesystem::copy(entry.path(), path() / name, std::filesystem::copy_options::recursive);
    }
    put_stubs_back(path());
}

Ran Copy::learn(const std::string& arguments) const
{
    return run("cd '" + path().string() + "' && ./learn " + arguments);
}

std::filesystem::path Copy::answer(const std::string& exercise) const
{
    return path() / "exercises" / (exercise + ".cpp");
}

}  // namespace tests
