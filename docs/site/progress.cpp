#include "docs/site/progress.hpp"

#include "common/catalogue/chapter.hpp"
#include "docs/site/markdown.hpp"

#include <fmt/format.h>

namespace site
{

std::string progress_page(const std::filesystem::path& project)
{
    std::string list;
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(project)) {
        list += fmt::format("<li data-chapter=\"chapter_{0}\"><a href=\"chapter_{0}.html\">{1}</a> "
                            "<span class=\"progress-state\"></span></li>\n",
                            chapter.name, html(chapter.heading()));
    }
    return "# Your progress {#progress}\n\n"
           "What you have read and answered is kept in this browser, on this computer, and nowhere else. The command "
           "`./learn` keeps count of the exercises you have solved; this page does not know about them.\n\n"
           "\\htmlonly[block]\n<noscript><p>Keeping count takes JavaScript, which is switched off. Everything else "
           "works without it.</p></noscript>\n<p id=\"progress-summary\" hidden></p>\n"
           "<div id=\"progress-again\" hidden><h2>Asked again</h2></div>\n<h2>The chapters</h2>\n"
           "<ol class=\"progress-chapters\">\n" +
           list + "</ol>\n<div id=\"progress-forget\" hidden></div>\n\\endhtmlonly\n";
}

}  // namespace site
