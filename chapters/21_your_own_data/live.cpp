// The live page of chapter 21: a text of your own, a sentence of your own, and where a sentence takes "bank".

#include "21_your_own_data/bank_in_context.hpp"
#include "21_your_own_data/little_text.hpp"
#include "21_your_own_data/one_vector_or_two.hpp"
#include "21_your_own_data/sentence.hpp"
#include "21_your_own_data/word_vectors.hpp"
#include "21_your_own_data/words.hpp"
#include "21_your_own_data/wrong_data.hpp"

#include "common/page.hpp"
#include "common/plane.hpp"
#include "common/tensor.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attention
{

namespace
{

/// A text without its lines and indents.
std::string in_one_line(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        const char next = c == '\n' ? ' ' : c;
        if (next != ' ' || (!line.empty() && line.back() != ' ')) line += next;
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

bool has_all(const WordVectors& vectors, const std::vector<std::string>& words)
{
    return std::ranges::all_of(words, [&](const std::string& word) { return vectors.known.place.contains(word); });
}

/// Who looks where, in hundredths.
void show_sentence(common::Page& page, const SentenceAttention& sentence)
{
    page.show(common::Grid{.caption = "Where each word looks, in hundredths",
                           .values = 100.0 * sentence.weights,
                           .rows = sentence.words,
                           .columns = sentence.words,
                           .decimals = 0,
                           .shade = common::Shade::both});
    std::string unknown;
    for (const std::string& word : sentence.unknown) unknown += (unknown.empty() ? "" : ", ") + word;
    if (!unknown.empty())
        page.say({.text = "Not twice in the text, so without a vector: " + unknown + ".", .in_output = false});
}

/// How near products of d numbers come to the table.
void say_distances(common::Page& page, const Vocabulary& known, const Matrix& ppmi, std::size_t d)
{
    const OneVectorOrTwo apart = one_vector_or_two(known, ppmi, d);
    page.say({"How far the scores are from the table of PPMI, with two vectors for each word: {}; with one: {}.",
              {apart.two, apart.one}});
}

common::PlanePoint place(const std::string& label, const Nearness& near, const std::string& kind)
{
    return {label, near.river, near.money, kind};
}

/// The cosines of bank alone, after a sentence, and had it looked everywhere equally.
common::Plane bank_plane(const BankInContext& found)
{
    common::Plane plane{.title = "Where the sentence takes \"bank\"", .description = ""};
    plane.x_title = "cosine with river";
    plane.y_title = "with money";
    common::PlanePoint way = place("", found.after, "accent");
    way.from_x = found.before.river;
    way.from_y = found.before.money;
    plane.arrows = {way};
    plane.points = {place("alone", found.before, "ink"), place("equal weights", found.after_equal_weights, "series-2")};
    return plane;
}

/// "bank" in a sentence, where the text knows enough about it.
void show_bank(common::Page& page, const WordVectors& vectors)
{
    page.column();
    const std::string sentence = page.text("bank", "Where does this take \"bank\"?", "the river bank");
    const std::vector<std::string> words = words_of(sentence);
    if (!has_all(vectors, {"bank", "river", "money"}) || std::ranges::find(words, "bank") == words.end()) {
        page.say({.text = "This needs bank in the sentence, and bank, river and money in the text, twice each.",
                  .in_output = false});
        return;
    }
    const BankInContext found = bank_in(vectors, sentence);
    const std::vector<double> numbers = {found.after.river, found.after.money};
    page.show(common::Bars{
        .caption = "Where bank looks", .labels = attend_sentence(vectors, sentence).words, .values = found.weights});
    page.column();
    page.show(bank_plane(found),
              {.from = -0.2, .to = 1, .seen = {"Bank ends at a cosine of {} with river, {} with money.", numbers}});
    page.across();
    page.say({"With the output added, the cosine of bank with river is {}, and with money {}.", numbers});
}

}  // namespace

void live_page(common::Page& page)
{
    page.allow(1e-6);
    page.column();
    const std::vector<std::string> text = words_of(page.text("text", "The text", in_one_line(little_text)));
    const Vocabulary known(text, 100, 2);
    if (known.words.empty()) throw WrongData("no word occurs twice in this text; try a longer one");
    const Matrix ppmi = positive_information(counts_together(text, known, 5));
    const double d = page.slider("d", "Numbers in a vector", {1, 40, 1, 22});
    const WordVectors vectors = factored(known, ppmi, static_cast<std::size_t>(d));
    const std::string sentence = page.text("sentence", "A sentence", "the fish swims in the cold water");
    const double scale = page.slider("scale", "Scale of the scores", {0, 4, 0.5, 1});
    say_distances(page, known, ppmi, static_cast<std::size_t>(d));
    page.column();
    show_sentence(page, attend_sentence(vectors, sentence, scale));
    page.across();
    show_bank(page, vectors);
}

}  // namespace attention
