/// \file
/// Chapter 5: two small worlds of words, with projections written by hand.
#pragma once

#include "05_queries_keys_values/projections.hpp"

#include "common/tensor.hpp"

#include <string>
#include <vector>

namespace attention::bank
{

/// \name Four words, each a coordinate of its own
/// @{
inline const Vector the = {1, 0, 0, 0};    ///< first coordinate
inline const Vector river = {0, 1, 0, 0};  ///< second
inline const Vector money = {0, 0, 1, 0};  ///< third
inline const Vector bank = {0, 0, 0, 1};   ///< fourth
/// @}

/// Projections that make "bank" ask two questions, "about water?" and "about finance?", which "river" and "money" answer.
///
/// \param beta  how insistently it asks
/// \return      queries and keys over the two questions; values over two meanings, river bank and money bank
inline Projections projections(double beta)
{
    return {.W_Q = {{0, 0}, {0, 0}, {0, 0}, {beta, beta}},
            .W_K = {{0, 0}, {1, 0}, {0, 1}, {0, 0}},
            .W_V = {{0, 0}, {1, 0}, {0, 1}, {0.5, 0.5}}};
}

}  // namespace attention::bank

namespace attention::it
{

/// The words of "the cat drank milk because it was thirsty" that matter here.
inline const std::vector<std::string> words = {"cat", "drank", "milk", "it", "thirsty"};

/// What each word is: noun, animate, pronoun, verb, property.
inline const Matrix features = {{1, 1, 0, 0, 0}, {0, 0, 0, 1, 0}, {1, 0, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 0, 1}};

/// A pronoun looks for a noun, preferably animate. Every word's key says what it is, and its value is the word itself.
inline const Projections projections = {
    .W_Q = {{0, 0, 0}, {0, 0, 0}, {2, 2, 0}, {0, 0, 0}, {0, 0, 0}},  // asks about: noun, animate, pronoun
    .W_K = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0, 0, 0}, {0, 0, 0}},  // answers about the same three
    .W_V = {{1, 0, 0, 0, 0}, {0, 1, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 1, 0}, {0, 0, 0, 0, 1}}};

}  // namespace attention::it
