#include "common/tile.hpp"
#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <cstdlib>
#include <string>

namespace
{

/// What OpenBLAS takes this machine for, in a program that is started with some settings.
std::string core_with(const std::string& settings)
{
    const tests::Ran ran = tests::run("env " + settings + " '" BLAS_CORE "'");
    REQUIRE(ran.exit_code == 0);
    return ran.output.substr(0, ran.output.find('\n'));
}

}  // namespace

TEST_CASE("OpenBLAS uses the core that it is told in its environment")
{
#ifdef __x86_64__
    if (core_with("-u OPENBLAS_CORETYPE").empty()) return;  // another BLAS
    for (const std::string core : {"Prescott", "Nehalem"})  // every 64-bit x86 since 2008 can do what these can
        CHECK(core_with("OPENBLAS_CORETYPE=" + core) == core);
#endif
}

TEST_CASE("told when it has been loaded already, OpenBLAS does not listen")
{
    const std::string core = common::blas_core();
    const char* old = std::getenv("OPENBLAS_CORETYPE");
    const std::string before = old == nullptr ? "" : old;
    setenv("OPENBLAS_CORETYPE", core == "Prescott" ? "Nehalem" : "Prescott", 1);
    CHECK(common::blas_core() == core);
    if (old == nullptr)
        unsetenv("OPENBLAS_CORETYPE");
    else
        setenv("OPENBLAS_CORETYPE", before.c_str(), 1);
}
