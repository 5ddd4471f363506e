/// \file
/// Ways to set the controls of a live page, chosen without looking.
#pragma once

#include "common/scene.hpp"

#include <cstdint>

namespace golden
{

/// Settings for a page: each of its controls is moved somewhere. The same seed gives the same settings on every machine.
///
/// \param seed  0 leaves everything where it is at first
/// \return      a scene of one item, as `common::Page` takes it
common::Scene settings_for_page(std::uint64_t seed);

}  // namespace golden
