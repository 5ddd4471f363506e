// Chapter 15, live: a head learns in the page, and its pairing grows out of noise, or does not.

#include "15_learning/learning.hpp"
#include "15_learning/pairing.hpp"
#include "15_learning/recall.hpp"
#include "15_learning/recall_head.hpp"
#include "15_learning/side_by_side.hpp"
#include "15_learning/tuned.hpp"

#include "common/page.hpp"
#include "common/plot.hpp"
#include "common/random.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace attention
{

namespace
{

constexpr std::size_t each = 10;  // steps from one look to the next, as in the program

/// What can be set before a head starts to learn.
struct Setup {
    std::size_t d_k = 0;      // which of `head_sizes`
    std::size_t scaling = 0;  // which of `scalings`
    std::size_t rate = 0;     // which of `rates`, for W_Q and W_K; W_V always has 0.3
    std::uint64_t seed = 0;

    bool operator==(const Setup&) const = default;

    /// A number of its own for each setup.
    double number() const { return static_cast<double>(seed * 1000 + 100 * d_k + 10 * scaling + rate); }
};

/// Of the rates that the chapter tries, those that make a difference here.
const std::vector<double> rates = {0.3 / 4, 0.3, 1.2, 4.8, 19.2, 307.2};

/// What there is to see after some steps.
struct Look {
    Progress progress;
    Matrix P;  // the pairing
    Matrix W_V;
};

/// A head that learns as the chapter's first one does, as far as anybody has asked, with a look every few steps.
class Training
{
public:
    explicit Training(const Setup& setup)
        : setup_(setup), random_(setup.seed), exam_(random_questions(512, random_)),
          learner_(new_run(head_sizes[setup.d_k], scalings[setup.scaling], Rule::descent, setup.seed).learner)
    {
        look();
    }

    const Setup& setup() const { return setup_; }

    /// All looks up to a step. What is missing is learned now.
    std::span<const Look> until(std::size_t step)
    {
        while (looks_.size() <= step / each) {
            for (std::size_t i = 0; i < each; ++i)
                learn_at_two_rates(random_questions(64, random_), learner_, rates[setup_.rate]);
            look();
        }
        return std::span(looks_).first(step / each + 1);
    }

private:
    void look()
    {
        looks_.push_back({progress_of(exam_, learner_), pairing(learner_.W, learner_.scale), learner_.W.W_V});
    }

    Setup setup_;
    common::Random random_;
    Questions exam_;
    Learner learner_;
    std::vector<Look> looks_;
};

/// The training of a setup. The last one is kept, so that it goes on where it was.
Training& training_of(const Setup& setup)
{
    static std::optional<Training> kept;
    if (!kept || kept->setup() != setup) kept.emplace(setup);
    return *kept;
}

/// What can be set.
Setup controls(common::Page& page)
{
    Setup setup;
    setup.d_k = page.choice("d_k", "d_k, the size of queries and keys", {"8", "64", "512"}, 1);
    setup.scaling = page.choice("scaling", "Scores are divided by", {"nothing", "√d_k", "d_k"}, 1);
    setup.rate = page.choice("rate", "Learning rate of W_Q and W_K", {"0.075", "0.3", "1.2", "4.8", "19.2", "307"}, 1);
    setup.seed = static_cast<std::uint64_t>(
        page.slider("seed", "Seed of the random numbers", {.from = 1, .to = 30, .step = 1, .start = 15}));
    return setup;
}

/// Names for some numbers: a letter, and from 1 on.
std::vector<std::string> numbered(const std::string& letter, std::size_t count)
{
    std::vector<std::string> names;
    for (std::size_t c = 1; c <= count; ++c) names.push_back(letter + std::to_string(c));
    return names;
}

/// The two products that show what has been learned.
void show_learned(common::Page& page, const Look& now)
{
    std::vector<std::string> token = numbered("k", key_size);
    for (const std::string& name : numbered("v", value_size)) token.push_back(name);
    page.show({.caption = "The pairing P: query by token",
               .values = now.P,
               .rows = numbered("q", key_size),
               .columns = token,
               .shade = common::Shade::both,
               .in_output = false,
               .dense = {.text = "Its cosine with [1 0] is {}.", .numbers = {likeness(now.P, right_pairing())}}});
    page.show({.caption = "W_V: token by answer",
               .values = now.W_V,
               .rows = token,
               .columns = numbered("a", value_size),
               .shade = common::Shade::value,
               .in_output = false,
               .dense = {.text = "Its cosine with 0 above 1 is {}.", .numbers = {likeness(now.W_V, right_values())}}});
}

/// Loss, weight and entropy at every look so far.
void show_curves(common::Page& page, std::span<const Look> looks)
{
    common::Plot plot{.title = "",
                      .description = "",
                      .x_title = "training steps",
                      .y_title = "loss, weight, entropy in nats",
                      .curves = {{"loss", {}, {}}, {"weight on the right pair", {}, {}}, {"entropy", {}, {}}}};
    for (std::size_t look = 0; look < looks.size(); ++look) {
        const Progress& now = looks[look].progress;
        for (common::Curve& curve : plot.curves) curve.x.push_back(static_cast<double>(each * look));
        plot.curves[0].y.push_back(now.loss);
        plot.curves[1].y.push_back(now.weight_on_right);
        plot.curves[2].y.push_back(now.entropy);
    }
    const double step = plot.curves[0].x.back();
    page.show(plot, {.x_from = 0,
                     .x_to = step > 400 ? 1500.0 : 400.0,
                     .y_from = 0,
                     .y_to = 2.2,
                     .here = step,
                     .seen = {.text = "After {} steps.", .numbers = {step}, .decimals = 0}});
}

/// How well it does, and how close its pairing has come.
void say_progress(common::Page& page, const Look& look)
{
    const Progress& now = look.progress;
    page.say({.text = "The loss is {}.", .numbers = {now.loss}});
    page.say({.text = "The right pair gets {} of the weight, and the entropy is {}.",
              .numbers = {now.weight_on_right, now.entropy},
              .decimals = 2});
    const std::string verdict = now.weight_on_right > 0.6 ? "It has found out what to compare."
                                : now.entropy > 1.9       ? "It mixes all eight values almost evenly."
                                : now.entropy < 0.6       ? "It is certain, and mostly wrong."
                                                          : "It prefers some pairs, but not yet the right ones.";
    page.say({.text = "The cosine of the pairing with [1 0] is {}. " + verdict,
              .numbers = {likeness(look.P, right_pairing())}});
}

}  // namespace

void live_page(common::Page& page)
{
    page.allow(1e-6);
    const Setup setup = controls(page);
    const std::size_t step = page.steps("step", "Training steps", each, 1500, setup.number());
    const std::span<const Look> looks = training_of(setup).until(step);
    show_learned(page, looks.back());
    show_curves(page, looks);
    say_progress(page, looks.back());
}

}  // namespace attention
