#include "tests/learn/copy.hpp"

namespace tests
{

namespace
{

void put_stubs_back(const std::filesystem::path& project)
{
    for (const auto& entry : std::filesystem::recursive_directory_iterator(project / "tests/exercises")) {
        if (entry.path().filename() != "stub.cpp") continue;
        const std::filesystem::path drawer = entry.path().parent_path();
        const std::filesystem::path chapter = drawer.parent_path().filename();
        write(project / "exercises" / chapter / (drawer.filename().string() + ".cpp"), read(entry.path()));
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
