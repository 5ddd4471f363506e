/// \file
/// What compilers write, in the words of the tutorial.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace learn::triage
{

/// A compiler's or linker's text with the long names folded: `xt::xtensor_container<xt::uvector<double, ...>, 1, ...>`
/// becomes `Vector`, an unfinished xtensor expression `lazy expression`, and what follows `aka` or `with` goes away.
/// Quotes become plain ones.
std::string folded(std::string_view text);

/// The readable form of a name that the linker knows: `_ZN9attention7softmaxE...` becomes `softmax(const Vector&)`.
std::string demangled(const std::string& name);

/// A folded type as a sentence names it: `Vector` for `const Vector &`.
std::string in_words(std::string type);

/// A noun with `a` or `an` before it.
std::string with_article(const std::string& noun);

/// A text cut to a number of columns, at a blank where there is one, with ` ...` for what is gone.
std::string shortened(const std::string& text, std::size_t columns);

}  // namespace learn::triage
