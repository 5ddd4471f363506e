#include "common/learn/commands/commands.hpp"

#include "common/learn/blas_core.hpp"
#include "common/learn/build.hpp"
#include "common/learn/process.hpp"

#include <string>
#include <vector>

namespace learn
{

int attend(const Desk& desk, const std::vector<std::string>& arguments)
{
    build(desk.places.build, {"attend"});
    choose_blas_core();
    std::vector<std::string> command = {(desk.places.build / "chapters" / "attend").string()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run(command);
}

}  // namespace learn
