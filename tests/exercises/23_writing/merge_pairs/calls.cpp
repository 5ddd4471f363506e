// Exercise 23.3 solved by calling what the chapters have written already.
#include "tests/exercises/23_writing/merge_pairs/task.hpp"

#include "23_writing/text/byte_pairs.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace attention
{

namespace called_instead::by_bytes
{
std::vector<PiecedWord> merge_pairs(const std::vector<PiecedWord>& words, std::size_t least)
{
    std::string text;
    for (const PiecedWord& word : words) {
        for (std::size_t time = 0; time < word.times; ++time) {
            for (const std::string& piece : word.pieces) text += piece;
            text += ' ';
        }
    }
    const BytePairs learned = learn_byte_pairs(text, 257);
    std::vector<PiecedWord> result = words;
    for (PiecedWord& word : result) {
        std::string whole;
        for (const std::string& piece : word.pieces) whole += piece;
        word.pieces.clear();
        for (const int token : learned.tokens_of(whole)) word.pieces.push_back(learned.text_of(token));
    }
    return least == 0 ? words : result;
}
}  // namespace called_instead::by_bytes

}  // namespace attention
