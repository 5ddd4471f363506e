// ./learn write as it is typed: what it prints, what it leaves behind, and how it ends.

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <algorithm>
#include <filesystem>
#include <string>

namespace
{

/// Run write in a folder; complaints and output together, unless the arguments say otherwise.
tests::Ran write_in(const std::filesystem::path& folder, const std::string& arguments)
{
    return tests::run("cd '" + folder.string() + "' && '" WRITE "' " + arguments + " 2>&1");
}

/// A folder with the weights of a model that has hardly learned anything.
struct Weights {
    Weights()
        : ran(write_in(folder.path(), "--train --steps 2 --weights w.safetensors --tokens 5 --prompt 'The Bank '"))
    {
    }

    tests::Ran write(const std::string& arguments) const
    {
        return write_in(folder.path(), "--weights w.safetensors " + arguments);
    }

    tests::TemporaryFolder folder;
    tests::Ran ran;
};

}  // namespace

TEST_CASE("a text is gone on with, the same way each time")
{
    const Weights weights;
    INFO(weights.ran.output);
    CHECK(weights.ran.exit_code == 0);
    CHECK(
        weights.ran.output.starts_with("write: learning from the lessons first; in a minute or two the weights are in "
                                       "w.safetensors\nthe bank"));

    const tests::Ran once = weights.write("--prompt 'the bank' --tokens 100");
    CHECK(once.exit_code == 0);
    CHECK(once.output.starts_with("the bank"));
    CHECK(once.output.size() > 108);  // 100 tokens, each at least a byte
    CHECK(weights.write("--prompt 'the bank' --tokens 100").output == once.output);
    CHECK(weights.write("--prompt 'THE bank  ' --tokens 100 --seed 1 --top-k 10 --temperature 0.8").output ==
          once.output);
    for (const char* other : {"--seed 2", "--top-k 2", "--temperature 0", "--temperature 5"})
        CHECK(weights.write(std::string("--prompt 'the bank' --tokens 100 ") + other).output != once.output);
    CHECK(weights.write("--tokens 7").exit_code == 0);
    CHECK(weights.write("--tokens 3 --prompt '\xff\xc3 \xe2\x82\xac'").exit_code == 0);
}

TEST_CASE("what cannot be is said in a sentence, with the right exit code")
{
    const Weights weights;
    tests::write(weights.folder.path() / "text", "not a model");
    const auto ends = [&](const std::string& arguments, int exit_code, const std::string& sentence) {
        const tests::Ran ran = write_in(weights.folder.path(), arguments);
        INFO(arguments << "\n" << ran.output);
        CHECK(ran.exit_code == exit_code);
        CHECK(ran.output.find(sentence) != std::string::npos);
        CHECK(std::ranges::count(ran.output, '\n') <= 2);
    };
    ends("--weights none", 3, "write: none: there is no such file; --train learns anew");
    ends("--weights text", 3, "write: text: this is not a safetensors file; --train learns anew");
    ends("--weights ''", 2, "write: --weights needs the name of a file");
    ends("--train --steps 1 --weights no/such/folder/w", 3, "it cannot be written");
    for (const char* number : {"nan", "inf", "-0.1"})
        ends(std::string("--temperature ") + number, 2, "write: --temperature needs a number, 0 or more");
    ends("--temperature warm", 2, "warm");
    ends("--tokens 0", 2, "not in range");
    ends("--tokens -5", 2, "--tokens");
    ends("--seed -5", 2, "--seed");
    ends("--steps 5", 2, "write: --steps is for --train");
    ends("--colour red", 2, "--colour");
    const tests::Ran help = write_in(weights.folder.path(), "--help");
    CHECK(help.exit_code == 0);
    CHECK(help.output.find("--temperature") != std::string::npos);
}
