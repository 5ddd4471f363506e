/// \file
/// A source as its text shows it, whatever a compiler makes of it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace learn::triage
{

/// A source, twice: as it is written, and with blanks in place of comments and of what stands in quotes.
struct Code {
    std::vector<std::string> lines;
    std::vector<std::string> bare;

    /// A line by its number, which begins at 1; empty where there is none.
    const std::string& line(int number) const;
    const std::string& bare_line(int number) const;
};

Code read_code(const std::filesystem::path& file);
Code code_from(const std::string& text);

/// The first line of the statement that a line belongs to.
int statement_begin(const Code& code, int line);

/// How far a line is moved in; npos where it is blank.
std::size_t indentation(const std::string& line);

/// How many more ( than ) a statement has, from its beginning to the end of a line.
int open_parentheses(const Code& code, int line);

/// The name that a line writes to: `v` in `v(0) = 1.0;`. Empty where there is none.
std::string name_written(const std::string& bare_line);

/// The last line above another that holds more than blanks and comments; 0 where there is none.
int code_line_above(const Code& code, int line);

}  // namespace learn::triage
