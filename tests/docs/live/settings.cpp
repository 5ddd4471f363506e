#include "tests/docs/live/settings.hpp"

#include "common/page.hpp"
#include "common/random.hpp"

#include <cmath>
#include <cstddef>
#include <exception>
#include <string>
#include <variant>
#include <vector>

namespace golden
{

namespace
{

using Numbers = std::vector<double>;

const Numbers& numbers_of(const common::Item& control, const std::string& name)
{
    return std::get<Numbers>(*control.find(name));
}

std::size_t below(common::Random& random, std::size_t bound)
{
    return static_cast<std::size_t>(random.uniform() * static_cast<double>(bound));
}

/// Somewhere on the steps of a range.
double on_a_step(const Numbers& range, common::Random& random)
{
    const double steps = std::round((range[1] - range[0]) / range[2]);
    const double value = range[0] + range[2] * static_cast<double>(below(random, static_cast<std::size_t>(steps) + 1));
    return std::round(value * 1e6) / 1e6;
}

/// A few numbers of a matrix moved, the others left.
Numbers some_moved(const common::Item& control, common::Random& random)
{
    Numbers values = numbers_of(control, "value");
    for (int i = 0; i < 3 && !values.empty(); ++i)
        values[below(random, values.size())] = on_a_step(numbers_of(control, "range"), random);
    return values;
}

/// About a third of yes and no turned round.
Numbers some_turned(const common::Item& control, common::Random& random)
{
    Numbers values = numbers_of(control, "value");
    for (double& value : values)
        if (random.uniform() < 0.3) value = 1 - value;
    return values;
}

Numbers pressed(const common::Item& control, common::Random& random)
{
    const auto& options = std::get<std::vector<std::string>>(*control.find("options"));
    Numbers values;
    for (std::size_t left = below(random, options.size() + 1); left > 0; --left)
        values.push_back(static_cast<double>(below(random, options.size())));
    return values;
}

Numbers some_cell(const common::Item& control, common::Random& random)
{
    const Numbers& shape = numbers_of(control, "shape");
    return {static_cast<double>(below(random, static_cast<std::size_t>(shape[0]))),
            static_cast<double>(below(random, static_cast<std::size_t>(shape[1])))};
}

/// Few steps: in many, what is learned here and in a browser drifts apart.
Numbers few_steps(const common::Item& control, common::Random& random)
{
    return {numbers_of(control, "each")[0] * static_cast<double>(below(random, 3)), numbers_of(control, "run")[0]};
}

/// Another line of text; or, of a long one, its end.
std::string typed(const std::string& text, common::Random& random)
{
    if (text.size() > 100) return text.substr(text.find(' ', below(random, text.size() / 2)));
    return std::vector<std::string>{text, "the river bank", "money in the bank"}[below(random, 3)];
}

common::Field moved(const common::Item& control, common::Random& random)
{
    const std::string& kind = control.kind();
    const auto options = [&] { return std::get<std::vector<std::string>>(*control.find("options")).size(); };
    if (kind == "slider") return Numbers{on_a_step(numbers_of(control, "range"), random)};
    if (kind == "choice") return Numbers{static_cast<double>(below(random, options()))};
    if (kind == "toggle") return Numbers{static_cast<double>(below(random, 2))};
    if (kind == "entries") return some_moved(control, random);
    if (kind == "point")
        return Numbers{on_a_step(numbers_of(control, "range"), random),
                       on_a_step(numbers_of(control, "range"), random)};
    if (kind == "cells") return some_turned(control, random);
    if (kind == "cell") return some_cell(control, random);
    if (kind == "presses") return pressed(control, random);
    if (kind == "steps") return few_steps(control, random);
    return typed(std::get<std::string>(*control.find("value")), random);
}

/// The page for settings; empty where they do not fit together.
common::Scene scene_for(const common::Scene& settings)
{
    try {
        common::Page page(settings);
        attention::live_page(page);
        return page.scene();
    } catch (const std::exception&) {
        return {};
    }
}

}  // namespace

common::Scene settings_for_page(std::uint64_t seed)
{
    common::Random random(seed);
    common::Scene settings{common::Item("settings")};
    if (seed == 0) return settings;
    // One by one, since what is there to be moved may depend on what was moved before.
    common::Scene scene = scene_for(settings);
    for (std::size_t i = 0; i < scene.size(); ++i) {
        if (scene[i].find("key") == nullptr) continue;
        const common::Field value = moved(scene[i], random);
        settings.front().with(std::get<std::string>(*scene[i].find("key")), value);
        scene = scene_for(settings);
    }
    return settings;
}

}  // namespace golden
