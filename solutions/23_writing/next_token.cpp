#include "tests/exercises/23_writing/next_token/task.hpp"

#include "02_softmax/softmax.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace attention
{

std::size_t next_token(const Vector& logits, double temperature, double top_p, double u)
{
    // How many tokens there are to choose from now depends on the place: after "q", next to none; after "the", hundreds. This
    // is nucleus sampling, and most models that write are sampled with it, or with it and the chapter's top-k together.
    const auto largest_place =
        static_cast<std::size_t>(std::max_element(logits.begin(), logits.end()) - logits.begin());
    if (temperature == 0.0) return largest_place;
    const Vector shares = softmax((logits - logits(largest_place)) / temperature);

    std::vector<std::size_t> places(shares.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::ranges::stable_sort(places, [&](std::size_t a, std::size_t b) { return shares(a) > shares(b); });

    double kept = 0.0;
    std::size_t count = 0;
    while (count < places.size() && (count == 0 || kept < top_p)) kept += shares(places[count++]);

    double end = 0.0;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        end += shares(places[i]);
        if (u * kept < end) return places[i];
    }
    return places[count - 1];
}

}  // namespace attention
