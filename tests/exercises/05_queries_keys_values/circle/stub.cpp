/// Exercise 5.3: Four in a circle
///
/// Four words sit in a circle. Each should attend to the next one: word 0 to word 1, 1 to 2, 2 to 3, and 3 to 0. Each
/// word has a feature of its own, so the query of word i is row i of W_Q, and its key is row i of W_K.
///
/// Design both projections so that each word gives more than 0.9 of its weight to the next one (softmax of q . k,
/// unscaled). Be thrifty: d_k is 2, so queries and keys are arrows in a plane.
///
/// Before you begin: could W_Q = W_K do it? Word 0 would have to score word 1 higher than it scores word 3, word 1
/// score word 2 higher than word 0, and so on round the circle, with scores that are the same in both directions.
///
/// \return  W_Q and W_K, each of shape (4, 2)
#include "tests/exercises/05_queries_keys_values/circle/task.hpp"

namespace attention
{

Pairing circle()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
