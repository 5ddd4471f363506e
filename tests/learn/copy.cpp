#include "tests/learn/copy.hpp"

namespace tests
{

namespace
{

void put_stubs_back(const std::filesystem::path& project)
{
    const std::string ending = "_stub.cpp";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(project / "tests/exercises")) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(ending)) continue;
        const std::string chapter = entry.path().parent_path().filename().string();
        write(project / "exercises" / chapter / (name.substr(0, name.size() - ending.size()) + ".cpp"),
              read(entry.path()));
    }
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
