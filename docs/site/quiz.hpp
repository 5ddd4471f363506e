/// \file
/// The questions of "Check yourself": on GitHub a list and a folded answer, on the site a quiz.
#pragma once

#include <string>
#include <vector>

namespace site
{

/// One question, as a lesson asks it.
struct Question {
    int number = 0;                    ///< `1` for `**1.** What ...?`
    std::vector<std::string> options;  ///< their letters, in order: `a`, `b`, `c`
    std::string answer;                ///< the letter that the folded answer begins with; empty where it has none
    std::string text;                  ///< all of it in Markdown, from the number to the end of the fold
};

/// The questions below the heading "Check yourself", in order.
///
/// \param lesson  the text of a chapter's README.md
std::vector<Question> questions_of(const std::string& lesson);

/// What keeps a chapter's questions from being quizzes, as sentences; none where they all are: two or three questions,
/// each with two to four options in the order of their letters, an answer among them, and not always the same letter.
std::vector<std::string> flaws_of(const std::vector<Question>& questions);

/// A lesson, still in GitHub's Markdown, with each question that is a quiz in an element for quiz.js:
/// `<section class="quiz" id="quiz_04_1" data-answer="b">`. All else stays as it is.
///
/// \param lesson   the text of a chapter's README.md
/// \param chapter  its number
std::string with_quizzes(const std::string& lesson, int chapter);

/// A quiz on a finished page.
struct Quiz {
    std::string id;     ///< `quiz_04_1`
    std::string page;   ///< `chapter_04_soft_lookup.html`
    std::string title;  ///< of the page
    std::string html;   ///< the element, with its formulas set
};

/// The quizzes on a finished page of the site.
///
/// \param html   the page
/// \param page   the name of its file
/// \param title  what it is called
std::vector<Quiz> quizzes_on(const std::string& html, const std::string& page, const std::string& title);

/// The script that the reader's progress page loads to ask again what was missed: it sets `window.quizzes`.
///
/// \param quizzes  all of the site
/// \param styles   the style sheets that their formulas need
std::string quiz_script(const std::vector<Quiz>& quizzes, const std::vector<std::string>& styles);

}  // namespace site
