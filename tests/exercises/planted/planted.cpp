#include "tests/exercises/planted/planted.hpp"

#include "tests/files.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <stdexcept>

namespace tests
{

namespace
{

std::string text_at(const nlohmann::json& report, const char* key)
{
    return report.contains(key) && report[key].is_string() ? report[key].get<std::string>() : "";
}

std::filesystem::path drawer_of(const std::string& exercise)
{
    std::string path = exercise;
    std::replace(path.begin(), path.end(), '.', '/');
    return project() / "tests/exercises" / path;
}

std::string replaced(const std::string& text, const std::string& part, const std::string& by)
{
    const std::size_t at = text.find(part);
    if (at == std::string::npos) throw std::runtime_error("there is no '" + part + "' in: " + text);
    return text.substr(0, at) + by + text.substr(at + part.size());
}

/// How a source is compiled in this build, from the lines that CMake writes for editors.
std::string command_for(const std::filesystem::path& source)
{
    std::string command;
    for (const std::string& line : lines_of(read(std::filesystem::path(BUILD_FOLDER) / "compile_commands.json"))) {
        if (line.find("\"command\": ") != std::string::npos) command = line.substr(0, line.rfind(','));
        if (line.find("\"file\": \"" + source.string() + "\"") == std::string::npos) continue;
        return nlohmann::json::parse("{" + command + "}")["command"].get<std::string>();
    }
    throw std::runtime_error("nothing compiles " + source.string());
}

}  // namespace

Checked check(const std::string& exercise, const std::filesystem::path& answers, const std::string& version,
              double limit, const std::string& calls)
{
    const TemporaryFolder folder;
    const std::string place = folder.path().string();
    const Ran ran = run(fmt::format("CHECK_REPORT='{0}/report' LD_LIBRARY_PATH='{1}' VERSION='{2}' CHECK_CALLS='{6}' "
                                    "timeout --signal=KILL {3} '{4}/checks/{5}' 2>'{0}/complaint'",
                                    place, answers.string(), version, limit, BUILD_FOLDER, exercise, calls));
    const auto report = nlohmann::json::parse(read_if_there(folder.path() / "report").value_or(""), nullptr, false);
    return {ran.exit_code, text_at(report, "text"), read_if_there(folder.path() / "complaint").value_or(""),
            text_at(report, "state"), text_at(report, "diagnosis")};
}

std::filesystem::path answers(const std::string& kind)
{
    return std::filesystem::path(BUILD_FOLDER) / "answers" / kind;
}

std::vector<Version> versions_of(const std::string& exercise, const std::string& file)
{
    return versions_in(read_if_there(drawer_of(exercise) / file).value_or(""));
}

Checked compile_stub_with(const std::string& exercise, const std::string& body)
{
    const TemporaryFolder folder;
    const std::filesystem::path stub = drawer_of(exercise) / "stub.cpp";
    const std::filesystem::path source = folder.path() / "answer.cpp";
    write(source, replaced(read(stub), "throw common::NotDoneYet();", body));
    const std::string command = replaced(command_for(stub), "-c " + stub.string(), "-c " + source.string());
    const Ran ran = run(fmt::format("cd '{}' && {} -fsyntax-only 2>&1", BUILD_FOLDER, command));
    return {ran.exit_code, "", ran.output, "", ""};
}

}  // namespace tests
