/// \file
/// Exercise 18.2: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"

#include <string>

namespace attention
{

std::string which_trade();

}  // namespace attention
