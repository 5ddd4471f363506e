#include "tests/exercises/23_writing/bits_a_character/task.hpp"

#include <cmath>
#include <numbers>

namespace attention
{

Vector bits_a_character()
{
    // Model B pays more for a token and less for the text, since its tokens are longer. The loss of a token can't be compared
    // across vocabularies; bits a character can. They are what the text would take if it were packed with the help of the
    // model, and the chapter sets its model beside tables of characters by them.
    const double nat = 1.0 / std::numbers::ln2;  // in bits
    return {3.6 * nat * 3200 / 9600, 4.5 * nat * 2400 / 9600, std::log2(512.0) * 3200 / 9600,
            1.75 * 9600 / 8,         std::pow(2.0, -1.75),    (1.5 * 2000 + 2.0 * 7600) / 9600};
}

std::string fair_comparisons()
{
    // A: other tokens. E: it has seen the answers. F: another text, and an easier one. G: only where there is much to go by.
    return "BCD";
}

}  // namespace attention
