/// \file
/// Chapter 18: tables of numbers that were trained.
#pragma once

#include "17_induction/forward.hpp"
#include "18_head_zoo/importance.hpp"
#include "18_head_zoo/sentences.hpp"
#include "18_head_zoo/words.hpp"

#include "common/print.hpp"

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

/// Counted from 1, as people do.
inline std::string name_of(const HeadName& head)
{
    return fmt::format("layer {} head {}", head.layer + 1, head.head + 1);
}

/// The word at a place.
inline const std::string& word(const Sentence& sentence, std::size_t place)
{
    return dictionary[static_cast<std::size_t>(sentence.words[place])];
}

/// A table of trained numbers: its lines begin with `~`.
inline void print_measured(const common::Table& table)
{
    const std::string text = table.text();
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        fmt::print("~{}\n", text.substr(begin + 1, end - begin - 1));
        begin = end + 1;
    }
}

/// A row: a name, and four numbers.
inline std::vector<std::string> cells_of(const std::string& name, const Accuracies& accuracies)
{
    std::vector<std::string> cells = {name};
    for (const double accuracy : accuracies) cells.push_back(common::number(accuracy, 2));
    return cells;
}

/// A header: something, and the four kinds.
inline std::vector<std::string> header(const std::string& first)
{
    std::vector<std::string> cells = {first};
    cells.insert(cells.end(), kind_names.begin(), kind_names.end());
    return cells;
}

}  // namespace attention
