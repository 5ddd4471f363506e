// docs/sources.md promises to list every source that a lesson, its code or its exercises name.

#include "tests/lessons/pages.hpp"

#include "common/catalogue/chapter.hpp"
#include "common/catalogue/pattern.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

using namespace tests;
using Complaints = std::vector<std::string>;

namespace
{

/// A row of docs/sources.md.
struct Source {
    std::string name;  ///< as lessons say it: Vaswani et al. 2017
    std::string row;   ///< all of it

    std::string author() const { return name.substr(0, name.find(' ')); }
    std::string address() const { return catalogue::all_that_fit(row, R"(\]\((https?://[^ |]+)\))").at(0); }
    bool is_of(const catalogue::Chapter& chapter) const { return contains(row, "/" + chapter.name + "/README.md)"); }
};

std::vector<Source> sources()
{
    std::vector<Source> found;
    std::istringstream page(read(project() / "docs" / "sources.md"));
    for (std::string line; std::getline(page, line);) {
        if (line.starts_with("| ") && contains(line, "]("))
            found.push_back({line.substr(2, line.find(" | ") - 2), line});
    }
    return found;
}

/// A text in one line, without the marks of comments and with links as the words that one reads.
std::string flat(const std::string& text)
{
    const std::string plain = catalogue::replaced(text, R"(\[([^\]\n]*)\]\([^)\n]*\))", "$1");
    return catalogue::replaced(plain, R"([ \t]*\n[ \t/]*)", " ");
}

/// A paper, as it is named in a text.
struct Citation {
    std::string author;  ///< the first
    std::string year;    ///< of four digits
};

/// The papers that a text names: Press et al. 2021, Rabe and Staats (2021), Levy, Goldberg, Dagan 2015, Shannon 1948.
std::vector<Citation> citations_of(const std::string& text)
{
    const std::string named =
        R"((?:[A-Z][A-Za-z]+)(?: et al\.|(?:, [A-Z][A-Za-z]+)*,? and [A-Z][A-Za-z]+|(?:, [A-Z][A-Za-z]+)*),? \(?(?:(?:19|20)[0-9]{2}))";
    std::vector<Citation> found;
    for (const std::string& words :
         catalogue::all_that_fit(flat(text), R"(\b()" + named + R"()\b(?![.,][0-9]|[:-]))")) {
        const std::vector<std::string> parts = catalogue::groups_of(words, R"(^(\w+).*(\d{4})$)");
        found.push_back({parts.at(1), parts.at(2)});
    }
    return found;
}

/// What a reader may find papers named in: the lesson, the code and the exercises of a chapter.
std::vector<std::filesystem::path> texts_of(const catalogue::Chapter& chapter)
{
    std::vector<std::filesystem::path> found;
    for (const auto& folder : {chapter.folder, project() / "exercises" / chapter.name}) {
        if (!std::filesystem::exists(folder)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            const std::string kind = entry.path().extension();
            if (kind == ".md" || kind == ".hpp" || kind == ".cpp") found.push_back(entry.path());
        }
    }
    return found;
}

bool names(const std::string& lesson, const Source& source)
{
    if (contains(flat(lesson), source.name)) return true;
    return std::ranges::any_of(citations_of(lesson), [&](const Citation& named) {
        return named.author == source.author() && source.name.ends_with(named.year);
    });
}

/// Whether a text leads to a source: to its own address, or by its name to the list.
bool links(const std::string& lesson, const Source& source)
{
    return contains(lesson, "](" + source.address() + ")") ||
           catalogue::fits(lesson, "\\[[^\\]]*" + source.author() + R"([^\]]*\]\(\.\./\.\./docs/sources\.md\))");
}

}  // namespace

TEST_CASE("every paper that a chapter names stands in docs/sources.md, with the chapter")
{
    const std::vector<Source> all = sources();
    REQUIRE(all.size() > 30);
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project())) {
        for (const auto& file : texts_of(chapter)) {
            for (const Citation& named : citations_of(read(file))) {
                bool listed = false;
                for (const Source& source : all) {
                    listed = listed || (source.name.starts_with(named.author) && source.name.ends_with(named.year) &&
                                        source.is_of(chapter));
                }
                INFO(file << " names " << named.author << " " << named.year);
                CHECK(listed);
            }
        }
    }
}

