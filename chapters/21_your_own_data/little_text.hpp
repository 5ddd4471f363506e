/// \file
/// Chapter 21: a text small enough to read, and large enough to say which words keep company.
#pragma once

#include <string_view>

namespace attention
{

/// Five lines, made up so that "bank" is often near "river" and often near "money".
inline constexpr std::string_view little_text = R"(
    The boat lies at the river bank. The fish swims in the cold water of the river. The boat lies on the water.
    He sat on a river bank with the fish. The deep water is cold. A fish swims through the deep water of the river.
    A boat on the river needs a bank. From one river bank she looks for the boat.
    She took her money to a bank. A money bank keeps the money. He put his money in a bank and got the receipt.
    The bank has the money and gave him a receipt. She keeps the receipt for her money and he keeps the boat.
)";

}  // namespace attention
