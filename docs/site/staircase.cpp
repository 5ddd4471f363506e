#include "docs/site/staircase.hpp"

#include "common/catalogue/chapter.hpp"
#include "common/catalogue/files.hpp"
#include "common/catalogue/pattern.hpp"
#include "docs/site/addresses.hpp"

#include <fmt/format.h>

namespace site
{

namespace
{

constexpr int step = 26;    // from one chapter to the next, in pixels
constexpr int margin = 40;  // for the numbers

std::set<std::string> includes_of(const std::filesystem::path& folder)
{
    const std::string include = R"rx(#include "([0-9]{2}_[a-z_0-9]+)/)rx";
    std::set<std::string> found;
    for (const auto& file : catalogue::files_below(folder)) {
        if (file.extension() != ".hpp" && file.extension() != ".cpp") continue;
        for (const std::string& chapter : catalogue::all_that_fit(catalogue::read(file), include))
            found.insert(chapter);
    }
    found.erase(folder.filename().string());
    return found;
}

/// `2` for `02_softmax`.
std::string number_of(const std::string& chapter) { return std::to_string(catalogue::chapter_number(chapter)); }

std::string text_at(int x, int y, const std::string& text)
{
    return fmt::format(R"(<text x="{}" y="{}">{}</text>)", x, y, text);
}

std::string circle_at(int x, int y, const std::string& kind)
{
    return fmt::format(R"(<circle class="{}" cx="{}" cy="{}" r="{}"/>)", kind, x, y, kind == "own" ? 2 : 7);
}

/// One step of the stairs, from the left edge to the diagonal.
std::string tread(int row)
{
    return fmt::format(R"(<rect class="tread" x="{}" y="{}" width="{}" height="{}"/>)", margin, margin + row * step,
                       (row + 1) * step, step);
}

/// What leads to the lesson of a chapter.
std::string link_to(const std::string& chapter, const std::string& body)
{
    return fmt::format(R"(<a href="{}" aria-label="Chapter {}">{}</a>)", address_of("chapter_" + chapter),
                       number_of(chapter), body);
}

/// The row of a chapter, which leads to its lesson: its step, its number, which is its column's too, and what it includes.
std::string row_of(int row, const std::string& chapter, const Includes& direct, const Includes& all)
{
    const int y = margin + row * step + step / 2;
    const int own_x = margin + row * step + step / 2;
    std::string body = tread(row) + text_at(margin - 14, y + 4, number_of(chapter)) + circle_at(own_x, y, "own");
    int x = margin + step / 2;
    for (const auto& [other, unused] : all) {
        const bool is_direct = direct.at(chapter).contains(other);
        if (all.at(chapter).contains(other)) body += circle_at(x, y, is_direct ? "direct" : "ring");
        x += step;
    }
    return link_to(chapter, body) + "\n" + text_at(own_x, margin - 12, number_of(chapter)) + "\n";
}

std::string chapter_links(const std::set<std::string>& chapters)
{
    std::string links;
    for (const std::string& chapter : chapters)
        links += (links.empty() ? "" : ", ") + ("[" + number_of(chapter) + "](@ref chapter_" + chapter + ")");
    return links.empty() ? "nothing" : links;
}

}  // namespace

Includes chapter_includes(const std::filesystem::path& project)
{
    Includes includes;
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project))
        includes[chapter.name] = includes_of(chapter.folder);
    return includes;
}

Includes with_indirect(const Includes& direct)
{
    Includes all = direct;
    for (auto& [chapter, includes] : all) {  // in order: what a chapter looks back to is complete already
        for (const std::string& included : direct.at(chapter)) {
            const auto earlier = all.find(included);
            if (earlier != all.end()) includes.insert(earlier->second.begin(), earlier->second.end());
        }
    }
    return all;
}

std::string staircase_picture(const Includes& direct)
{
    const Includes all = with_indirect(direct);
    const int size = margin + static_cast<int>(direct.size() + 1) * step;
    std::string body;
    int row = 0;
    for (const auto& [chapter, unused] : all) body += row_of(row++, chapter, direct, all);
    const char* words = "A staircase: every dot lies below the diagonal. The table below says the same in words.";
    return fmt::format(
        R"(<svg class="staircase" role="group" aria-label="{0}" viewBox="0 0 {1} {1}" width="{1}" height="{1}">
{2}</svg>
)",
        words, size, body);
}

std::string staircase_page(const Includes& direct, const std::map<std::string, std::string>& titles)
{
    std::string page = "# Which chapter builds on which {#staircase}\n\n"
                       "Chapters look back, never forward. Each row is a chapter, and so is each column. A dot says "
                       "that the row's code includes the column's, a ring that it does so by way of another chapter. "
                       "All of them lie below the diagonal: a staircase, which one climbs from the top left.\n\n"
                       "\\htmlonly[block]\n" +
                       staircase_picture(direct) +
                       "\\endhtmlonly\n\n| Chapter | Includes code of chapter |\n|---|---|\n";
    for (const auto& [chapter, includes] : direct)
        page += "| [" + titles.at(chapter) + "](@ref chapter_" + chapter + ") | " + chapter_links(includes) + " |\n";
    return page;
}

}  // namespace site
