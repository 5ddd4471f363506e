/// Exercise 4.1: Three limits
///
/// A dictionary of three keys and their values, and one query:
///
///     k_1 = [ 1, 0]    v_1 = 10
///     k_2 = [ 0, 1]    v_2 = 20          q = [1, 2]
///     k_3 = [-1, 1]    v_3 = 60
///
/// The soft lookup of q returns a blend of 10, 20 and 60 that depends on the sharpness beta. What does it return
///
/// 1. for beta = 0,
/// 2. in the limit, as beta goes to infinity,
/// 3. in the other limit, as beta goes to minus infinity?
///
/// You need no exponential for any of them.
///
/// \return  the three outputs, shape (3)
#include "tests/exercises/04_soft_lookup/three_limits/task.hpp"

namespace attention
{

Vector three_limits()
{
    throw common::NotDoneYet();  // your code goes here
}

}  // namespace attention
