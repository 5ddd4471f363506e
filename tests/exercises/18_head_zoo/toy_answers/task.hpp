/// \file
/// Exercise 18.1: what is to be written.
#pragma once

#include "common/not_done_yet.hpp"

#include <string>

namespace attention
{

std::string toy_answers();

}  // namespace attention
