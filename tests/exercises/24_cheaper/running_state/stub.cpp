/// Exercise 24.2: A state that forgets
///
/// Linear attention needs no cache. Two sums hold all that it has seen, S of shape (d, d_v) and z of shape (d), and every
/// query is answered from them:
///
///     S = sum_j phi(k_j)^T v_j      z = sum_j phi(k_j)      output = phi(q) S / (phi(q) . z)
///
/// But sums only ever grow, and the more is in them, the less a single pair stands out. So let them forget. When a token
/// arrives, first multiply both sums by `keep`, then add the token's own pair in full, then answer its query. A pair that
/// is t tokens old then counts keep^t times what it did when it was new. phi works on each coordinate by itself: it is
/// x + 1 where x is above 0, and exp(x) elsewhere.
///
/// The tokens come as a stream, for a loop such as `for (const Arrival& token : tokens)`, each once. Hand over each output
/// with `write(output)` before you go on to the next token. There is no room to keep tokens or outputs.
///
///     keep = 0.5, all queries and keys [0], values [8], [2], [4]:  writes [8], then [4], then [4]
///
/// The second output there is (0.5 * 8 + 2) / (0.5 + 1).
///
/// \param tokens  query, key and value of one token after another: shapes (d), (d), (d_v), both sizes at least 1
/// \param keep    from 0, where each token sees only itself, to 1, where nothing is forgotten
/// \param write   takes an output, shape (d_v); to be called once for each token, in order
#include "tests/exercises/24_cheaper/running_state/task.hpp"

namespace attention
{

void running_state(Stream<Arrival>& tokens, double keep, const std::function<void(const Vector&)>& write)
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
