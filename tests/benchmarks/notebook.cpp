#include "tests/benchmarks/notebook.hpp"

#include "tests/benchmarks/wording.hpp"

#include "common/timing.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace bench
{

namespace
{

std::string full_name(const std::string& what, const Case& given)
{
    return fmt::format("{}, {}, {} thread{}, {}", what, given.type, given.threads, given.threads == 1 ? "" : "s",
                       given.name());
}

nlohmann::json samples(const std::vector<Taken>& rounds)
{
    nlohmann::json list = nlohmann::json::array();
    for (const Taken& taken : rounds)
        list.push_back({{"seconds", taken.seconds}, {"busy", taken.busy}});  // what is not known becomes null
    return list;
}

}  // namespace

const Entry* Notebook::measure(const std::string& what, const std::string& against, const Case& given, const Pair& pair)
{
    if (!pair.first || !pair.second) return nullptr;
    common::show_progress(fmt::format("Measuring {} ...", full_name(what, given)));
    Rounds rounds = in_pairs(pair, patience_);
    const Verdict verdict = verdict_on(rounds);
    common::show_progress("");
    entries_.push_back({what, against, given, std::move(rounds), verdict});
    return &entries_.back();
}

const Entry* Notebook::find(const std::string& what, const std::string& against, const Case& given) const
{
    const auto found = std::ranges::find_if(entries_, [&](const Entry& entry) {
        return entry.what == what && entry.against == against && full_name("", entry.given) == full_name("", given);
    });
    return found == entries_.end() ? nullptr : &*found;
}

std::string Notebook::doubts() const
{
    const auto count = [&](Doubt doubt) {
        const auto is_so = [doubt](const Entry& entry) { return entry.verdict.doubt == doubt; };
        return static_cast<std::size_t>(std::ranges::count_if(entries_, is_so));
    };
    return doubts_in_words(count(Doubt::noisy), count(Doubt::robbed), entries_.size());
}

std::string Notebook::json() const
{
    nlohmann::json results = nlohmann::json::array();
    for (const Entry& entry : entries_) {
        const Verdict& verdict = entry.verdict;
        results.push_back({{"what", entry.what},
                           {"against", entry.against},
                           {"type", entry.given.type},
                           {"threads", entry.given.threads},
                           {"case", entry.given.name()},
                           {"ratio", verdict.ratio},
                           {"spread", verdict.spread},
                           {"busy", verdict.busy},
                           {"trusted", verdict.doubt == Doubt::none},
                           {"first", samples(entry.rounds.first)},
                           {"second", samples(entry.rounds.second)},
                           {"witness", samples(entry.rounds.witness)}});
    }
    return nlohmann::json{{"results", results}}.dump(1) + "\n";
}

}  // namespace bench
