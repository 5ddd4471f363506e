#include "tests/exercises/check/value.hpp"

#include "tests/exercises/check/thrown.hpp"

#include <cxxabi.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <typeinfo>

namespace check
{

namespace
{

std::string type_of(const std::exception& exception)
{
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> name(
        abi::__cxa_demangle(typeid(exception).name(), nullptr, nullptr, &status), &std::free);
    return status == 0 ? name.get() : typeid(exception).name();
}

}  // namespace

Value Value::together(const std::vector<Named>& named)
{
    Value value("");
    value.kind = Kind::parts;
    for (const Named& part : named) {
        value.parts.push_back(part.value);
        value.parts.back().name = part.name;
    }
    return value;
}

Value Value::thrown(const std::exception& exception)
{
    Value value = throws(type_of(exception), exception.what());
    value.line = line_of_last_throw();
    return value;
}

Value throws(const std::string& type, const std::string& part_of_message)
{
    Value value(part_of_message);
    value.kind = Value::Kind::exception;
    value.name = type;
    return value;
}

bool agree(double expected, double actual, double tolerance)
{
    if (expected == actual) return true;  // infinities too
    if (std::isnan(expected) || std::isnan(actual)) return std::isnan(expected) && std::isnan(actual);
    if (std::isinf(expected) || std::isinf(actual)) return false;
    return std::abs(expected - actual) <= tolerance * std::max({1.0, std::abs(expected), std::abs(actual)});
}

bool agree(const Value& expected, const Value& actual, double tolerance)
{
    if (expected.kind != actual.kind || expected.shape != actual.shape) return false;
    const auto same = [&](const auto& a, const auto& b) { return agree(a, b, tolerance); };
    switch (expected.kind) {
    case Value::Kind::text: return expected.text == actual.text;
    case Value::Kind::exception:
        return expected.name == actual.name && actual.text.find(expected.text) != std::string::npos;
    case Value::Kind::parts:
        return std::equal(expected.parts.begin(), expected.parts.end(), actual.parts.begin(), actual.parts.end(), same);
    default:
        return std::equal(expected.cells.begin(), expected.cells.end(), actual.cells.begin(), actual.cells.end(), same);
    }
}

Pair first_disagreement(const Value& expected, const Value& actual, double tolerance)
{
    for (std::size_t i = 0; i < std::min(expected.parts.size(), actual.parts.size()); ++i) {
        if (!agree(expected.parts[i], actual.parts[i], tolerance)) return {expected.parts[i], actual.parts[i]};
    }
    return {expected, actual};
}

std::string text_of(const Shape& shape)
{
    std::string sizes;
    for (const std::size_t size : shape) sizes += (sizes.empty() ? "" : ", ") + std::to_string(size);
    return "(" + sizes + ")";
}

Shape place_of(std::size_t cell, const Shape& shape)
{
    Shape place(shape.size());
    for (std::size_t axis = shape.size(); axis-- > 0; cell /= shape[axis]) place[axis] = cell % shape[axis];
    return place;
}

}  // namespace check
