/// \file
/// Printing that lines up: numbers with fixed decimals, vectors and matrices with their shapes, tables.
#pragma once

#include "common/tensor.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace common
{

/// Print a line that opens a section of a program's output, underlined.
void heading(std::string_view text);

/// A number with fixed decimals. Zero has no sign; infinity is `inf`, not-a-number is `nan`.
std::string number(double value, int decimals = 4);

/// A whole number with a comma after each thousand: `12,345`.
std::string with_commas(std::uint64_t value);

/// The numbers of a vector in brackets, each with no more decimals than it needs: `[0.5, 2]`.
std::string plain(const Vector& v);

/// The numbers of a vector in brackets: `[1.00, 0.50]`.
std::string numbers(const Vector& v, int decimals = 4);

/// Print a vector with its name and its length: `q = [1.0000, 0.0000]  (2)`.
void print_vector(std::string_view name, const Vector& v, int decimals = 4);

/// How a matrix is printed: what its rows and columns are called, and how many decimals it gets.
struct MatrixLabels {
    std::vector<std::string> rows = {};     ///< one name a row, or none at all
    std::vector<std::string> columns = {};  ///< one name a column, or none at all
    int decimals = 4;                       ///< of every number
};

/// Print a matrix with its name, its shape and, where given, the names of its rows and columns.
/// \throws std::invalid_argument  where there are names, but not one for each row or column
void print_matrix(std::string_view name, const Matrix& M, const MatrixLabels& labels = {});

/// A table of words and numbers: the first column is aligned left, the others right.
class Table
{
public:
    /// A table with nothing below its header.
    explicit Table(std::vector<std::string> header);

    /// Add a row. \throws std::invalid_argument  unless it has a cell for each column
    void add_row(std::vector<std::string> cells);

    /// The lines of the table, each with its end, indented by two spaces.
    std::string text() const;

    /// Print the table.
    void print() const;

private:
    std::vector<std::vector<std::string>> rows_;  // the header is row 0
};

}  // namespace common
