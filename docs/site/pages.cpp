#include "docs/site/pages.hpp"

#include "common/catalogue/chapter.hpp"
#include "common/catalogue/exercise.hpp"
#include "common/catalogue/files.hpp"
#include "docs/site/addresses.hpp"
#include "docs/site/code.hpp"
#include "docs/site/exercises.hpp"
#include "docs/site/landing.hpp"
#include "docs/site/lesson.hpp"
#include "docs/site/markdown.hpp"
#include "docs/site/progress.hpp"
#include "docs/site/quiz.hpp"
#include "docs/site/search_glossary.hpp"
#include "docs/site/staircase.hpp"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace site
{

namespace
{

namespace fs = std::filesystem;
using catalogue::entries_of;
using catalogue::read;
using catalogue::write;

/// Doxygen shows what is in a namespace only where the namespace itself is documented.
const std::string namespaces = "/** \\namespace attention\n The mechanism. */\n"
                               "/** \\namespace common\n What chapters share. */\n"
                               "/** \\namespace catalogue\n What a chapter and an exercise are. */\n"
                               "/** \\namespace learn\n The learner's command. */\n\n";

/// All that is written, while it grows.
class Site
{
public:
    Site(fs::path project, fs::path out) : project_(std::move(project)), out_(std::move(out)), addresses_(project_)
    {
        for (const catalogue::Chapter& chapter : catalogue::chapters_of(project_))
            titles_[chapter.name] = chapter.heading();
    }

    void build()
    {
        front();
        lessons();
        exercises();
        code();
        other_pages();
        shown_files();
    }

private:
    void page(const std::string& label, const std::string& text) { write(out_ / "pages" / (label + ".md"), text); }

    /// A page of the project, translated.
    void translate(const fs::path& file)
    {
        const std::string label = page_label(file);
        const std::string text = read(project_ / file);
        page(label, for_doxygen({label == "glossary" ? with_places(text) : text, file, label}, addresses_));
    }

    void front()
    {
        page("front", landing_page(project_, addresses_));
        page("progress", progress_page(project_));
    }

    void lessons()
    {
        for (const auto& [chapter, title] : titles_) {
            const fs::path folder = fs::path("chapters") / chapter;
            const fs::path file = folder / "README.md";
            page(page_label(file),
                 for_doxygen({with_quizzes(as_on_site(read(project_ / file)), catalogue::chapter_number(file)), file,
                              page_label(file)},
                             addresses_));
            ask_for_files_of(folder);
            copy_pictures(folder);
        }
    }

    /// A chapter's code and output get a page each, whether or not a lesson names them.
    void ask_for_files_of(const fs::path& folder)
    {
        for (const fs::path& file : catalogue::files_below(project_ / folder)) {
            const std::string kind = file.extension().string();
            if (kind == ".hpp" || kind == ".cpp" || file.filename() == "output.txt")
                addresses_.label_of(file.lexically_relative(project_));
        }
    }

    void copy_pictures(const fs::path& folder)
    {
        const fs::path target = out_ / "pictures" / folder;
        fs::create_directories(target);
        for (const fs::path& file : entries_of(project_ / folder)) {
            if (file.extension() == ".svg")
                fs::copy_file(file, target / file.filename(), fs::copy_options::overwrite_existing);
        }
    }

    void exercises()
    {
        translate("exercises/README.md");
        const std::vector<catalogue::Exercise> all = catalogue::exercises_of(project_);
        for (const auto& [chapter, title] : titles_) {
            const std::vector<catalogue::Exercise> of_chapter = catalogue::those_of(chapter, all);
            if (of_chapter.empty()) continue;
            page("exercises_" + chapter, exercise_page(project_, of_chapter, title, addresses_));
        }
    }

    /// What belongs together in the code: a chapter's, and what chapters share.
    std::vector<Group> groups() const
    {
        std::vector<Group> all;
        for (const auto& [chapter, title] : titles_) {
            all.push_back({"api_" + chapter, "Code of " + title, fs::path("chapters") / chapter,
                           fmt::format("What the lesson [{}](@ref chapter_{}) adds.", title, chapter)});
        }
        all.push_back({"api_common", "Shared by the chapters", "common",
                       "What chapters share. Skip it, and miss nothing about attention."});
        all.push_back({"api_common_catalogue", "The catalogue", "common/catalogue",
                       "What a chapter and an exercise are, for the command, the site and the tests."});
        all.push_back(
            {"api_common_learn", "The learner's command", "common/learn", "What the command `learn` is made of."});
        return all;
    }

    /// The functions, by chapter, and which chapter builds on which.
    void code()
    {
        write(out_ / "pages" / "groups.dox", namespaces + group_definitions(project_, groups(), addresses_));
        std::string list = "# Code by chapter {#code}\n\nEvery function, with its shapes and what it throws.\n\n";
        for (const Group& group : groups()) list += fmt::format("- [{}](@ref {})\n", group.title, group.label);
        page("code", list + "\nWhich chapter includes which: [the staircase](@ref staircase).\n");
        page("staircase", staircase_page(chapter_includes(project_), titles_));
    }

    /// Pages that belong to no chapter.
    void other_pages()
    {
        for (const fs::path& file : entries_of(project_ / "docs")) {
            if (file.extension() == ".md") translate(fs::path("docs") / file.filename());
        }
    }

    /// Last, when it is known which files are asked for; showing them asks for more, what they include.
    void shown_files()
    {
        std::set<fs::path> done;
        for (bool more = true; more;) {
            more = false;
            for (const fs::path& file : std::set<fs::path>(addresses_.shown_files())) {
                if (!done.insert(file).second) continue;
                page(file_label(file), file_page(project_, file, addresses_));
                more = true;
            }
        }
    }

    fs::path project_;
    fs::path out_;
    Addresses addresses_;
    std::map<std::string, std::string> titles_;  // of the chapters, by folder
};

}  // namespace

void write_pages(const std::filesystem::path& project, const std::filesystem::path& out) { Site(project, out).build(); }

}  // namespace site
