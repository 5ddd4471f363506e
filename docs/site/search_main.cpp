// Writes what the site's scripts look into, once its pages are there.   write_indexes PROJECT SITE TAG_FILE

#include "common/catalogue/chapter.hpp"
#include "common/catalogue/files.hpp"
#include "common/catalogue/pattern.hpp"
#include "docs/site/quiz.hpp"
#include "docs/site/search_code.hpp"
#include "docs/site/search_index.hpp"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace
{

std::vector<std::string> styles_of(const std::string& page)
{
    return catalogue::all_that_fit(page, R"rx(<link [^>]*href="([^"]+\.css)")rx");
}

/// All quizzes of the site, with the style sheets that their pages have and the progress page has not.
std::string quizzes(const std::filesystem::path& project, const std::filesystem::path& out)
{
    std::vector<site::Quiz> all;
    std::set<std::string> styles;
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project)) {
        const std::string page = "chapter_" + chapter.name + ".html";
        const std::string html = catalogue::read(out / page);
        for (const site::Quiz& quiz : site::quizzes_on(html, page, chapter.heading())) all.push_back(quiz);
        for (const std::string& style : styles_of(html)) styles.insert(style);
    }
    for (const std::string& style : styles_of(catalogue::read(out / "progress.html"))) styles.erase(style);
    return site::quiz_script(all, {styles.begin(), styles.end()});
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 4) return std::fputs("usage: write_indexes PROJECT SITE TAG_FILE\n", stderr), 2;
    try {
        const std::filesystem::path out = argv[2];
        const site::Places places = site::places_in(catalogue::read(argv[3]));
        catalogue::write(out / "search_index.js", site::search_script(site::search_entries(argv[1], places)));
        catalogue::write(out / "quizzes.js", quizzes(argv[1], out));
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "write_indexes: %s\n", error.what());
        return 1;
    }
}
