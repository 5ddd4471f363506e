/// \file
/// The forms of long attention, to be asked one after the other.
#pragma once

#include "20_long_context/blocks/blocked_attention.hpp"
#include "20_long_context/blocks/options.hpp"
#include "20_long_context/blocks/plain_loops.hpp"
#include "20_long_context/fast/fast_attention.hpp"

#include "common/tensor.hpp"
#include "common/tile.hpp"
#include "tests/chapters/20_long_context/cases.hpp"

namespace tests::long_context
{

enum class Form { clear, fast, loops };

/// What a form makes of a case. The output holds ones before, so that what a form leaves untouched shows.
template <typename Real>
Array<Real> attended(Form form, const Case<Real>& given, const attention::LongOptions<Real>& options = {})
{
    Array<Real> O = xt::ones<Real>({given.Q.shape(0), given.V.shape(1)});
    const common::Tile<const Real> Q = common::tile_of(given.Q);
    const common::Tile<const Real> K = common::tile_of(given.K);
    const common::Tile<const Real> V = common::tile_of(given.V);
    if (form == Form::clear) attention::blocked_attention(Q, K, V, common::tile_of(O), options);
    if (form == Form::fast) attention::fast_attention(Q, K, V, common::tile_of(O), options);
    if (form == Form::loops) attention::loop_attention(Q, K, V, common::tile_of(O), options);
    return O;
}

}  // namespace tests::long_context
