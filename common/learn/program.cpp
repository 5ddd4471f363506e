#include "common/learn/program.hpp"

#include "common/catalogue/chapter.hpp"
#include "common/catalogue/exercise.hpp"
#include "common/learn/commands/table.hpp"
#include "common/learn/meant.hpp"
#include "common/learn/process.hpp"

#include <fmt/core.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <stdexcept>

namespace learn
{

namespace
{

/// Where progress is kept: in the project, unless LEARN_STATE names another folder.
Places all_places()
{
    const std::filesystem::path project = PROJECT_FOLDER;
    const std::filesystem::path build = BUILD_FOLDER;
    const char* elsewhere = std::getenv("LEARN_STATE");
    return {project, build, build.parent_path() / "check", elsewhere != nullptr ? elsewhere : project / ".learn"};
}

Desk set_the_desk()
{
    const Places places = all_places();
    return {places, catalogue::chapters_of(places.project), catalogue::exercises_of(places.project),
            Progress(places.state / "progress.txt")};
}

int complain(int exit_code, const char* message)
{
    std::fputs(fmt::format("learn: {}\n", message).c_str(),
               stderr);  // where nobody can hear it, that is no reason to stop
    return exit_code;
}

}  // namespace

int run_program(int argc, const char* const* argv, int (*perform)(Desk&, const Given&))
{
    try {
        const Given given = read_command_line(all_commands(), argc, argv);
        take_interrupts();
        Desk desk = set_the_desk();
        const int exit_code = perform(desk, given);
        if (std::fflush(stdout) != 0 && errno == ENOSPC)
            throw std::runtime_error("its output cannot be written: the disk is full");
        return exit_code;
    } catch (const HelpWanted& help) {
        fmt::print("{}", help.what());
        return fine;
    } catch (const Interrupted&) {
        return interrupted;
    } catch (const WrongUsage& error) {
        return complain(wrong_usage, error.what());
    } catch (const NoSuchName& error) {
        return complain(wrong_usage, error.what());
    } catch (const std::exception& error) {
        return complain(something_broken, error.what());
    }
}

}  // namespace learn
