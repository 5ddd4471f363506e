// The live page of chapter 4: one question to a dictionary of three animals, asked more and more sharply.

#include "04_soft_lookup/animals.hpp"
#include "04_soft_lookup/soft_lookup.hpp"

#include "common/page.hpp"
#include "common/tensor.hpp"

#include <string>
#include <utility>
#include <vector>

namespace attention
{

namespace
{

/// What can be asked, as in the chapter's first table.
const std::vector<std::pair<std::string, Vector>> questions = {
    {"it meows", {0, 1, 0}}, {"meows, mostly", {0, 0.9, 0.1}}, {"meows or swims", {0, 1, 1}}, {"nothing", {0, 0, 0}}};

Vector asked(common::Page& page)
{
    std::vector<std::string> names;
    for (const auto& [name, unused] : questions) names.push_back(name);
    return questions[page.choice("question", "The question", names)].second;
}

}  // namespace

void live_page(common::Page& page)
{
    const Vector q = asked(page);
    const double beta = page.slider("beta", "Sharpness β", {.from = -4, .to = 10, .step = 0.5, .start = 1});
    const Lookup found = soft_lookup(q, animals::K, animals::V, beta);

    page.show(common::Bars{.caption = "How much of each animal", .labels = animals::names, .values = found.weights});
    page.say({.text = "The answer: {} cm high, on {} legs.", .numbers = {found.output(0), found.output(1)}});
}

}  // namespace attention
