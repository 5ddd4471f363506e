// The engine, held to what it promises: right answers pass, wrong ones get one diagnosis, and what is shown is true.
#include "tests/exercises/check/judge.hpp"
#include "tests/exercises/check/pitfall.hpp"
#include "tests/exercises/check/property.hpp"
#include "tests/exercises/check/side_by_side.hpp"
#include "tests/exercises/check/trial.hpp"

#include "02_softmax/softmax.hpp"

#include "common/not_done_yet.hpp"
#include "common/tensor.hpp"

#include "tests/catch.hpp"
#include "tests/exercises/check/question.hpp"
#include "tests/exercises/check/value.hpp"
#include "tests/exercises/check/verdict.hpp"
#include "tests/files.hpp"
#include "tests/near.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

using check::Question;
using check::State;
using check::Value;
using check::Verdict;
using common::Matrix;
using common::Vector;
using tests::infinity;
using tests::not_a_number;

namespace
{

/// The verdict on an answer that simply is this value.
Verdict judged(const Value& answer, const Value& expected, const std::vector<check::Mistake>& mistakes = {})
{
    return check::judge({.call = "f()", .answer = [&] { return answer; }, .expected = expected, .mistakes = mistakes});
}

std::string diagnosis(const Value& answer, const Value& expected) { return judged(answer, expected).diagnosis; }

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

struct Result {
    Matrix output;
    Matrix weights;
};

const Matrix scores = {{1, 2, 3}, {4, 5, 7}};
const Matrix weights = attention::softmax_rows(scores);

}  // namespace

TEST_CASE("equal values are right: numbers, words, tensors, pairs")
{
    CHECK(judged(1.0, 1.0 + 1e-10).state == State::solved);
    CHECK(judged(3, 3.0).state == State::solved);
    CHECK(judged(true, true).state == State::solved);
    CHECK(judged("b", "b").state == State::solved);
    CHECK(judged(Vector{1, not_a_number, infinity}, Vector{1, not_a_number, infinity}).state == State::solved);
    CHECK(judged(weights * 2.0 / 2.0, weights).state == State::solved);
    CHECK(judged(Result{scores, weights}, Result{scores, weights}).state == State::solved);
}

TEST_CASE("unequal values are wrong, also where only the shape or the kind differs")
{
    CHECK(judged(1.0, 1.0 + 1e-8).state == State::wrong);
    CHECK(judged(1e12, 1e12 + 10).state == State::solved);  // relative to the number
    CHECK(judged("b", "c").state == State::wrong);
    CHECK(judged(Matrix{{1, 2, 3}}, Vector{1, 2, 3}).state == State::wrong);
    CHECK(judged(Vector{1, 5}, Vector{1, 2, 3}).message == "The shape is (2), and should be (3).");
    CHECK(judged(infinity, -infinity).state == State::wrong);
    CHECK(judged(not_a_number, 1.0).state == State::wrong);
}

TEST_CASE("an answer that throws: not started, expected, a known mistake, or crashed")
{
    const auto throwing = [](const auto& exception) { return [exception]() -> Value { throw exception; }; };
    const Question not_begun{.call = "f()", .answer = throwing(common::NotDoneYet()), .expected = 1.0};
    CHECK(check::judge(not_begun).state == State::not_started);
    CHECK(check::judge(not_begun).message ==
          "It still throws NotDoneYet. Take that line out, or put your own code in its place.");

    Question question{.call = "f()", .answer = throwing(std::invalid_argument("d_k = 4")), .expected = 1.0};
    CHECK(check::judge(question).state == State::crashed);
    CHECK(check::judge(question).message == "Your code threw std::invalid_argument: d_k = 4");
    question.mistakes = {{"wrong_side", check::throws("std::invalid_argument", "d_k"), "It is the other side."}};
    CHECK(check::judge(question).diagnosis == "wrong_side");
    question.expected = check::throws("std::invalid_argument");
    CHECK(check::judge(question).state == State::solved);

    question.answer = throwing(5);
    CHECK(check::judge(question).state == State::crashed);
    question.answer = [] { return 1.0; };
    CHECK_THAT(check::judge(question).message, ContainsSubstring("should throw std::invalid_argument"));
}

