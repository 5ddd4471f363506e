// No formula of the project is changed by Markdown on its way to GitHub's mathematics.

#include "tests/docs/formulas.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

using namespace tests;
using Complaints = std::vector<std::string>;

namespace
{

/// Every Markdown file of the project, those in hidden folders too.
std::vector<std::filesystem::path> pages()
{
    std::vector<std::filesystem::path> found;
    std::filesystem::recursive_directory_iterator entries(project());
    for (auto entry = begin(entries); entry != end(entries); ++entry) {
        const std::string name = entry->path().filename().string();
        if (name == "build" || name == ".git" || name == "node_modules") entry.disable_recursion_pending();
        if (entry->path().extension() == ".md" && entry->is_regular_file()) found.push_back(entry->path());
    }
    return found;
}

std::size_t complaints(const std::string& page) { return changed_formulas(page).size(); }

}  // namespace

TEST_CASE("every formula arrives at GitHub's mathematics as it is written")
{
    std::size_t count = 0;
    for (const auto& page : pages()) {
        INFO(page);
        const std::string text = read(page);
        count += formulas_of(text).size();
        CHECK(changed_formulas(text) == Complaints{});
    }
    std::printf("%zu formulas\n", count);
    CHECK(count > 1000);
}

TEST_CASE("formulas are found in their three forms, and none in code")
{
    const std::vector<Formula> found =
        formulas_of("So $a_1$,\nand ($`b`$) `$c$`, `` $`c`$ ``.\n\n```math\nd\n= e\n```\n\n```sh\n$f$\n```\n");
    REQUIRE(found.size() == 3);
    CHECK(found[0].tex == "a_1");
    CHECK(found[1].tex == "b");
    CHECK(found[1].line == 2);
    CHECK(found[2].tex == "d\n= e\n");
    CHECK(found[2].line == 4);
}

TEST_CASE("a formula that Markdown changes is seen")
{
    CHECK(complaints("$q \\, k$ is $q \\cdot k$.\n") == 1);        // the backslash goes
    CHECK(complaints("$\\{k_1, k_2\\}$\n") == 1);                  // so do these
    CHECK(complaints("$\\mathrm{head}_i$ of $d_{model}$\n") > 0);  // emphasis
    CHECK(complaints("$a*b*c$\n") == 1);
    CHECK(complaints("$[a](b)$\n") == 1);  // a link
    CHECK(complaints("$a<b>c$\n") == 1);   // HTML
    CHECK(complaints("$$\nA_i \\\\ B\n$$\n") > 0);
    CHECK(complaints("$`q \\, k`$, $`\\{a\\}`$\n\n```math\nA_i \\\\ B \\,\n\\mathrm{b}_i * c*\n```\n") == 0);
}

TEST_CASE("a formula that GitHub does not take for one is seen")
{
    CHECK(complaints("($a$)\n") == 1);
    CHECK(complaints("$a$th\n") == 1);
    CHECK(complaints("an$`a`$\n") == 1);
    CHECK(complaints("$a +\nb$\n") == 1);
    CHECK(complaints("| a | b |\n|---|---|\n| $|a|$ | $b$ |\n") == 1);
    CHECK(complaints("($`a`$), $a$, $b$-th and $c$: **$`d`$**\n\n| $a$ | $`b`$ |\n") == 0);
}
