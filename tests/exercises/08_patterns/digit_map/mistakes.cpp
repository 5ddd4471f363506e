// Exercise 8.3 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// a version differs from the one it was made from.
#include "tests/exercises/08_patterns/digit_map/task.hpp"

#include <algorithm>
#include <string>

namespace attention
{

namespace right::letters_of_a_word
{
std::string digit_map(const Matrix& weights)
{
    const std::string characters = ".1234567899";
    std::string map(weights.shape(0) * (2 * weights.shape(1) + 1), '\n');
    std::size_t at = 0;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            bool star = weights(i, j) > 0.0;
            for (const double rival : row_of(weights, i)) star = star && rival <= weights(i, j);
            map[at++] = star ? '*' : ' ';
            map[at++] = characters[static_cast<std::size_t>(10.0 * weights(i, j))];
        }
        ++at;
    }
    return map;
}
}  // namespace right::letters_of_a_word

namespace right::loops
{
std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        double largest = 0.0;
        for (std::size_t j = 0; j < weights.shape(1); ++j) largest = std::max(largest, weights(i, j));
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            const double weight = weights(i, j);
            const bool strongest = weight == largest && weight > 0.0;
            const int tenths = std::min(9, static_cast<int>(10.0 * weight));
            map += strongest ? '*' : ' ';
            map += tenths == 0 ? '.' : static_cast<char>('0' + tenths);
        }
        map += '\n';
    }
    return map;
}
}  // namespace right::loops

// Like right::loops, except where marked.
namespace digit_before_star
{
std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        double largest = 0.0;
        for (std::size_t j = 0; j < weights.shape(1); ++j) largest = std::max(largest, weights(i, j));
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            const double weight = weights(i, j);
            const bool strongest = weight == largest && weight > 0.0;
            const int tenths = std::min(9, static_cast<int>(10.0 * weight));
            // <-- without: map += strongest ? '*' : ' ';
            map += tenths == 0 ? '.' : static_cast<char>('0' + tenths);
            map += strongest ? '*' : ' ';  // <--
        }
        map += '\n';
    }
    return map;
}
}  // namespace digit_before_star

// Like right::loops, except where marked.
namespace last_line_open
{
std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        double largest = 0.0;
        for (std::size_t j = 0; j < weights.shape(1); ++j) largest = std::max(largest, weights(i, j));
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            const double weight = weights(i, j);
            const bool strongest = weight == largest && weight > 0.0;
            const int tenths = std::min(9, static_cast<int>(10.0 * weight));
            map += strongest ? '*' : ' ';
            map += tenths == 0 ? '.' : static_cast<char>('0' + tenths);
        }
        if (i + 1 < weights.shape(0)) map += '\n';  // <--
    }
    return map;
}
}  // namespace last_line_open

// Like right::loops, except where marked.
namespace lines_run_together
{
std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        double largest = 0.0;
        for (std::size_t j = 0; j < weights.shape(1); ++j) largest = std::max(largest, weights(i, j));
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            const double weight = weights(i, j);
            const bool strongest = weight == largest && weight > 0.0;
            const int tenths = std::min(9, static_cast<int>(10.0 * weight));
            map += strongest ? '*' : ' ';
            map += tenths == 0 ? '.' : static_cast<char>('0' + tenths);
        }
        // <-- without: map += '\n';
    }
    return map;
}
}  // namespace lines_run_together

// Like right::loops, except where marked.
namespace one_is_ten::colon
{
std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        double largest = 0.0;
        for (std::size_t j = 0; j < weights.shape(1); ++j) largest = std::max(largest, weights(i, j));
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            const double weight = weights(i, j);
            const bool strongest = weight == largest && weight > 0.0;
            const int tenths = static_cast<int>(10.0 * weight);  // <--
            map += strongest ? '*' : ' ';
            map += tenths == 0 ? '.' : static_cast<char>('0' + tenths);
        }
        map += '\n';
    }
    return map;
}
}  // namespace one_is_ten::colon

// Like right::loops, except where marked.
namespace one_is_ten::plain
{
std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        double largest = 0.0;
        for (std::size_t j = 0; j < weights.shape(1); ++j) largest = std::max(largest, weights(i, j));
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            const double weight = weights(i, j);
            const bool strongest = weight == largest && weight > 0.0;
            const int tenths = static_cast<int>(10.0 * weight);  // <--
            map += strongest ? '*' : ' ';
            map += tenths == 0 ? "." : std::to_string(tenths);  // <--
        }
        map += '\n';
    }
    return map;
}
}  // namespace one_is_ten::plain

namespace one_star_a_row::last
{
std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        std::size_t best = 0;
        for (std::size_t j = 1; j < weights.shape(1); ++j) {
            if (weights(i, j) >= weights(i, best)) best = j;
        }
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            map += j == best ? '*' : ' ';
            const int tenths = static_cast<int>(10.0 * weights(i, j));
            map += tenths == 0 ? "." : std::to_string(tenths);
        }
        map += '\n';
    }
    return map;
}
}  // namespace one_star_a_row::last

