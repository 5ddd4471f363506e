/// \file
/// The forms of long attention, to be asked one after the other.
#pragma once

#include "20_long_context/blocks/blocked_attention.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/blocks/plain_loops.hpp"
#include "20_long_context/fast/fast_attention.hpp"
#include "20_long_context/fast/tile_kernels.hpp"

#include "common/tensor.hpp"
#include "common/tile.hpp"
#include "tests/chapters/20_long_context/cases.hpp"

#include <array>
#include <cstddef>

namespace tests::long_context
{

/// The rungs of the ladder that are made for use, and the loops that say what is right.
enum class Form { loops, clear, panels, registers, fast };

inline constexpr std::array every_form = {Form::loops, Form::clear, Form::panels, Form::registers, Form::fast};

/// Those that make blocks and use threads.
inline constexpr std::array blocked_forms = {Form::clear, Form::panels, Form::registers, Form::fast};

inline const char* name_of(Form form)
{
    constexpr std::array names = {"loops", "clear", "panels", "registers", "fast"};
    return names.at(static_cast<std::size_t>(form));
}

/// Let a form attend.
template <typename Real>
void attend_tiles(Form form, common::Tile<const Real> Q, common::Tile<const Real> K, common::Tile<const Real> V,
                  common::Tile<Real> O, const attention::LongOptions<Real>& options)
{
    if (form == Form::loops) attention::loop_attention(Q, K, V, O, options);
    if (form == Form::clear) attention::blocked_attention(Q, K, V, O, options);
    if (form == Form::panels || form == Form::registers) {
        const attention::Rung rung = form == Form::panels ? attention::Rung::panels : attention::Rung::registers;
        attention::fast_attention(Q, K, V, O, options, attention::rung_kernels<Real>(rung));
    }
    if (form == Form::fast) attention::fast_attention(Q, K, V, O, options);
}

/// What a form makes of a case. The output holds ones before, so that what a form leaves untouched shows.
template <typename Real>
Array<Real> attended(Form form, const Case<Real>& given, const attention::LongOptions<Real>& options = {})
{
    Array<Real> O = xt::ones<Real>({given.Q.shape(0), given.V.shape(1)});
    attend_tiles<Real>(form, common::tile_of(given.Q), common::tile_of(given.K), common::tile_of(given.V),
                       common::tile_of(O), options);
    return O;
}

}  // namespace tests::long_context
