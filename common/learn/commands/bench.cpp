#include "common/learn/commands/commands.hpp"

#include "common/learn/blas_core.hpp"
#include "common/learn/build.hpp"
#include "common/learn/process.hpp"

#include <string>
#include <vector>

namespace learn
{

int bench(const Desk& desk, const std::vector<std::string>& arguments)
{
    configure(desk.places.build);  // what it needs may have been installed only now
    build(desk.places.build, {"bench"});
    choose_blas_core();
    std::vector<std::string> command = {(desk.places.build / "tests" / "benchmarks" / "bench").string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run(command);
}

}  // namespace learn
