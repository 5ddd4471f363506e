// "Check yourself": what makes a question a quiz, and that every chapter has some.

#include "common/catalogue/chapter.hpp"
#include "docs/site/quiz.hpp"

#include "tests/catch.hpp"
#include "tests/files.hpp"

#include <string>
#include <vector>

namespace
{

using Words = std::vector<std::string>;

/// A question with options a to c.
std::string question(const std::string& number, const std::string& answer)
{
    return "**" + number + ".** What?\n\n- **a** One\n  **b** thing.\n- **b** Two.\n- **c** Three.\n\n" +
           "<details><summary>Answer</summary>\n\n**" + answer + ".** Because. **a** is wrong.\n\n</details>\n";
}

std::string lesson(const std::string& questions)
{
    return "# L\n\n- **a** No option.\n\n## Check yourself\n\n" + questions + "\n## Try it\n\n**9.** No question.\n";
}

Words flaws(const std::string& questions) { return site::flaws_of(site::questions_of(lesson(questions))); }

}  // namespace

TEST_CASE("a question has a number, options, and an answer that names one of them")
{
    const auto found = site::questions_of(lesson(question("1", "b") + "\n" + question("2", "c")));
    REQUIRE(found.size() == 2);
    CHECK(found[0].number == 1);
    CHECK(found[0].options == Words{"a", "b", "c"});
    CHECK(found[0].answer == "b");
    CHECK(found[0].text == question("1", "b"));
    CHECK(found[1].answer == "c");
    CHECK(site::questions_of("# No questions\n").empty());
}

TEST_CASE("what keeps a question from being a quiz is said")
{
    CHECK(flaws(question("1", "b") + question("2", "c")) == Words{});
    CHECK(flaws(question("1", "b") + question("2", "b")) == Words{"every answer is the same letter"});
    CHECK(flaws(question("1", "b")) == Words{"1 questions"});
    CHECK(flaws(question("1", "b") + question("2", "d")) ==
          Words{"the answer to question 2 begins with none of its options"});
    const std::string open = "**2.** Why?\n\n<details><summary>Answer</summary>\n\nSo.\n\n</details>\n";
    CHECK(flaws(question("1", "b") + open) == Words{"question 2 has 0 options"});
    const std::string mixed = "**2.** What?\n\n- **b** B.\n- **a** A.\n\n<details>\n\n**a.** So.\n\n</details>\n";
    CHECK(flaws(question("1", "b") + mixed) ==
          Words{"the options of question 2 are not in the order of their letters"});
}

TEST_CASE("a quiz gets an element of its own, and what is none passes unharmed")
{
    const std::string page = site::with_quizzes(lesson(question("1", "b")), 4);
    CHECK(tests::contains(page, "\\htmlonly[block]\n<section class=\"quiz\" id=\"quiz_04_1\" data-answer=\"b\">\n"
                                "\\endhtmlonly\n\n" +
                                    question("1", "b") + "\n\\htmlonly[block]\n</section>\n"));
    const std::string open = lesson("**1.** Why?\n\n<details><summary>Answer</summary>\n\nSo.\n\n</details>\n");
    CHECK(site::with_quizzes(open, 4) == open);
}

TEST_CASE("the quizzes of finished pages are collected as they stand there")
{
    const std::string first = "<section class=\"quiz\" id=\"quiz_04_1\" data-answer=\"b\"><p>\"A\"</p></section>";
    const std::string second = "<section class=\"quiz\" id=\"quiz_04_2\" data-answer=\"c\"></section>";
    const auto quizzes = site::quizzes_on("<h2>Q</h2>" + first + "between" + second + "<p>", "p.html", "P");
    REQUIRE(quizzes.size() == 2);
    CHECK(quizzes[0].id == "quiz_04_1");
    CHECK(quizzes[0].html == first);
    CHECK(quizzes[1].html == second);
    CHECK(site::quiz_script({{"i", "p", "t", "\"h\""}}, {"s.css"}) ==
          "window.quizStyles = [\"s.css\", ];\nwindow.quizzes = [\n"
          "{ id: \"i\", page: \"p\", title: \"t\", html: \"\\\"h\\\"\" },\n];\n");
}

TEST_CASE("every chapter asks two or three questions that are quizzes")
{
    for (const catalogue::Chapter& chapter : catalogue::chapters_of(tests::project())) {
        INFO(chapter.name);
        CHECK(site::flaws_of(site::questions_of(tests::read(chapter.folder / "README.md"))) == Words{});
    }
}
