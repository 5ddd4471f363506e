/// \file
/// Chapter 22: the pictures; nothing to learn here.
#pragma once

#include "22_kv_cache/decoding/decoding_speed.hpp"
#include "22_kv_cache/decoding/grouped_heads.hpp"
#include "22_kv_cache/growth.hpp"
#include "22_kv_cache/multiplications.hpp"

#include "common/bars.hpp"
#include "common/map.hpp"
#include "common/pictures.hpp"
#include "common/plot.hpp"
#include "common/svg.hpp"
#include "common/tensor.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace attention::show
{

/// What the newest word of a sentence adds to the scores, and to what is kept.
class StepDrawing
{
public:
    StepDrawing()
    {
        svg_.paragraph(16, 26, 400, "What one more word changes: mat joins the cat sat on the", "ink", 15);
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const bool is_new = i + 1 == words_.size();
            svg_.text(x(i) + cell / 2, top - 10, words_[i], is_new ? "key strong" : "key", common::Anchor::middle);
            svg_.text(left - 12, y(i) + 21, words_[i], is_new ? "query strong" : "query", common::Anchor::end);
            for (std::size_t j = 0; j < words_.size(); ++j) draw_score(i, j);
        }
        draw_kept(y(6) + 22, "K", "key");
        draw_kept(y(6) + 62, "V", "value");
        draw_legend(y(6) + 124);
    }

    std::string document() const { return svg_.document(); }  ///< the picture

private:
    static constexpr double left = 74;
    static constexpr double top = 84;
    static constexpr double cell = 50;
    static constexpr double height = 32;

    static double x(std::size_t j) { return left + cell * static_cast<double>(j); }
    static double y(std::size_t i) { return top + height * static_cast<double>(i); }

    void draw_score(std::size_t i, std::size_t j)
    {
        if (j > i)
            svg_.hatching(x(j) + 1, y(i) + 1, cell - 2, height - 2);
        else if (i + 1 == words_.size())
            svg_.rectangle(x(j) + 1, y(i) + 1, cell - 2, height - 2, "accent");
        else
            svg_.rectangle(x(j) + 1, y(i) + 1, cell - 2, height - 2, "muted", 0.3);
    }

    /// A row of boxes, the last of which is new.
    void draw_kept(double at, const std::string& name, const std::string& kind)
    {
        svg_.text(left - 12, at + 21, name, kind + " strong", common::Anchor::end);
        for (std::size_t j = 0; j < words_.size(); ++j) {
            const bool is_new = j + 1 == words_.size();
            svg_.rectangle(x(j) + 1, at, cell - 2, height - 2, kind, is_new ? 1.0 : 0.3);
        }
    }

    void draw_legend(double at)
    {
        svg_.rectangle(left, at, 18, 14, "accent");
        svg_.rectangle(left + 22, at, 18, 14, "key");
        svg_.rectangle(left + 44, at, 18, 14, "value");
        svg_.text(left + 72, at + 12, "made in this step");
        svg_.rectangle(left, at + 24, 18, 14, "muted", 0.3);
        svg_.text(left + 72, at + 36, "used in earlier steps, and forgotten");
        svg_.rectangle(left + 22, at + 48, 18, 14, "key", 0.3);
        svg_.rectangle(left + 44, at + 48, 18, 14, "value", 0.3);
        svg_.text(left + 72, at + 60, "kept");
        svg_.hatching(left, at + 72, 18, 14);
        svg_.text(left + 72, at + 84, "hidden: a later word");
    }

    const std::vector<std::string> words_ = {"the", "cat", "sat", "on", "the", "mat"};
    common::Svg svg_{400, 510, "One step of writing",
                     "Six words as queries, from top to bottom, and as keys, from left to right. Only the last row of "
                     "scores is made in this step, six of them. The triangle above it was made in earlier steps; the "
                     "rest is hidden, the whole column of the new key among it, but for its last cell. Below, six keys "
                     "and six values: five of each are kept, one of each is new."};
};

/// Multiplications against the length of the text.
inline common::Plot growth_plot(const std::vector<CostOfText>& costs)
{
    std::vector<common::Curve> curves = {{"all again", {}, {}}, {"K and V again", {}, {}}, {"with a cache", {}, {}}};
    for (const CostOfText& cost : costs) {
        for (std::size_t way = 0; way < ways.size(); ++way) {
            curves[way].x.push_back(static_cast<double>(cost.n));
            curves[way].y.push_back(1e-6 * static_cast<double>(cost.counts[way].total()));
        }
    }
    return {.title = "What it takes to write n words, d = 64",
            .description =
                "Three rising lines over logarithmic axes. Making all again is the steepest and the highest, a "
                "cache the flattest and the lowest; the distance between them grows with n.",
            .x_title = "words written, n",
            .y_title = "millions of multiplications",
            .curves = curves,
            .log_x = true,
            .log_y = true};
}

/// How fast the bytes of a cache come, when something is done with them and when nothing is.
inline common::Plot speed_plot(const std::vector<DecodingSpeed>& steps)
{
    std::vector<common::Curve> curves = {
        {"reading alone", {}, {}}, {"a step, fast", {}, {}}, {"a step, plain loops", {}, {}}};
    for (const DecodingSpeed& step : steps) {
        for (common::Curve& curve : curves) curve.x.push_back(static_cast<double>(step.tokens));
        curves[0].y.push_back(step.gigabytes_a_second(step.reading));
        curves[1].y.push_back(step.gigabytes_a_second(step.fast));
        curves[2].y.push_back(step.gigabytes_a_second(step.loops));
    }
    return {.title = "How fast K and V come, one query, one thread",
            .description = "Measured: bytes of K and V per second against the number of words kept. For a hundred "
                           "thousand words the fast step comes near the speed of reading alone; plain loops stay far "
                           "below both at every length.",
            .x_title = "words in the cache",
            .y_title = "GB/s",
            .curves = curves,
            .log_x = true};
}

/// Bytes and time of fewer heads of keys and values, both as parts of those of eight.
inline std::string heads_picture(const std::vector<GroupedHeads>& found)
{
    std::vector<std::string> labels;
    Vector bytes = xt::zeros<double>({found.size()});
    Vector time = xt::zeros<double>({found.size()});
    for (std::size_t i = 0; i < found.size(); ++i) {
        labels.push_back(std::to_string(found[i].key_heads) + (found[i].key_heads == 1 ? " head" : " heads"));
        bytes(i) = found[i].bytes() / found[0].bytes();
        time(i) = found[i].together / found[0].together;
    }
    return common::bars_svg("Eight heads of queries, and 8, 2 or 1 of keys and values",
                            "Measured: the bytes to read fall to a quarter and to an eighth, the time falls less.",
                            labels, {{"bytes", bytes}, {"time", time}}, 1.0, 2);
}

/// The chapter's pictures.
inline void draw(const common::Pictures& pictures, const std::vector<CostOfText>& costs,
                 const std::vector<DecodingSpeed>& steps, const std::vector<GroupedHeads>& heads)
{
    pictures.save("map.svg", common::map_svg({common::Step::roles, common::Step::scores, common::Step::output},
                                             "chapter 22: keys and values are kept, one query asks"));
    pictures.save("step.svg", StepDrawing().document());
    pictures.save("growth.svg", growth_plot(costs).svg());
    pictures.save("waiting.svg", speed_plot(steps).svg());
    pictures.save("heads.svg", heads_picture(heads));
}

}  // namespace attention::show
