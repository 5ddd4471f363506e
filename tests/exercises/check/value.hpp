/// \file
/// What an answer gave, whatever its type: numbers in a shape, a word, several of these, or an exception.
#pragma once

#include "common/tensor.hpp"

#include <concepts>
#include <cstddef>
#include <exception>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace check
{

/// The sizes of a tensor, from the outside in; a single number has none.
using Shape = std::vector<std::size_t>;

/// Something with an output and its weights, as attention and a soft lookup return it.
template <typename Type>
concept OutputAndWeights = requires(const Type& result) {
    result.output;
    result.weights;
};

/// One type for all that an exercise can return. It is made of the thing itself, without a word: `Value v = Vector{1, 2};`.
struct Value {
    enum class Kind { numbers, yes_no, text, parts, exception };

    Value(double number) : cells{number} {}
    Value(bool answer) : kind(Kind::yes_no), cells{answer ? 1.0 : 0.0} {}
    Value(std::string word) : kind(Kind::text), text(std::move(word)) {}
    Value(const char* word) : Value(std::string(word)) {}

    template <std::integral Whole>
        requires(!std::same_as<Whole, bool>)
    Value(Whole number) : Value(static_cast<double>(number))
    {
    }

    template <typename Number, std::size_t rank>
    Value(const xt::xtensor<Number, rank>& tensor)
        : kind(std::is_same_v<Number, bool> ? Kind::yes_no : Kind::numbers),
          shape(tensor.shape().begin(), tensor.shape().end()), cells(tensor.begin(), tensor.end())
    {
    }

    /// An expression is computed at once.
    template <typename Expression>
    Value(const xt::xexpression<Expression>& expression) : Value(computed(expression.derived_cast()))
    {
    }

    template <OutputAndWeights Result>
    Value(const Result& result) : Value(together({{"weights", result.weights}, {"output", result.output}}))
    {
    }

    /// A named piece of a larger value.
    struct Named;

    /// Several values under their names, compared in this order.
    static Value together(const std::vector<Named>& named);

    /// What an answer threw.
    static Value thrown(const std::exception& exception);

    Kind kind = Kind::numbers;
    Shape shape = {};
    std::vector<double> cells = {};  ///< of numbers and yes_no: row after row
    std::string text = {};           ///< a word; or what the exception said
    std::string name = {};           ///< of a part; or the exception's type
    std::vector<Value> parts = {};
    int line = 0;  ///< of the learner's file, from which an exception came; 0 where that is not known

private:
    template <typename Expression>
    static auto computed(const Expression& expression)
    {
        constexpr std::size_t rank = std::tuple_size_v<typename Expression::shape_type>;
        return xt::xtensor<typename Expression::value_type, rank>(expression);
    }
};

struct Value::Named {
    std::string name;
    Value value;
};

/// An exception that is expected: of exactly this type, with this in its message.
Value throws(const std::string& type, const std::string& part_of_message = "");

/// Whether two numbers agree, relative to the larger one where that is above 1. NaN agrees with NaN.
bool agree(double expected, double actual, double tolerance);

/// Whether two values agree in kind, shape and every cell.
bool agree(const Value& expected, const Value& actual, double tolerance);

/// A value without parts, beside the one it should be.
struct Pair {
    Value expected;
    Value actual;
};

/// The first parts of two values that do not agree; the values themselves where they have no parts.
Pair first_disagreement(const Value& expected, const Value& actual, double tolerance);

/// A shape as this tutorial writes it: `(2, 3)`, `(3)`; a single number is `()`.
std::string text_of(const Shape& shape);

/// The place of a cell, given its number counted row after row.
Shape place_of(std::size_t cell, const Shape& shape);

}  // namespace check
