/// \file
/// What most chapters include, to be precompiled.
#pragma once

#include "common/print.hpp"
#include "common/tensor.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <vector>
