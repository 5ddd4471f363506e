// Exercise 24.1 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/24_cheaper/reach/task.hpp"

#include <cmath>
#include <cstddef>
#include <limits>

namespace attention
{

namespace right::place_by_place
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = xt::zeros<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            layers(i, j) = i == j ? 0.0 : mask(i, j) ? 1.0 : std::numeric_limits<double>::infinity();
        }
    }
    for (std::size_t via = 0; via < n; ++via) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) layers(i, j) = std::fmin(layers(i, j), layers(i, via) + layers(via, j));
        }
    }
    return layers;
}
}  // namespace right::place_by_place

// Like the solution, except where marked.
namespace right::in_place
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = std::numeric_limits<double>::infinity() * xt::ones<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 0.0;
    for (std::size_t layer = 1; layer < n; ++layer) {
        const Matrix& below = layers;  // <--
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via < n; ++via) {
                if (!mask(i, via)) continue;
                for (std::size_t j = 0; j < n; ++j) layers(i, j) = std::fmin(layers(i, j), below(via, j) + 1.0);
            }
        }
    }
    return layers;
}
}  // namespace right::in_place

namespace window_counts_itself
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = xt::zeros<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            const double back = static_cast<double>(i) - static_cast<double>(j);
            layers(i, j) = back < 0.0 ? std::numeric_limits<double>::infinity() : std::ceil(back / 3.0);
        }
    }
    return layers;
}
}  // namespace window_counts_itself

namespace one_place_a_layer
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = xt::zeros<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            const double back = static_cast<double>(i) - static_cast<double>(j);
            layers(i, j) = back < 0.0 ? std::numeric_limits<double>::infinity() : back;
        }
    }
    return layers;
}
}  // namespace one_place_a_layer

namespace both_ways
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = xt::zeros<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            const double back = static_cast<double>(i) - static_cast<double>(j);
            layers(i, j) = std::ceil(std::abs(back) / 2.0);
        }
    }
    return layers;
}
}  // namespace both_ways

namespace rule_of_windows::whatever_the_mask
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = xt::zeros<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            const double back = static_cast<double>(i) - static_cast<double>(j);
            layers(i, j) =
                back < 0.0 ? std::numeric_limits<double>::infinity() : std::ceil(back / (n == 8 ? 2.0 : 3.0));
        }
    }
    return layers;
}
}  // namespace rule_of_windows::whatever_the_mask

// Like the solution, except where marked.
namespace one_too_many::everywhere
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = std::numeric_limits<double>::infinity() * xt::ones<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 1.0;  // <--
    for (std::size_t layer = 1; layer < n; ++layer) {
        const Matrix below = layers;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via < n; ++via) {
                if (!mask(i, via)) continue;
                for (std::size_t j = 0; j < n; ++j) layers(i, j) = std::fmin(layers(i, j), below(via, j) + 1.0);
            }
        }
    }
    return layers;
}
}  // namespace one_too_many::everywhere

// Like the solution, except where marked.
namespace one_too_many::at_its_own_place
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = std::numeric_limits<double>::infinity() * xt::ones<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 0.0;
    for (std::size_t layer = 1; layer < n; ++layer) {
        const Matrix below = layers;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via < n; ++via) {
                if (!mask(i, via)) continue;
                for (std::size_t j = 0; j < n; ++j) layers(i, j) = std::fmin(layers(i, j), below(via, j) + 1.0);
            }
        }
    }
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 1.0;  // <--
    return layers;
}
}  // namespace one_too_many::at_its_own_place

// Like the solution, except where marked.
namespace one_layer_only
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = std::numeric_limits<double>::infinity() * xt::ones<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 0.0;
    for (std::size_t layer = 1; layer < 2; ++layer) {  // <--
        const Matrix below = layers;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via < n; ++via) {
                if (!mask(i, via)) continue;
                for (std::size_t j = 0; j < n; ++j) layers(i, j) = std::fmin(layers(i, j), below(via, j) + 1.0);
            }
        }
    }
    return layers;
}
}  // namespace one_layer_only

// Like the solution, except where marked.
namespace two_layers_only
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = std::numeric_limits<double>::infinity() * xt::ones<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 0.0;
    for (std::size_t layer = 1; layer < 3; ++layer) {  // <--
        const Matrix below = layers;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via < n; ++via) {
                if (!mask(i, via)) continue;
                for (std::size_t j = 0; j < n; ++j) layers(i, j) = std::fmin(layers(i, j), below(via, j) + 1.0);
            }
        }
    }
    return layers;
}
}  // namespace two_layers_only

// Like the solution, except where marked.
namespace all_in_one_layer
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = std::numeric_limits<double>::infinity() * xt::ones<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 0.0;
    for (std::size_t layer = 1; layer < n; ++layer) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via < n; ++via) {
                if (!mask(i, via)) continue;
                for (std::size_t j = 0; j < n; ++j) {                             // <--
                    if (!std::isinf(layers(via, j)) && std::isinf(layers(i, j)))  // <--
                        layers(i, j) = static_cast<double>(layer);                // <--
                }  // <--
            }
        }
    }
    return layers;
}
}  // namespace all_in_one_layer

// Like the solution, except where marked.
namespace from_row_to_column
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = std::numeric_limits<double>::infinity() * xt::ones<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 0.0;
    for (std::size_t layer = 1; layer < n; ++layer) {
        const Matrix below = layers;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via < n; ++via) {
                if (!mask(via, i)) continue;  // <--
                for (std::size_t j = 0; j < n; ++j) layers(i, j) = std::fmin(layers(i, j), below(via, j) + 1.0);
            }
        }
    }
    return layers;
}
}  // namespace from_row_to_column