TEST_CASE("a known mistake is named, before anything general, unless it would be right here")
{
    CHECK(judged(Vector{2, 4}, Vector{1, 2}, {{"doubled", Vector{2, 4}, "Twice."}}).diagnosis == "doubled");
    CHECK(judged(Vector{2, 4}, Vector{1, 2}, {{"harmless", Vector{1, 2}, "No."}}).diagnosis == "constant_factor");
    const Verdict first = judged(Vector{3, 3}, Vector{1, 2}, {{"a", Vector{3, 3}, ""}, {"b", Vector{3, 3}, ""}});
    CHECK(first.diagnosis == "a");
}

TEST_CASE("general mistakes are recognised by their numbers")
{
    const Matrix columns = xt::transpose(attention::softmax_rows(xt::transpose(scores)));
    const Matrix everything = xt::exp(scores) / xt::sum(xt::exp(scores))();
    CHECK(diagnosis(Vector{1, not_a_number}, Vector{1, 2}) == "not_a_number");
    CHECK(diagnosis(Vector{0, 0}, Vector{1, 2}) == "all_zeros");
    CHECK(diagnosis(xt::transpose(scores), scores) == "transposed");
    CHECK(diagnosis(columns, weights) == "columns_for_rows");
    CHECK(diagnosis(everything, weights) == "one_softmax_for_all");
    CHECK(diagnosis(weights * 0.5, weights) == "constant_factor");
    CHECK(diagnosis(scores * -1.0, scores) == "sign_flipped");
    CHECK(diagnosis(Vector{3, 1, 2}, Vector{1, 2, 3}) == "another_order");
    CHECK(diagnosis(Vector{1, 3, 4}, Vector{1, 2, 3}) == "");
    CHECK(judged(Vector{1, 3, 5}, Vector{1, 2, 3}).message == "2 of the 3 numbers are wrong.");
}

TEST_CASE("how many numbers are wrong is said of some, and of all")
{
    CHECK(judged(Vector{1, 2, 5, 4.5}, Vector{1, 2, 3, 4}).message == "2 of the 4 numbers are wrong.");
    CHECK(judged(Vector{7, 1, 1.5}, Vector{1, 2, 3}).message == "None of the 3 numbers is right.");
}

TEST_CASE("the keep_dims pitfall is recognised by the numbers that it leaves")
{
    const std::vector<check::Mistake> pitfall = check::lazy_maximum(scores);
    for (const check::Mistake& mistake : pitfall) {
        CHECK(judged(mistake.value, weights, pitfall).diagnosis == "lazy_keep_dims");
    }
    CHECK(judged(weights, weights, pitfall).state == State::solved);
}

TEST_CASE("properties decide where nothing is expected, and explain where something is")
{
    Question question{
        .call = "f()", .answer = [] { return Vector{0.5, 0.4}; }, .properties = {check::rows_sum_to_one()}};
    CHECK(check::judge(question).message == "The weights sum to 0.9, and must sum to 1.");
    CHECK(joined(check::judge(question).picture) == "         yours (2)\n     0      0.5000\n     1      0.4000\n");
    question.expected = Vector{0.6, 0.4};
    CHECK(check::judge(question).diagnosis == "rows_do_not_sum_to_one");
    question.answer = [] { return Vector{0.7, 0.3}; };
    CHECK(check::judge(question).diagnosis == "");
    question.expected.reset();
    CHECK(check::judge(question).state == State::solved);
}

TEST_CASE("each property says what breaks it, and where")
{
    const Matrix bad = {{0.5, 0.5}, {-0.25, 0.5}};
    CHECK(check::rows_sum_to_one().problem(bad) == "Row 1 sums to 0.25, and must sum to 1.");
    CHECK(check::none_negative().problem(bad) == "The number at (1, 0) is -0.25, and must not be below 0.");
    CHECK(check::between(-1, 0.4).problem(0.5) == "The number is 0.5, and must lie between -1 and 0.4.");
    CHECK_THAT(check::all_finite().problem(Vector{1, infinity}), ContainsSubstring("at (1) is inf"));
    const Result result{bad, {{1, 0}, {0, 1}}};
    CHECK(check::of("weights", check::rows_sum_to_one()).problem(result) == "");
    CHECK(check::of("output", check::rows_sum_to_one()).problem(result) != "");
    CHECK(check::property("even", "Odd.", [](const Value& v) { return v.cells.size() == 2; }).problem(bad) == "Odd.");
}

TEST_CASE("of a pair the first part that differs is shown, weights before output")
{
    const Verdict both = judged(Result{scores, weights * 0.5}, Result{scores * 2.0, weights});
    CHECK(both.call == "f(), its weights");
    const Verdict output = judged(Result{scores, weights}, Result{scores * 2.0, weights});
    CHECK(output.call == "f(), its output");
    CHECK(*output.expected_shape == check::Shape{2, 3});
    CHECK(*output.first_difference == check::Shape{0, 0});
}

