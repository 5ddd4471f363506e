#include "tests/lessons/look_back.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <filesystem>
#include <string>
#include <vector>

using tests::forward_looks;

TEST_CASE("no chapter looks forward, and common/ looks at no chapter")
{
    CHECK(forward_looks(tests::project()) == std::vector<std::string>{});
}

TEST_CASE("every way of looking forward is seen")
{
    const tests::TemporaryFolder folder;
    const std::filesystem::path& root = folder.path();
    tests::write(root / "chapters/02_softmax/softmax.hpp", "#include \"01_similarity/similarity.hpp\"\n");
    tests::write(root / "common/print.hpp", "#include \"common/tensor.hpp\"\n#include <vector>\n");
    CHECK(forward_looks(root).empty());

    SECTION("a later chapter")
    {
        tests::write(root / "chapters/02_softmax/main.cpp", "#include \"03_weighted_sum/weighted_sum.hpp\"\n");
        CHECK(forward_looks(root) ==
              std::vector<std::string>{"chapters/02_softmax/main.cpp includes 03_weighted_sum/weighted_sum.hpp"});
    }
    SECTION("a later chapter by a path that climbs")
    {
        tests::write(root / "chapters/02_softmax/main.cpp", "  # include \"../03_weighted_sum/weighted_sum.hpp\"\n");
        CHECK(forward_looks(root).size() == 1);
    }
    SECTION("a chapter in common/, by brackets")
    {
        tests::write(root / "common/learn/main.cpp", "#include <01_similarity/similarity.hpp>\n");
        CHECK(forward_looks(root) ==
              std::vector<std::string>{"common/learn/main.cpp includes 01_similarity/similarity.hpp"});
    }
    SECTION("a chapter in common/, by its folder")
    {
        tests::write(root / "common/print.cpp", "#include \"chapters/01_similarity/similarity.hpp\"\n");
        CHECK(forward_looks(root).size() == 1);
    }
    SECTION("a solution in a chapter")
    {
        tests::write(root / "chapters/02_softmax/main.cpp", "#include \"solutions/02_softmax/temperature.cpp\"\n");
        CHECK(forward_looks(root).size() == 1);
    }
}