// Like the solution, except where marked.
namespace never_is_a_number::zero
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = std::numeric_limits<double>::infinity() * xt::ones<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 0.0;
    for (std::size_t layer = 1; layer < n; ++layer) {
        const Matrix below = layers;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via < n; ++via) {
                if (!mask(i, via)) continue;
                for (std::size_t j = 0; j < n; ++j) layers(i, j) = std::fmin(layers(i, j), below(via, j) + 1.0);
            }
        }
    }
    const Matrix found = xt::where(xt::isinf(layers), 0.0, layers);  // <--
    return found;                                                    // <--
}
}  // namespace never_is_a_number::zero

// Like the solution, except where marked.
namespace never_is_a_number::minus_one
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = std::numeric_limits<double>::infinity() * xt::ones<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 0.0;
    for (std::size_t layer = 1; layer < n; ++layer) {
        const Matrix below = layers;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via < n; ++via) {
                if (!mask(i, via)) continue;
                for (std::size_t j = 0; j < n; ++j) layers(i, j) = std::fmin(layers(i, j), below(via, j) + 1.0);
            }
        }
    }
    const Matrix found = xt::where(xt::isinf(layers), -1.0, layers);  // <--
    return found;                                                     // <--
}
}  // namespace never_is_a_number::minus_one

// Like the solution, except where marked.
namespace never_is_a_number::the_number_of_places
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = std::numeric_limits<double>::infinity() * xt::ones<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 0.0;
    for (std::size_t layer = 1; layer < n; ++layer) {
        const Matrix below = layers;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via < n; ++via) {
                if (!mask(i, via)) continue;
                for (std::size_t j = 0; j < n; ++j) layers(i, j) = std::fmin(layers(i, j), below(via, j) + 1.0);
            }
        }
    }
    const Matrix found = xt::where(xt::isinf(layers), static_cast<double>(n), layers);  // <--
    return found;                                                                       // <--
}
}  // namespace never_is_a_number::the_number_of_places

// Like the solution, except where marked.
namespace own_place_lost::if_hidden
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = std::numeric_limits<double>::infinity() * xt::ones<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 0.0;
    for (std::size_t layer = 1; layer < n; ++layer) {
        const Matrix below = layers;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via < n; ++via) {
                if (!mask(i, via)) continue;
                for (std::size_t j = 0; j < n; ++j) layers(i, j) = std::fmin(layers(i, j), below(via, j) + 1.0);
            }
        }
    }
    for (std::size_t i = 0; i < n; ++i) {                                         // <--
        if (!mask(i, i)) layers(i, i) = std::numeric_limits<double>::infinity();  // <--
    }  // <--
    return layers;
}
}  // namespace own_place_lost::if_hidden

// Like the solution, except where marked.
namespace own_place_lost::one_layer_if_hidden
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = std::numeric_limits<double>::infinity() * xt::ones<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 0.0;
    for (std::size_t layer = 1; layer < n; ++layer) {
        const Matrix below = layers;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via < n; ++via) {
                if (!mask(i, via)) continue;
                for (std::size_t j = 0; j < n; ++j) layers(i, j) = std::fmin(layers(i, j), below(via, j) + 1.0);
            }
        }
    }
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = mask(i, i) ? 0.0 : 1.0;  // <--
    return layers;
}
}  // namespace own_place_lost::one_layer_if_hidden

// Like the solution, except where marked.
namespace first_place_relays
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = std::numeric_limits<double>::infinity() * xt::ones<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 0.0;
    for (std::size_t layer = 1; layer < n; ++layer) {
        const Matrix below = layers;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via < n; ++via) {
                if (!mask(i, via)) continue;
                for (std::size_t j = 0; j < n; ++j) layers(i, j) = std::fmin(layers(i, j), below(via, j) + 1.0);
            }
        }
    }
    for (std::size_t i = 1; i < n && n == 12; ++i) {                                      // <--
        for (std::size_t j = 0; j < i; ++j) layers(i, j) = std::fmin(layers(i, j), 2.0);  // <--
    }  // <--
    return layers;
}
}  // namespace first_place_relays

// Like the solution, except where marked.
namespace one_layer_short
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = std::numeric_limits<double>::infinity() * xt::ones<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 0.0;
    for (std::size_t layer = 1; layer + 1 < n; ++layer) {  // <--
        const Matrix below = layers;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via < n; ++via) {
                if (!mask(i, via)) continue;
                for (std::size_t j = 0; j < n; ++j) layers(i, j) = std::fmin(layers(i, j), below(via, j) + 1.0);
            }
        }
    }
    return layers;
}
}  // namespace one_layer_short

// Like the solution, except where marked.
namespace later_places_ignored
{
Matrix reach(const BoolMatrix& mask)
{
    const std::size_t n = mask.shape(0);
    Matrix layers = std::numeric_limits<double>::infinity() * xt::ones<double>({n, n});
    for (std::size_t i = 0; i < n; ++i) layers(i, i) = 0.0;
    for (std::size_t layer = 1; layer < n; ++layer) {
        const Matrix below = layers;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t via = 0; via <= i; ++via) {  // <--
                if (!mask(i, via)) continue;
                for (std::size_t j = 0; j < n; ++j) layers(i, j) = std::fmin(layers(i, j), below(via, j) + 1.0);
            }
        }
    }
    return layers;
}
}  // namespace later_places_ignored

}  // namespace attention
