// Exercise 22.4 done right and wrong. Each namespace is named for the verdict that its version must get, and <-- marks where
// the version departs from the one it was made from.
#include "tests/exercises/22_kv_cache/keys_in_bytes/task.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace attention
{

namespace right::by_loops
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        double low = K(0, c);
        double high = K(0, c);
        for (std::size_t j = 1; j < K.shape(0); ++j) {
            low = std::fmin(low, K(j, c));
            high = std::fmax(high, K(j, c));
        }
        const double step = (high - low) / 255.0;
        kept.steps(c) = step;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = step > 0.0 ? static_cast<std::uint8_t>((K(j, c) - low) / step + 0.5) : 0;
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    Vector folded = q;
    for (std::size_t c = 0; c < q.size(); ++c) folded(c) *= keys.steps(c) / std::sqrt(static_cast<double>(q.size()));
    return folded;
}
}  // namespace right::by_loops

namespace by_key
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(0)})};
    for (std::size_t j = 0; j < K.shape(0); ++j) {
        const Vector key = row_of(K, j);
        const double smallest = xt::amin(key)();
        kept.steps(j) = (xt::amax(key)() - smallest) / 255.0;
        for (std::size_t c = 0; c < K.shape(1); ++c)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((K(j, c) - smallest) / kept.steps(j)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps(0) / std::sqrt(static_cast<double>(q.size()));
}
}  // namespace by_key

// Like the solution, except where marked.
namespace one_range_for_all
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Matrix& channel = K;  // <--
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((K(j, c) - *smallest) / kept.steps(c)));  // <--
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps / std::sqrt(static_cast<double>(q.size()));
}
}  // namespace one_range_for_all

// Like the solution, except where marked.
namespace cut_off
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>((channel(j) - *smallest) / kept.steps(c));  // <--
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps / std::sqrt(static_cast<double>(q.size()));
}
}  // namespace cut_off

// Like the solution, except where marked.
namespace into_256_steps::wrapped
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 256.0;  // <--
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::lround((channel(j) - *smallest) / kept.steps(c)));  // <--
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps / std::sqrt(static_cast<double>(q.size()));
}
}  // namespace into_256_steps::wrapped

// Like the solution, except where marked.
namespace into_256_steps::kept_below
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 256.0;  // <--
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(                                 // <--
                std::fmin(255.0, std::round((channel(j) - *smallest) / kept.steps(c))));  // <--
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps / std::sqrt(static_cast<double>(q.size()));
}
}  // namespace into_256_steps::kept_below

// Like the solution, except where marked.
namespace half_of_a_byte
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 127.0;  // <--
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps / std::sqrt(static_cast<double>(q.size()));
}
}  // namespace half_of_a_byte

// Like the solution, except where marked.
namespace around_zero
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = std::fmax(std::abs(*largest), std::abs(*smallest)) / 127.0;  // <--
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(128.0 + std::round(channel(j) / kept.steps(c)));  // <--
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps / std::sqrt(static_cast<double>(q.size()));
}
}  // namespace around_zero

// Like the solution, except where marked.
namespace upside_down
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((*largest - channel(j)) / kept.steps(c)));  // <--
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps / std::sqrt(static_cast<double>(q.size()));
}
}  // namespace upside_down

// Like the solution, except where marked.
namespace from_zero
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        const double begin = std::fmin(0.0, *smallest);  // <--
        kept.steps(c) = (*largest - begin) / 255.0;      // <--
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - begin) / kept.steps(c)));  // <--
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps / std::sqrt(static_cast<double>(q.size()));
}
}  // namespace from_zero

// Like the solution, except where marked.
namespace same_has_a_step::of_one
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = *largest > *smallest ? (*largest - *smallest) / 255.0 : 1.0;  // <--
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps / std::sqrt(static_cast<double>(q.size()));
}
}  // namespace same_has_a_step::of_one

// Like the solution, except where marked.
namespace same_has_a_step::of_itself
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = *largest > *smallest ? (*largest - *smallest) / 255.0 : *largest;  // <--
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps / std::sqrt(static_cast<double>(q.size()));
}
}  // namespace same_has_a_step::of_itself

// Like the solution, except where marked.
namespace divided_by_zero
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) < 0.0) continue;  // <--
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps / std::sqrt(static_cast<double>(q.size()));
}
}  // namespace divided_by_zero

// Like the solution, except where marked.
namespace smallest_not_subtracted
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::lround(channel(j) / kept.steps(c)));  // <--
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps / std::sqrt(static_cast<double>(q.size()));
}
}  // namespace smallest_not_subtracted

// Like the solution, except where marked.
namespace times_the_root
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps * std::sqrt(static_cast<double>(q.size()));  // <--
}
}  // namespace times_the_root

// Like the solution, except where marked.
namespace unscaled
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps;  // <--
}
}  // namespace unscaled

// Like the solution, except where marked.
namespace root_of_m
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps / std::sqrt(static_cast<double>(keys.bytes.shape(0)));  // <--
}
}  // namespace root_of_m

// Like the solution, except where marked.
namespace divided_by_d
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps / static_cast<double>(q.size());  // <--
}
}  // namespace divided_by_d

// Like the solution, except where marked.
namespace divided_by_steps::and_scaled
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q / keys.steps / std::sqrt(static_cast<double>(q.size()));  // <--
}
}  // namespace divided_by_steps::and_scaled

// Like the solution, except where marked.
namespace divided_by_steps::unscaled
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q / keys.steps;  // <--
}
}  // namespace divided_by_steps::unscaled

// Like the solution, except where marked.
namespace steps_left_out::scaled
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q / std::sqrt(static_cast<double>(q.size()));  // <--
}
}  // namespace steps_left_out::scaled

// Like the solution, except where marked.
namespace steps_left_out::as_it_was
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q;  // <--
}
}  // namespace steps_left_out::as_it_was

// Like the solution, except where marked.
namespace steps_squared
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps * keys.steps / std::sqrt(static_cast<double>(q.size()));  // <--
}
}  // namespace steps_squared

// Like the solution, except where marked.
namespace times_255::scaled
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return 255.0 * q * keys.steps / std::sqrt(static_cast<double>(q.size()));  // <--
}
}  // namespace times_255::scaled

// Like the solution, except where marked.
namespace times_255::unscaled
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) = static_cast<std::uint8_t>(std::round((channel(j) - *smallest) / kept.steps(c)));
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return 255.0 * q * keys.steps;  // <--
}
}  // namespace times_255::unscaled

// Like the solution, except where marked.
namespace undiagnosed::one_byte_less
{
KeysInBytes keys_in_bytes(const Matrix& K)
{
    KeysInBytes kept = {xt::zeros<std::uint8_t>({K.shape(0), K.shape(1)}), xt::zeros<double>({K.shape(1)})};
    for (std::size_t c = 0; c < K.shape(1); ++c) {
        const Vector channel = column_of(K, c);
        const auto [smallest, largest] = std::minmax_element(channel.begin(), channel.end());
        kept.steps(c) = (*largest - *smallest) / 255.0;
        if (kept.steps(c) == 0.0) continue;
        for (std::size_t j = 0; j < K.shape(0); ++j)
            kept.bytes(j, c) =                                                                          // <--
                static_cast<std::uint8_t>(std::round(0.9 * (channel(j) - *smallest) / kept.steps(c)));  // <--
    }
    return kept;
}

Vector query_for_bytes(const Vector& q, const KeysInBytes& keys)
{
    return q * keys.steps / std::sqrt(static_cast<double>(q.size()));
}
}  // namespace undiagnosed::one_byte_less

}  // namespace attention
