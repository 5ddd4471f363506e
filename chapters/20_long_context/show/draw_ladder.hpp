/// \file
/// Chapter 20: the ladder against the machine's limit, drawn; nothing to learn here.
#pragma once

#include "20_long_context/measured/ladder.hpp"

#include "common/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>

namespace attention::show
{

/// A bar for each rung, the lowest below, as long as it is fast.
class LadderDrawing
{
public:
    /// \param ladder  what was measured
    explicit LadderDrawing(const Ladder& ladder)
        : ladder_(ladder), longest_(std::max(ladder.limit_of_one, ladder.limit_of_all)),
          svg_(left + full + 18, top + each * static_cast<double>(ladder.rungs.size()) + 66,
               "Seven rungs, and the limit of the machine", description_of(ladder))
    {
        svg_.paragraph(left, 26, full, "Billions of additions and multiplications per second (GFLOP/s)", "ink", 15);
        for (std::size_t r = 0; r < ladder.rungs.size(); ++r) draw_rung(r);
        draw_limits();
    }

    std::string document() const { return svg_.document(); }  ///< the picture

private:
    static constexpr double left = 16;
    static constexpr double top = 66;
    static constexpr double full = 366;  // of the longest bar
    static constexpr double each = 46;   // from one rung to the next
    static constexpr double high = 14;   // of a bar

    static std::string description_of(const Ladder& ladder)
    {
        std::string text = "Measured: a bar for each rung, from the lowest to the highest.";
        for (const RungFound& rung : ladder.rungs)
            text += fmt::format(" {}: {:.0f} GFLOP/s, {:.0f} percent of the limit.", rung.name, rung.gflops,
                                100 * rung.gflops / ladder.limit_of(rung));
        return text + fmt::format(" The limit is {:.0f} for one thread, {:.0f} for all.", ladder.limit_of_one,
                                  ladder.limit_of_all);
    }

    double width_of(double gflops) const { return full * gflops / longest_; }

    /// Where the bar of a rung begins; the first is the lowest.
    double y_of(std::size_t r) const { return top + each * static_cast<double>(ladder_.rungs.size() - 1 - r) + 22; }

    void draw_rung(std::size_t r)
    {
        const RungFound& rung = ladder_.rungs[r];
        const double y = y_of(r);
        svg_.text(left, y - 6, fmt::format("{}  {}", r + 1, rung.name), "ink strong", common::Anchor::start, 14);
        svg_.text(left + full, y - 6,
                  fmt::format("{:.1f} GFLOP/s, {:.0f} %", rung.gflops, 100 * rung.gflops / ladder_.limit_of(rung)),
                  "ink", common::Anchor::end);
        svg_.rectangle(left, y, full, high, "panel");
        svg_.rectangle(left, y, width_of(rung.gflops), high, "series-1");
    }

    /// The limit of one thread beside the rungs that have one, and that of all beside the last.
    void draw_limits()
    {
        const double one = left + width_of(ladder_.limit_of_one);
        const double all = left + width_of(ladder_.limit_of_all);
        const std::size_t last = ladder_.rungs.size() - 1;
        svg_.line(all, y_of(last) - 3, all, y_of(last) + high + 3, "series-2", 3);
        for (std::size_t r = 0; r < last; ++r) svg_.line(one, y_of(r) - 3, one, y_of(r) + high + 3, "series-2", 3);
        const double y = y_of(0) + high + 30;
        svg_.line(left + 6, y - 12, left + 6, y + 5, "series-2", 3);
        svg_.paragraph(left + 20, y, full - 20,
                       "the limit, of which the % are: of one thread for rungs 1 to 6, of all threads for rung 7",
                       "ink", 13);
    }

    Ladder ladder_;
    double longest_;
    common::Svg svg_;
};

}  // namespace attention::show
