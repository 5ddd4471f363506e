// The main function of every check program: ask the questions until one is answered wrongly, then say the verdict.
#if __has_include(<catch2/catch_session.hpp>)  // Catch2 3
#include <catch2/catch_session.hpp>
#else  // Catch2 2.13
#define CATCH_CONFIG_RUNNER
#define CATCH_CONFIG_NO_POSIX_SIGNALS  // a crash is for AddressSanitizer to explain
#include <catch2/catch.hpp>
#endif

#include "tests/exercises/check/report.hpp"
#include "tests/exercises/check/verdict.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

/// AddressSanitizer asks here for its options: it alone reports crashes, and it does not look for leaks. Where Clang came
/// without llvm-symbolizer, addr2line names the line.
extern "C" const char* __asan_default_options()  // NOLINT(bugprone-reserved-identifier): the name is its own
{
    return "allow_addr2line=1:handle_segv=2:handle_sigbus=2:handle_abort=2:handle_sigill=2:handle_sigfpe=2:"
           "detect_leaks=0:detect_stack_use_after_return=1:detect_odr_violation=0:hard_rss_limit_mb=2048:allocator_may_return_null=0";
}

namespace
{

/// `02_softmax/temperature`, from a program that is called `02_softmax.temperature`.
std::string exercise_of(const char* program)
{
    std::string name = std::filesystem::path(program).filename().string();
    if (const std::size_t dot = name.find('.'); dot != std::string::npos) name[dot] = '/';
    return name;
}

/// Catch2 goes through the questions without a word of its own. Arguments are handed on to it, for those who look into a
/// check that fails by itself.
int run_quietly(int argc, const char* const* argv)
{
    std::vector<const char*> arguments = {argv[0], "--abort", "--out", "/dev/null"};
    if (argc > 1) arguments.assign(argv, argv + argc);
    return Catch::Session().run(static_cast<int>(arguments.size()), arguments.data());
}

}  // namespace

int main(int argc, char** argv)
{
    const bool passed = run_quietly(argc, argv) == 0;
    check::Verdict verdict = check::verdict();
    if (verdict.state == check::State::running) {
        verdict =
            passed ? check::Verdict{.state = check::State::solved}
                   : check::Verdict{.state = check::State::crashed,
                                    .message = "The check itself failed: a mistake in the tutorial, not in your code.",
                                    .call = verdict.call};
        check::report(verdict);
    }
    check::conclude(exercise_of(argv[0]));
    return verdict.state == check::State::solved ? 0 : 1;
}