TEST_CASE("a known mistake may be given by the first part that is wrong alone")
{
    const std::vector<check::Mistake> mistakes = {{"uniform", Matrix{{0.5, 0.5}}, "All alike."}};
    const Verdict verdict = judged(Result{scores, {{0.5, 0.5}}}, Result{weights, {{0.25, 0.75}}}, mistakes);
    CHECK(verdict.diagnosis == "uniform");
}

TEST_CASE("expected and actual stand side by side, differing cells marked")
{
    CHECK(joined(check::side_by_side({Vector{0.5, 0.25}, Vector{0.5, 0.75}}, {})) ==
          "      expected (2)      yours (2)\n"
          "     0      0.5000         0.5000\n"
          "     1      0.2500         0.7500*\n");
    CHECK(joined(check::side_by_side({3, 4}, {})) == "      expected      yours\n             3          4*\n");
    CHECK(joined(check::side_by_side({"a", "b"}, {})) == "    expected  \"a\"\n    yours     \"b\"\n");
}

TEST_CASE("where many answers would be right, each part of a value is shown in a line")
{
    const Question question{
        .call = "f()",
        .answer = [] { return Value::together({{"score", 30.0}, {"weights", Vector{0.25, 0.75}}}); },
        .properties = {check::property("never", "No.", [](const Value&) { return false; })}};
    CHECK(joined(check::judge(question).picture) == "    score    30\n    weights  (2) 0.2500, 0.7500\n");
}

TEST_CASE("a list without numbers is said to be one")
{
    const Vector none = xt::zeros<double>({0});
    CHECK(joined(check::side_by_side({none, Vector{1}}, {})) == "    expected  (0), no numbers\n    yours     (1) 1\n");
}

TEST_CASE("texts of several lines stand side by side, differing lines marked")
{
    CHECK(joined(check::side_by_side({"ab \nc\n", "ab\nc\nd"}, {})) == "        expected  yours\n"
                                                                       "     0  \"ab \"     \"ab\" *\n"
                                                                       "     1  \"c\"       \"c\"\n"
                                                                       "     2            \"d\" *\n");
    CHECK(joined(check::side_by_side({"a\n", "b\n"}, {.secret = true})).find('a') == std::string::npos);
    CHECK(check::side_by_side({std::string(50, '\n'), "b"}, {.max_lines = 10}).size() == 10);
}

TEST_CASE("what has parts is shown by their names where there is an exception instead")
{
    const Value thrown = check::throws("std::invalid_argument");
    CHECK(joined(check::side_by_side({Result{scores, weights}, thrown}, {})) ==
          "    expected  weights and output\n    yours     throws std::invalid_argument\n");
}

TEST_CASE("a secret expected value is not shown, in no way")
{
    const Question question{
        .call = "f()", .answer = [] { return Vector{1, 8}; }, .expected = Vector{1, 7}, .secret = true};
    const Verdict verdict = check::judge(question);
    const std::string text = check::text_of(verdict, "01_similarity/by_hand") + check::json_of(verdict);
    CHECK(text.find('7') == std::string::npos);
    CHECK(text.find("8*") != std::string::npos);
}

TEST_CASE("numbers that differ never look equal, and huge ones keep their columns")
{
    const std::string close = joined(check::side_by_side({Vector{1.0, 0.3}, Vector{1.00000001, 0.3}}, {}));
    CHECK_THAT(close, ContainsSubstring("1.00000001*"));
    const std::string huge = joined(check::side_by_side({Vector{1e300, 1}, Vector{2e300, 1}}, {}));
    CHECK_THAT(huge, ContainsSubstring("2.0000e+300*"));
}

TEST_CASE("a large tensor is cut around its first difference")
{
    Matrix expected = xt::zeros<double>({50, 60});
    Matrix actual = expected;
    actual(40, 30) = 1;
    const std::vector<std::string> lines = check::side_by_side({expected, actual}, {.max_lines = 10});
    CHECK(lines.size() <= 10);
    CHECK_THAT(joined(lines), ContainsSubstring("1*"));
    CHECK_THAT(lines.back(), ContainsSubstring("shown: rows 36 to 43 of 50, columns "));
}