namespace one_star_a_row::plain
{
std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        std::size_t best = 0;
        for (std::size_t j = 1; j < weights.shape(1); ++j) {
            if (weights(i, j) > weights(i, best)) best = j;
        }
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            map += j == best ? '*' : ' ';
            const int tenths = static_cast<int>(10.0 * weights(i, j));
            map += tenths == 0 ? "." : std::to_string(tenths);
        }
        map += '\n';
    }
    return map;
}
}  // namespace one_star_a_row::plain

// Like right::loops, except where marked.
namespace rounded_to_nearest
{
std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        double largest = 0.0;
        for (std::size_t j = 0; j < weights.shape(1); ++j) largest = std::max(largest, weights(i, j));
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            const double weight = weights(i, j);
            const bool strongest = weight == largest && weight > 0.0;
            const int tenths = std::min(9, static_cast<int>(10.0 * weight + 0.5));  // <--
            map += strongest ? '*' : ' ';
            map += tenths == 0 ? '.' : static_cast<char>('0' + tenths);
        }
        map += '\n';
    }
    return map;
}
}  // namespace rounded_to_nearest

// Like the solution, except where marked.
namespace rows_are_keys::plain
{
std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t j = 0; j < weights.shape(1); ++j) {  // <--
        for (std::size_t i = 0; i < weights.shape(0); ++i) {
            map += weights(i, j) == xt::amax(row_of(weights, i))() ? '*' : ' ';  // <--
            const int tenths = static_cast<int>(10.0 * weights(i, j));           // <--
            map += tenths == 0 ? "." : std::to_string(tenths);                   // <--
        }
        map += '\n';
    }
    return map;
}
}  // namespace rows_are_keys::plain

namespace rows_are_keys::stars_too
{
std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t j = 0; j < weights.shape(1); ++j) {
        const Vector line = column_of(weights, j);
        for (std::size_t i = 0; i < line.size(); ++i) {
            map += line(i) == xt::amax(line)() ? '*' : ' ';
            const int tenths = static_cast<int>(10.0 * line(i));
            map += tenths == 0 ? "." : std::to_string(tenths);
        }
        map += '\n';
    }
    return map;
}
}  // namespace rows_are_keys::stars_too

// Like right::loops, except where marked.
namespace star_for_nothing
{
std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        double largest = 0.0;
        for (std::size_t j = 0; j < weights.shape(1); ++j) largest = std::max(largest, weights(i, j));
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            const double weight = weights(i, j);
            const bool strongest = weight == largest;  // <--
            const int tenths = std::min(9, static_cast<int>(10.0 * weight));
            map += strongest ? '*' : ' ';
            map += tenths == 0 ? '.' : static_cast<char>('0' + tenths);
        }
        map += '\n';
    }
    return map;
}
}  // namespace star_for_nothing

// Like right::loops, except where marked.
namespace strongest_of_all
{
std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        double largest = 0.0;
        for (std::size_t j = 0; j < weights.shape(1); ++j) largest = std::max(largest, weights(i, j));
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            const double weight = weights(i, j);
            const bool strongest = weight == xt::amax(weights)() && weight > 0.0;  // <--
            const int tenths = std::min(9, static_cast<int>(10.0 * weight));
            map += strongest ? '*' : ' ';
            map += tenths == 0 ? '.' : static_cast<char>('0' + tenths);
        }
        map += '\n';
    }
    return map;
}
}  // namespace strongest_of_all

// Like right::loops, except where marked.
namespace strongest_query_of_a_key
{
std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        double largest = 0.0;
        for (std::size_t j = 0; j < weights.shape(1); ++j) largest = std::max(largest, weights(i, j));
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            const double weight = weights(i, j);
            const bool strongest = weight == xt::amax(column_of(weights, j))() && weight > 0.0;  // <--
            const int tenths = std::min(9, static_cast<int>(10.0 * weight));
            map += strongest ? '*' : ' ';
            map += tenths == 0 ? '.' : static_cast<char>('0' + tenths);
        }
        map += '\n';
    }
    return map;
}
}  // namespace strongest_query_of_a_key

// Like right::loops, except where marked.
namespace zero_for_dot
{
std::string digit_map(const Matrix& weights)
{
    std::string map;
    for (std::size_t i = 0; i < weights.shape(0); ++i) {
        double largest = 0.0;
        for (std::size_t j = 0; j < weights.shape(1); ++j) largest = std::max(largest, weights(i, j));
        for (std::size_t j = 0; j < weights.shape(1); ++j) {
            const double weight = weights(i, j);
            const bool strongest = weight == largest && weight > 0.0;
            const int tenths = std::min(9, static_cast<int>(10.0 * weight));
            map += strongest ? '*' : ' ';
            map += static_cast<char>('0' + tenths);  // <--
        }
        map += '\n';
    }
    return map;
}
}  // namespace zero_for_dot

}  // namespace attention
