#include "docs/site/quiz.hpp"

#include "common/catalogue/pattern.hpp"
#include "common/catalogue/text.hpp"
#include "docs/site/search_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace site
{

namespace
{

using catalogue::groups_of;

constexpr const char* above_questions = "\n## Check yourself\n";

/// Where the questions stand in a lesson: from the end of their heading to the next heading.
struct Place {
    std::size_t begin = 0;
    std::size_t end = 0;
};

Place place_of_questions(const std::string& lesson)
{
    const std::size_t at = lesson.find(above_questions);
    if (at == std::string::npos) return {lesson.size(), lesson.size()};
    const std::size_t begin = at + std::string(above_questions).size();
    return {begin, std::min(lesson.find("\n## ", begin - 1), lesson.size())};
}

/// The letter of an option: `b` for `- **b** Dog and fish get nearly half each.`
std::string option_of(const std::string& line)
{
    const std::vector<std::string> found = groups_of(line, R"(^- \*\*([a-z])\*\* )");
    return found.empty() ? "" : found[1];
}

/// Collects one line of a question.
void take(Question& question, const std::string& line, bool& in_answer)
{
    question.text += line + "\n";
    if (const std::string option = option_of(line); !option.empty() && !in_answer) question.options.push_back(option);
    if (in_answer && question.answer.empty() && !line.empty()) {
        const std::vector<std::string> found = groups_of(line, R"(^\*\*([a-z])\.\*\* )");
        question.answer = found.empty() ? "?" : found[1];
    }
    if (line.starts_with("<details>")) in_answer = true;
}

bool is_quiz(const Question& question)
{
    const auto begin = question.options.begin();
    return question.options.size() > 1 &&
           std::find(begin, question.options.end(), question.answer) != question.options.end();
}

/// What is wrong with the options of a question; empty where nothing is.
std::string flaw_of(const Question& question)
{
    const std::size_t count = question.options.size();
    if (count < 2 || count > 4) return fmt::format("question {} has {} options", question.number, count);
    for (std::size_t i = 0; i < count; ++i) {
        if (question.options[i] != std::string(1, static_cast<char>('a' + i)))
            return fmt::format("the options of question {} are not in the order of their letters", question.number);
    }
    return is_quiz(question)
               ? ""
               : fmt::format("the answer to question {} begins with none of its options", question.number);
}

}  // namespace

std::vector<Question> questions_of(const std::string& lesson)
{
    std::vector<Question> questions;
    const Place place = place_of_questions(lesson);
    bool is_open = false;
    bool in_answer = false;
    for (const std::string& line : catalogue::lines_of(lesson.substr(place.begin, place.end - place.begin))) {
        const std::vector<std::string> number = groups_of(line, R"(^\*\*([0-9]+)\.\*\* )");
        if (!is_open && !number.empty()) {
            questions.push_back({std::stoi(number[1]), {}, "", ""});
            is_open = true;
            in_answer = false;
        }
        if (is_open) take(questions.back(), line, in_answer);
        if (line == "</details>") is_open = false;
    }
    return questions;
}

std::vector<std::string> flaws_of(const std::vector<Question>& questions)
{
    std::vector<std::string> flaws;
    if (questions.size() < 2 || questions.size() > 3) flaws.push_back(fmt::format("{} questions", questions.size()));
    for (const Question& question : questions) {
        if (const std::string flaw = flaw_of(question); !flaw.empty()) flaws.push_back(flaw);
    }
    const auto as_first = [&](const Question& one) { return one.answer == questions.front().answer; };
    if (questions.size() > 1 && std::all_of(questions.begin(), questions.end(), as_first))
        flaws.emplace_back("every answer is the same letter");
    return flaws;
}

std::string with_quizzes(const std::string& lesson, int chapter)
{
    std::string result = lesson;
    for (const Question& question : questions_of(lesson)) {
        if (!is_quiz(question)) continue;
        const std::string opens = fmt::format(
            "\\htmlonly[block]\n<section class=\"quiz\" id=\"quiz_{:02}_{}\" data-answer=\"{}\">\n\\endhtmlonly\n\n",
            chapter, question.number, question.answer);
        const std::string closes = "\n\\htmlonly[block]\n</section>\n\\endhtmlonly\n";
        result.replace(result.find(question.text), question.text.size(), opens + question.text + closes);
    }
    return result;
}

std::vector<Quiz> quizzes_on(const std::string& html, const std::string& page, const std::string& title)
{
    std::vector<Quiz> quizzes;
    const std::string opens = "<section class=\"quiz\" id=\"";
    const std::string closes = "</section>";
    for (std::size_t at = html.find(opens); at != std::string::npos; at = html.find(opens, at + 1)) {
        const std::size_t id = at + opens.size();
        const std::size_t end = html.find(closes, at);
        quizzes.push_back({html.substr(id, html.find('"', id) - id), page, title,
                           html.substr(at, end == std::string::npos ? end : end + closes.size() - at)});
    }
    return quizzes;
}

std::string quiz_script(const std::vector<Quiz>& quizzes, const std::vector<std::string>& styles)
{
    std::string script = "window.quizStyles = [";
    for (const std::string& style : styles) script += quoted(style) + ", ";
    script += "];\nwindow.quizzes = [\n";
    for (const Quiz& quiz : quizzes) {
        script += fmt::format("{{ id: {}, page: {}, title: {}, html: {} }},\n", quoted(quiz.id), quoted(quiz.page),
                              quoted(quiz.title), quoted(quiz.html));
    }
    return script + "];\n";
}

}  // namespace site
