#include "docs/site/search_index.hpp"

#include "common/catalogue/chapter.hpp"
#include "common/catalogue/exercise.hpp"
#include "common/catalogue/files.hpp"
#include "common/catalogue/pattern.hpp"
#include "common/catalogue/source.hpp"
#include "docs/site/addresses.hpp"
#include "docs/site/code.hpp"
#include "docs/site/landing.hpp"
#include "docs/site/search_glossary.hpp"
#include "docs/site/search_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace site
{

namespace
{

namespace fs = std::filesystem;
using catalogue::read;
using catalogue::read_if_there;

/// Words without those that lead to a block of code, which is not among them: `From output.txt:`.
std::string without_origins(const std::string& words)
{
    const std::string file = R"([\w./]+\.(txt|hpp|cpp):)";
    return catalogue::replaced(catalogue::replaced(words, ", from " + file, "."), " ?From " + file, "");
}

/// All entries, while they are collected.
class Index
{
public:
    Index(const fs::path& project, const Places& places)
        : project_(project), places_(places),
          glossary_(terms_of(read_if_there(project / "docs/glossary.md").value_or("")))
    {
    }

    std::vector<SearchEntry> run()
    {
        for (const catalogue::Chapter& chapter : catalogue::chapters_of(project_)) lesson(chapter);
        for (const Term& term : glossary_)
            add({"term", "Glossary", term.name, "glossary.html#" + term.place(), term.meaning, term.forms});
        for (const catalogue::Chapter& chapter : catalogue::chapters_of(project_)) {
            for (const catalogue::Exercise& one : catalogue::those_of(chapter.name, catalogue::exercises_of(project_)))
                exercise(one, "Exercises of " + chapter.heading());
        }
        for (const char* file : {"README.md", "exercises/README.md", "docs/formulas.md", "docs/pitfalls.md",
                                 "docs/sources.md", "docs/classroom.md"})
            page(file);
        for (const catalogue::Chapter& chapter : catalogue::chapters_of(project_))
            code(fs::path("chapters") / chapter.name, "Code of " + chapter.heading());
        code("common", "Shared by the chapters");
        return std::move(entries_);
    }

private:
    void add(SearchEntry entry) { entries_.push_back(std::move(entry)); }

    /// A page, part by part.
    void parts(const std::string& kind, const fs::path& file, const std::string& label, const std::string& chapter)
    {
        const std::vector<Section> sections = sections_of(read(project_ / file));
        for (const Section& section : sections) {
            if (label == "front" && !is_on_landing_page(section.anchor)) continue;
            const bool is_first = section.anchor.empty();
            const std::string page = (label == "front" ? "index" : label) + ".html";
            const std::string address = is_first ? page : page + "#" + heading_label(label, section.anchor);
            add({kind, sections.front().heading, is_first ? "" : section.heading, address,
                 without_origins(plain_words(section.text)), explained_in(section, chapter)});
        }
    }

    void lesson(const catalogue::Chapter& chapter)
    {
        const fs::path file = fs::path("chapters") / chapter.name / "README.md";
        parts("lesson", file, page_label(file), chapter.name);
    }

    void page(const fs::path& file)
    {
        if (fs::exists(project_ / file)) parts("page", file, page_label(file), "");
    }

    /// The terms that a part of a lesson prints in bold and that are this chapter's, as the glossary has it.
    std::vector<std::string> explained_in(const Section& section, const std::string& chapter) const
    {
        std::vector<std::string> explained;
        for (const std::string& bold : bold_in(section.text)) {
            for (const Term& term : glossary_) {
                const bool is_meant = std::find(term.forms.begin(), term.forms.end(), bold) != term.forms.end();
                if (is_meant && term.chapter == chapter) explained.push_back(term.name);
            }
        }
        return explained;
    }

    void exercise(const catalogue::Exercise& exercise, const std::string& title)
    {
        std::string task = catalogue::parts_of(read(project_ / exercise.stub())).task;
        task.erase(0, task.find('\n'));  // its title
        add({"exercise",
             title,
             exercise.heading(),
             fmt::format("exercises_{}.html#{}", exercise.chapter, exercise_label(exercise)),
             exercise.name + ": " + plain_words(task),
             {exercise.name}});
    }

    void code(const fs::path& folder, const std::string& title)
    {
        for (const fs::path& file : headers_of(project_, folder)) {
            const std::string page = address_of(group_label(file));
            for (const Declared& one : declared_in(read(project_ / file))) {
                const auto place = places_.find({one.name, page});
                if (place != places_.end()) add({"code", title, one.name, place->second, one.brief});
            }
        }
    }

    fs::path project_;
    const Places& places_;
    std::vector<Term> glossary_;
    std::vector<SearchEntry> entries_;
};

std::string list_of(const std::vector<std::string>& words)
{
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : ", ") + quoted(word);
    return "[" + list + "]";
}

/// The file of an address, and the place in it.
std::string page_of(const std::string& address) { return address.substr(0, address.find('#')); }
std::string place_of(const std::string& address)
{
    return address.substr(std::min(page_of(address).size() + 1, address.size()));
}

}  // namespace

std::vector<SearchEntry> search_entries(const std::filesystem::path& project, const Places& places)
{
    return Index(project, places).run();
}

std::string search_script(const std::vector<SearchEntry>& entries)
{
    std::string script = "window.searchIndex = [";
    std::string open;  // the page whose parts are being listed
    for (const SearchEntry& entry : entries) {
        const std::string page = page_of(entry.address);
        if (page != open) {
            script += fmt::format("{}\n{{ kind: {}, title: {}, page: {}, parts: [\n", open.empty() ? "" : "] },",
                                  quoted(entry.kind), quoted(entry.title), quoted(page));
        }
        const std::string terms = entry.terms.empty() ? "" : ", " + list_of(entry.terms);
        script += fmt::format("[{}, {}, {}{}],\n", quoted(entry.heading), quoted(place_of(entry.address)),
                              quoted(entry.text), terms);
        open = page;
    }
    return script + (open.empty() ? "" : "] },") + "\n];\n";
}

std::string quoted(const std::string& text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        if (c == '\n') result += "\\n";
        if (c != '\n') result += c;
    }
    return result + "\"";
}

}  // namespace site
