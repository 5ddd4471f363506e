/// \file
/// What most answers include, to be precompiled.
///
/// A header of our own, and not a list in CMake: where such a list changes, CMake 3.25 does not build anew.
#pragma once

#include "common/not_done_yet.hpp"
#include "common/require.hpp"
#include "common/tensor.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <vector>
