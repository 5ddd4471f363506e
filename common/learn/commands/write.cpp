#include "common/learn/commands/commands.hpp"

#include "common/learn/blas_core.hpp"
#include "common/learn/build.hpp"
#include "common/learn/process.hpp"

#include <string>
#include <vector>

namespace learn
{

int write_on(const Desk& desk, const std::vector<std::string>& arguments)
{
    build(desk.places.build, {"write"});
    choose_blas_core();
    std::vector<std::string> command = {(desk.places.build / "chapters" / "write").string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run(command);
}

}  // namespace learn