TEST_CASE("a verdict fits 20 lines of 80 columns, whatever is in it")
{
    Matrix expected = xt::zeros<double>({50, 60});
    const Matrix actual = expected + 1e-7 / 3.0;
    const std::string long_text(2000, 'x');
    const Verdict verdict = check::judge({.call = "f(" + long_text + ")",
                                          .answer = [&] { return actual; },
                                          .expected = expected,
                                          .mistakes = {{"key", actual, long_text + " and so on " + long_text}},
                                          .seed = 18446744073709551615U});
    const std::vector<std::string> lines = tests::lines_of(check::text_of(verdict, "10_other_scores/a_long_name"));
    CHECK(lines.size() <= 20);
    CHECK(std::all_of(lines.begin(), lines.end(), [](const std::string& line) { return line.size() <= 80; }));
    CHECK_THAT(lines.back(), ContainsSubstring("CHECK_SEED=18446744073709551615 ./learn check a_long_name"));
}

TEST_CASE("colour comes on top of the stars, and only when it is asked for")
{
    const check::Pair pair{Vector{1, 2}, Vector{1, 3}};
    const std::string plain = joined(check::side_by_side(pair, {}));
    const std::string coloured = joined(check::side_by_side(pair, {.colour = true}));
    CHECK(plain.find('\033') == std::string::npos);
    CHECK(coloured.find("\033[31m") != std::string::npos);
    CHECK(coloured.find("3*") != std::string::npos);
}

TEST_CASE("the report is JSON with null for what is not known")
{
    CHECK(check::json_of({.state = State::solved}) ==
          R"({"actual_shape":null,"call":"","diagnosis":null,"expected_shape":null,"first_difference":null,)"
          R"("message":"","seed":null,"state":"solved","text":""})"
          "\n");
    const std::string wrong = check::json_of(judged(Vector{1, 2}, Vector{1, 3}));
    CHECK_THAT(wrong, ContainsSubstring(R"("first_difference":[1])"));
    CHECK_THAT(wrong, ContainsSubstring(R"("expected_shape":[2])"));
}

TEST_CASE("a test that a learner wrote is tried on what is right, and on impostors")
{
    using Doubling = std::function<double(double)>;
    const auto tried = [](const std::function<bool(const Doubling&)>& test) {
        return check::judge(
            check::trial<Doubling>("is_doubling(f)", test, {{"adds", [](double x) { return x + x; }}},
                                   {{"gives 0 for everything", [](double) { return 0.0; }},
                                    {"is right for numbers above 0", [](double x) { return std::fmax(0.0, 2.0 * x); }},
                                    {"is right for 0 and 2", [](double x) { return x * x; }}}));
    };
    CHECK(tried([](const Doubling& f) { return f(-3.0) == -6.0; }).state == State::solved);

    const Verdict too_hard = tried([](const Doubling&) { return false; });
    CHECK(too_hard.diagnosis == "turned_down_a_right_one");
    CHECK(too_hard.message == "Your test rejects one that is right: it adds.");

    const Verdict too_soft = tried([](const Doubling& f) { return f(2.0) == 4.0; });
    CHECK(too_soft.diagnosis == "impostors_missed");
    CHECK(too_soft.message ==
          "Your test caught 1 of 3 impostors. It still believes one that is right for numbers above 0.");
    CHECK(tried([](const Doubling&) { return true; }).message ==
          "Your test caught 0 of 3 impostors. It still believes one that gives 0 for everything.");
    CHECK(tried([](const Doubling&) -> bool { throw common::NotDoneYet(); }).state == State::not_started);
}

