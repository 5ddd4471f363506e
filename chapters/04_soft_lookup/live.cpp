// The live page of chapter 4: one question to a dictionary of three animals, asked more and more sharply.

#include "04_soft_lookup/animals.hpp"
#include "04_soft_lookup/soft_lookup.hpp"

#include "common/page.hpp"
#include "common/tensor.hpp"

#include <cstddef>
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

/// The animals with their values.
std::vector<std::string> described()
{
    const auto whole = [](double x) { return std::to_string(static_cast<int>(x)); };
    std::vector<std::string> all = animals::names;
    for (std::size_t j = 0; j < all.size(); ++j)
        all[j] += ": " + whole(animals::V(j, 0)) + " cm, " + whole(animals::V(j, 1)) + " legs";
    return all;
}

/// What there is to notice about a question and how sharply it is asked.
std::string noticed(const Vector& q, double beta)
{
    if (xt::sum(q)() == 0) return "Asked for nothing at all, it answers all the same: with the mean of all three.";
    if (beta == 0) return "At zero the question plays no part: this is the mean of all three.";
    if (beta < 0) return "Below zero, what fits worst wins.";
    if (beta >= 6) return "Nearly an ordinary dictionary: what fits best takes it all, and equals share.";
    return "Push the sharpness up, and the blend becomes a choice. And below zero?";
}

}  // namespace

void live_page(common::Page& page)
{
    const Vector q = asked(page);
    const double beta = page.slider("beta", "Sharpness β", {.from = -4, .to = 10, .step = 0.5, .start = 1});
    const Lookup found = soft_lookup(q, animals::K, animals::V, beta);

    page.show(common::Bars{.caption = "How much of each animal", .labels = described(), .values = found.weights});
    page.say({.text = "The answer: {} cm high, on {} legs.", .numbers = {found.output(0), found.output(1)}});
    page.say({.text = noticed(q, beta)});
}

}  // namespace attention
