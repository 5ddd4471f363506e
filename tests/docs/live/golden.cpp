// What a live page shows, computed here, as JSON: at rest and for a dozen ways to set its controls.   golden > FILE

#include "tests/docs/live/settings.hpp"

#include "common/page.hpp"
#include "common/print.hpp"
#include "common/scene.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <string>
#include <variant>
#include <vector>

namespace
{

using nlohmann::json;
using Numbers = std::vector<double>;

/// JSON has no infinity and no not-a-number: they become texts.
json as_json(const common::Field& field)
{
    if (const auto* numbers = std::get_if<Numbers>(&field)) {
        json list = json::array();
        for (const double x : *numbers) list.push_back(std::isfinite(x) ? json(x) : json(common::number(x)));
        return list;
    }
    return std::visit([](const auto& held) { return json(held); }, field);
}

const Numbers& numbers_of(const common::Item& item, const std::string& name)
{
    return std::get<Numbers>(*item.find(name));
}

/// A number without the zeros at the end of its decimals.
std::string as_needed(const std::string& number)
{
    if (number.find('.') == std::string::npos) return number;
    const std::string shorter = number.substr(0, number.find_last_not_of('0') + 1);
    return shorter.ends_with('.') ? shorter.substr(0, shorter.size() - 1) : shorter;
}

std::vector<std::string> with_decimals(const Numbers& numbers, double decimals)
{
    std::vector<std::string> texts;
    for (const double x : numbers)
        texts.push_back(decimals == common::as_needed ? as_needed(common::number(x, 3))
                                                      : common::number(x, static_cast<int>(decimals)));
    return texts;
}

/// How many decimals the steps of a slider have.
double decimals_of(double step)
{
    const std::string text = fmt::format("{}", step);
    const std::size_t point = text.find('.');
    return point == std::string::npos ? 0 : static_cast<double>(text.size() - point - 1);
}

/// The numbers of a grid that can be seen, each with the decimals of its column.
std::vector<std::string> seen(const common::Item& grid)
{
    if (!std::get<std::string>(*grid.find("text")).empty()) return {};
    const Numbers& masked = numbers_of(grid, "masked");
    const Numbers& values = numbers_of(grid, "values");
    const Numbers& decimals = numbers_of(grid, "cell_decimals");
    const auto columns = static_cast<std::size_t>(numbers_of(grid, "shape")[1]);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!masked.empty() && masked[i] != 0) continue;
        const double own = decimals.size() == 1 ? decimals[0] : decimals[i % columns];
        texts.push_back(common::number(values[i], static_cast<int>(own)));
    }
    return texts;
}

/// The numbers as a reader is to see them, by the rules of the programs' own printing.
std::vector<std::string> shown(const common::Item& item)
{
    const std::string& kind = item.kind();
    if (kind == "say") return with_decimals(numbers_of(item, "numbers"), numbers_of(item, "decimals")[0]);
    if (kind == "bars") return with_decimals(numbers_of(item, "values"), numbers_of(item, "cell_decimals")[0]);
    if (kind == "grid") return seen(item);
    if (kind == "slider") return with_decimals(numbers_of(item, "value"), decimals_of(numbers_of(item, "range")[2]));
    if (kind == "steps") return with_decimals(numbers_of(item, "value"), 0);
    return {};
}

json as_json(const common::Item& item)
{
    json result = {{"kind", item.kind()}, {"shown", shown(item)}, {"fields", json::object()}};
    for (const auto& [name, value] : item.fields()) result["fields"][name] = as_json(value);
    return result;
}

/// One way to set the page, and what it shows then, or the message that it gives.
json one_case(std::uint64_t seed)
{
    const common::Scene settings = golden::settings_for_page(seed);
    json result = {{"settings", json::object()}, {"items", json::array()}};
    for (const auto& [key, value] : settings.front().fields()) result["settings"][key] = as_json(value);
    try {
        common::Page page(settings);
        attention::live_page(page);
        for (const common::Item& item : page.scene()) result["items"].push_back(as_json(item));
    } catch (const std::exception& error) {
        result["error"] = error.what();
    }
    return result;
}

}  // namespace

int main()
{
    json cases = json::array();
    for (std::uint64_t seed = 0; seed <= 12; ++seed) cases.push_back(one_case(seed));
    std::puts(cases.dump().c_str());
    return 0;
}
