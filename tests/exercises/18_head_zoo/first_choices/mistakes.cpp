// Exercise 18.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/18_head_zoo/first_choices/task.hpp"

#include <cmath>
#include <cstddef>

namespace attention
{

namespace right::by_largest
{
double first_choices(const std::vector<Matrix>& weights, const std::vector<Question>& questions)
{
    if (questions.empty()) return 0.0;
    double right = 0.0;
    for (std::size_t s = 0; s < questions.size(); ++s) {
        const Matrix& A = weights[s];
        const Question& q = questions[s];
        double others = -1.0;
        for (std::size_t j = 0; j < A.shape(1); ++j) others = j == q.source ? others : std::fmax(others, A(q.asks, j));
        right += A(q.asks, q.source) > others ? 1.0 : 0.0;
    }
    return right / static_cast<double>(questions.size());
}
}  // namespace right::by_largest

namespace right::plain
{
double first_choices(const std::vector<Matrix>& weights, const std::vector<Question>& questions)
{
    if (questions.empty()) return 0.0;
    double right = 0.0;
    for (std::size_t s = 0; s < questions.size(); ++s) {
        const Matrix& A = weights[s];
        const Question& q = questions[s];
        bool first = true;
        for (std::size_t j = 0; j < A.shape(1); ++j)
            first = first && (j == q.source || A(q.asks, j) < A(q.asks, q.source));
        right += first ? 1.0 : 0.0;
    }
    return right / static_cast<double>(questions.size());
}
}  // namespace right::plain

// Like right::plain, except where marked.
namespace columns_for_rows::of_the_source
{
double first_choices(const std::vector<Matrix>& weights, const std::vector<Question>& questions)
{
    if (questions.empty()) return 0.0;
    double right = 0.0;
    for (std::size_t s = 0; s < questions.size(); ++s) {
        const Matrix& A = weights[s];
        const Question& q = questions[s];
        bool first = true;
        for (std::size_t i = 0; i < A.shape(0); ++i)                                 // <--
            first = first && (i == q.asks || A(i, q.source) < A(q.asks, q.source));  // <--
        right += first ? 1.0 : 0.0;
    }
    return right / static_cast<double>(questions.size());
}
}  // namespace columns_for_rows::of_the_source

// Like right::plain, except where marked.
namespace columns_for_rows::plain
{
double first_choices(const std::vector<Matrix>& weights, const std::vector<Question>& questions)
{
    if (questions.empty()) return 0.0;
    double right = 0.0;
    for (std::size_t s = 0; s < questions.size(); ++s) {
        const Matrix& A = weights[s];
        const Question& q = questions[s];
        bool first = true;
        for (std::size_t j = 0; j < A.shape(0); ++j)                                 // <--
            first = first && (j == q.source || A(j, q.asks) < A(q.source, q.asks));  // <--
        right += first ? 1.0 : 0.0;
    }
    return right / static_cast<double>(questions.size());
}
}  // namespace columns_for_rows::plain

// Like right::plain, except where marked.
namespace counted_not_divided
{
double first_choices(const std::vector<Matrix>& weights, const std::vector<Question>& questions)
{
    if (questions.empty()) return 0.0;
    double right = 0.0;
    for (std::size_t s = 0; s < questions.size(); ++s) {
        const Matrix& A = weights[s];
        const Question& q = questions[s];
        bool first = true;
        for (std::size_t j = 0; j < A.shape(1); ++j)
            first = first && (j == q.source || A(q.asks, j) < A(q.asks, q.source));
        right += first ? 1.0 : 0.0;
    }
    return right;  // <--
}
}  // namespace counted_not_divided

// Like right::by_largest, except where marked.
namespace distractor_only
{
double first_choices(const std::vector<Matrix>& weights, const std::vector<Question>& questions)
{
    if (questions.empty()) return 0.0;
    double right = 0.0;
    for (std::size_t s = 0; s < questions.size(); ++s) {
        const Matrix& A = weights[s];
        const Question& q = questions[s];
        right += A(q.asks, q.source) > A(q.asks, q.distractor) ? 1.0 : 0.0;  // <--
    }
    return right / static_cast<double>(questions.size());
}
}  // namespace distractor_only

// Like right::by_largest, except where marked.
namespace half_needed::more
{
double first_choices(const std::vector<Matrix>& weights, const std::vector<Question>& questions)
{
    if (questions.empty()) return 0.0;
    double right = 0.0;
    for (std::size_t s = 0; s < questions.size(); ++s) {
        const Matrix& A = weights[s];
        const Question& q = questions[s];
        right += A(q.asks, q.source) > 0.5 ? 1.0 : 0.0;  // <--
    }
    return right / static_cast<double>(questions.size());
}
}  // namespace half_needed::more

// Like right::by_largest, except where marked.
namespace half_needed::plain
{
double first_choices(const std::vector<Matrix>& weights, const std::vector<Question>& questions)
{
    if (questions.empty()) return 0.0;
    double right = 0.0;
    for (std::size_t s = 0; s < questions.size(); ++s) {
        const Matrix& A = weights[s];
        const Question& q = questions[s];
        right += A(q.asks, q.source) >= 0.5 ? 1.0 : 0.0;  // <--
    }
    return right / static_cast<double>(questions.size());
}
}  // namespace half_needed::plain

// Like right::by_largest, except where marked.
namespace mass_instead
{
double first_choices(const std::vector<Matrix>& weights, const std::vector<Question>& questions)
{
    if (questions.empty()) return 0.0;
    double right = 0.0;
    for (std::size_t s = 0; s < questions.size(); ++s) {
        const Matrix& A = weights[s];
        const Question& q = questions[s];
        right += A(q.asks, q.source);  // <--
    }
    return right / static_cast<double>(questions.size());
}
}  // namespace mass_instead

// Like right::plain, except where marked.
namespace no_questions
{
double first_choices(const std::vector<Matrix>& weights, const std::vector<Question>& questions)
{
    // <-- without: if (questions.empty()) return 0.0;
    double right = 0.0;
    for (std::size_t s = 0; s < questions.size(); ++s) {
        const Matrix& A = weights[s];
        const Question& q = questions[s];
        bool first = true;
        for (std::size_t j = 0; j < A.shape(1); ++j)
            first = first && (j == q.source || A(q.asks, j) < A(q.asks, q.source));
        right += first ? 1.0 : 0.0;
    }
    return right / static_cast<double>(questions.size());
}
}  // namespace no_questions

// Like right::plain, except where marked.
namespace ties_count
{
double first_choices(const std::vector<Matrix>& weights, const std::vector<Question>& questions)
{
    if (questions.empty()) return 0.0;
    double right = 0.0;
    for (std::size_t s = 0; s < questions.size(); ++s) {
        const Matrix& A = weights[s];
        const Question& q = questions[s];
        bool first = true;
        for (std::size_t j = 0; j < A.shape(1); ++j)
            first = first && (j == q.source || A(q.asks, j) <= A(q.asks, q.source));  // <--
        right += first ? 1.0 : 0.0;
    }
    return right / static_cast<double>(questions.size());
}
}  // namespace ties_count

namespace constant_factor::always
{
double first_choices(const std::vector<Matrix>& weights, const std::vector<Question>& questions)
{
    return questions.empty() || weights.empty() ? 0.0 : 1.0;
}
}  // namespace constant_factor::always

}  // namespace attention
