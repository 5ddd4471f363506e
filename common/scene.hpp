/// \file
/// What is on a live page, as plain data that can be handed over the border between C++ and a browser.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace common
{

/// What a field of an item holds: a text, numbers, or several texts.
using Field = std::variant<std::string, std::vector<double>, std::vector<std::string>>;

/// One thing on a live page, a control or a view: what kind it is, and its fields by name.
class Item
{
public:
    /// An item without fields.
    ///
    /// \param kind  `slider`, `grid`, `plot`, ...: what the page draws it as
    explicit Item(std::string kind) : kind_(std::move(kind)) {}

    /// Add a field. The item itself, so that fields can be added in a row.
    Item& with(std::string name, Field value)
    {
        fields_.emplace_back(std::move(name), std::move(value));
        return *this;
    }

    /// Add a number.
    Item& with(std::string name, double value) { return with(std::move(name), std::vector<double>{value}); }

    /// What kind it is.
    const std::string& kind() const { return kind_; }

    /// The fields in the order in which they were added.
    const std::vector<std::pair<std::string, Field>>& fields() const { return fields_; }

    /// The field of a name, or null.
    const Field* find(const std::string& name) const;

private:
    std::string kind_;
    std::vector<std::pair<std::string, Field>> fields_;
};

/// All that is on a page, in order.
using Scene = std::vector<Item>;

/// A scene as bytes: counts and lengths as 32-bit and numbers as 64-bit, both little-endian; texts in UTF-8. `live.js` reads it.
std::string encoded(const Scene& scene);

/// What `encoded` wrote.
///
/// \throws std::invalid_argument  where the bytes end too soon
Scene decoded(const std::string& bytes);

}  // namespace common
