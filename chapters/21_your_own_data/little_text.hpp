/// \file
/// Chapter 21: a text small enough to read, and large enough to say which words keep company.
#pragma once

#include <string_view>

namespace attention
{

/// A river, a fish, a boat and some money; "bank" is beside both the river and the money.
inline constexpr std::string_view little_text = R"(
    the river flows past the bank and the water is cold. the boat lies on the bank of the river.
    the fish swims in the cold water of the river. the boat swims on the water. the fish likes the river.
    she took the money to the bank. the bank keeps the money. he put the money in the bank and got a receipt.
    the bank gave him the money for the boat. she keeps the receipt for the money.
    he sat on the bank of the river with the fish. the water of the river is deep. the deep water is cold.
    a receipt for the money lies in the bank. the bank wants the money back.
)";

}  // namespace attention