TEST_CASE("every paper that a lesson links stands in docs/sources.md, with the chapter")
{
    const std::string link = R"((https://(?:arxiv\.org|aclanthology\.org|transformer-circuits\.pub)/[^)\s]+))";
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project())) {
        for (const std::string& address : catalogue::all_that_fit(read(chapter.folder / "README.md"), link)) {
            bool listed = false;
            for (const Source& source : sources())
                listed = listed || (contains(source.row, address + ")") && source.is_of(chapter));
            INFO(chapter.name << ": " << address);
            CHECK(listed);
        }
    }
}

TEST_CASE("every lesson ends with the names of its sources")
{
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project())) {
        std::string names;
        for (const Source& source : sources()) {
            if (source.is_of(chapter)) names += (names.empty() ? "" : "; ") + source.name;
        }
        INFO(chapter.name << ", by docs/sources.md: Sources: " << names);
        const std::string page = flat(read(chapter.folder / "README.md"));
        if (names.empty())
            CHECK(!contains(page, " Sources: "));
        else
            CHECK(contains(page, " Sources: " + names + ". In full. "));
    }
}

TEST_CASE("a lesson calls its sources by their names")
{
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project())) {
        INFO(chapter.name);
        const std::string page = flat(prose_of(read(chapter.folder / "README.md")));
        for (const char* nameless : {"he textbook", "he thread ", "he thread's", "oth papers", "A textbook "}) {
            INFO(nameless);
            CHECK(!contains(page, nameless));
        }
    }
}

TEST_CASE("a lesson links the sources that it names")
{
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project())) {
        const std::string page = prose_of(read(chapter.folder / "README.md"));
        const std::string lesson = page.substr(0, page.rfind("Sources: "));  // that list has a link of its own
        for (const Source& source : sources()) {
            INFO(chapter.name << " names " << source.name << ", and should link it: " << source.address());
            CHECK((!names(lesson, source) || links(lesson, source)));
        }
    }
}

TEST_CASE("a source without a link is seen")
{
    const std::vector<Source> all = sources();
    REQUIRE(all[0].name == "Tsugrii");
    REQUIRE(all[3].name == "Vaswani et al. 2017");
    CHECK(names("So says Tsugrii.\n", all[0]));
    CHECK(!links("So says Tsugrii.\n", all[0]));
    CHECK(links("So says [Tsugrii](../../docs/sources.md).\n", all[0]));
    CHECK(names("Vaswani et\nal. (2017) say so.\n", all[3]));
    CHECK(!names("Vaswani says so.\n", all[3]));
    CHECK(!links("[Vaswani et al. 2017](https://elsewhere.org)\n", all[3]));
    CHECK(links("[so](https://arxiv.org/abs/1706.03762)\n", all[3]));
}

TEST_CASE("papers are recognised however they are named")
{
    const auto named = [](const std::string& text) {
        std::string found;
        for (const Citation& citation : citations_of(text)) found += citation.author + " " + citation.year + "; ";
        return found;
    };
    CHECK(named("as Press et al. 2021 do, and (Su et al.\n2021)") == "Press 2021; Su 2021; ");
    CHECK(named("Rabe and Staats ([2021](https://arxiv.org/abs/2112.05682))") == "Rabe 2021; ");
    CHECK(named("[Bahdanau, Cho and Bengio (2014)](x)") == "Bahdanau 2014; ");
    CHECK(named("/// (Levy, Goldberg,\n/// Dagan 2015 on the square root)") == "Levy 2015; ");
    CHECK(named("Shannon 1948, McGrath et al. 2023") == "Shannon 1948; McGrath 2023; ");
    CHECK(named("n = 2000 keys, 2026-11-27, 2048.0 of 1999") == "");
}