TEST_CASE("where nobody knows the mistake, it is said how the numbers stand to the right ones")
{
    const Matrix right = {{1.5, 2, -3}, {4, 5.25, 7}, {-2, 0.5, 6}};
    const auto named = [&](const Matrix& answer) { return diagnosis(answer, right); };
    const Matrix by_rows = {{3, 4, -6}, {12, 15.75, 21}, {-2, 0.5, 6}};
    CHECK(named(by_rows) == "rows_by_factors");
    CHECK(named(xt::transpose(Matrix{{3, 8, -4}, {2, 5.25, 0.5}, {-9, 21, 18}})) == "columns_by_factors");
    CHECK(named(right + Matrix{{1}, {2}, {-1}}) == "rows_by_offsets");
    CHECK(named(right - 0.25) == "constant_offset");
    CHECK(named(xt::trunc(right)) == "decimals_cut_off");
    CHECK(named(right * right) == "squares");
    CHECK(named(xt::abs(right)) == "absolute_values");
    CHECK(named(1.0 / right) == "reciprocals");
    CHECK(named({{4, 5.25, 7}, {4, 5.25, 7}, {4, 5.25, 7}}) == "rows_all_the_same");
    CHECK(named({{0, 0, 1}, {1.5, 2, -3}, {4, 5.25, 7}}) == "rows_shifted");
    CHECK(named({{1.5, 2, -3}, {4, 5.25, 7}, {-2, 1, 1}}) == "one_place_wrong");
    CHECK(named({{1.5, 9, -3}, {4, 5, 7}, {-2, 1, 6}}) == "one_place_wrong");
    CHECK(named({{1.5, 2, -3}, {4, 5.25, 7}}) == "cut_short");
    CHECK(named({{1.5, 2, -3}, {4, 5.25, 7}, {-2, 0.5, 6}, {0, 0, 0}}) == "too_long");
    CHECK(named({{infinity, 2, -3}, {4, infinity, 7}, {-2, 0.5, 6}}) == "infinite");
    CHECK(named({{9, 8, 7}, {1, 2, 3}, {5, 5, 4}}).empty());
    CHECK(diagnosis(8, 7) == "one_too_many");
    CHECK(diagnosis(6, 7) == "one_too_few");
    CHECK(diagnosis(7.5, 7).empty());
    CHECK(diagnosis(Vector{0, 0.25, 4}, Vector{0.5, 1, 4}).empty());
}

TEST_CASE("of yes and no it is said which there is too much of")
{
    using common::BoolMatrix;
    const BoolMatrix right = {{true, false, false}, {true, true, false}};
    const auto named = [&](const BoolMatrix& answer) { return diagnosis(answer, right); };
    CHECK(named({{false, true, true}, {false, false, true}}) == "all_negated");
    CHECK(named({{true, true, false}, {true, true, true}}) == "true_too_often");
    CHECK(named({{false, false, false}, {true, true, false}}) == "false_too_often");
    CHECK(named({{false, true, false}, {true, true, false}}).empty());
}

TEST_CASE("nearly right is not called a factor, and a single number gets its factor said")
{
    const Vector right = {1.0, 2.5, -3.0};
    CHECK(diagnosis(Vector(right * 1.000001), right) == "nearly_right");
    CHECK(diagnosis(Vector(right + 1e-5), right) == "nearly_right");
    CHECK(diagnosis(Vector(right * 1.01), right) == "constant_factor");
    CHECK(diagnosis(9.0 - 1.8325506472120096e-06, 9.0) == "not_initialised");
    CHECK(judged(0.6, 0.3).message == "It is 2 times what it should be.");
    CHECK(judged(0.15, 0.3).message == "It should be 2 times as large.");
    CHECK(judged(0.3 * std::sqrt(5.0), 0.3).message == "It is 2.23607, the root of 5, times what it should be.");
    CHECK(diagnosis(0.31, 0.3).empty());
    CHECK(diagnosis(0.5, 0.3).empty());
    CHECK(diagnosis(0.3 * 800.3, 0.3).empty());
    CHECK(diagnosis(-0.3, 0.3) == "sign_flipped");
    CHECK(judged(84, 21).message == "It is 4 times what it should be.");
    CHECK(diagnosis(25, 21).empty());
    CHECK(diagnosis(0.0, 0.3) == "all_zeros");
    CHECK(tests::contains(judged(Vector{0, 0}, Vector{0.5, 0.25}).message, "Either"));
}

TEST_CASE("shapes that clash are explained")
{
    const auto clash = [] { return Value::thrown(xt::broadcast_error("Incompatible dimension of arrays")); };
    const Verdict verdict = check::judge({.call = "f()", .answer = clash, .expected = 1.0});
    CHECK(verdict.message.find("common::product") != std::string::npos);
}

TEST_CASE("where two known mistakes give the same, both are said")
{
    const std::vector<check::Mistake> mistakes = {{"halved", 2.0, "You halved."},
                                                  {"two_less", 2.0, "You took 2 away."},
                                                  {"halved", 2.0, "You halved it twice over."},
                                                  {"none", 4.0, "Right."}};
    const Verdict verdict = judged(2.0, 4.0, mistakes);
    CHECK(verdict.diagnosis == "halved");
    CHECK(verdict.message == "Either: You halved. Or: You took 2 away.");
    CHECK(judged(3.0, 4.0, {{"one_less", 3.0, "You took 1 away."}}).message == "You took 1 away.");
}
