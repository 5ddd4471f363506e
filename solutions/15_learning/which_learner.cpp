#include "tests/exercises/15_learning/which_learner/task.hpp"

namespace attention
{

std::string which_learner()
{
    // An entropy near 0 at the start means huge scores, one of ln 8 tiny ones. If no score can change, neither can the entropy.
    // And if the values are scrambled, finding the right pair is worth nothing: an even mix is best.
    return "ECBAD";
}

}  // namespace attention
