// ./learn attend: the attention of this tutorial over your own arrays, or over a text.

#include "21_your_own_data/attend.hpp"
#include "21_your_own_data/npy.hpp"
#include "21_your_own_data/sentence.hpp"
#include "21_your_own_data/word_vectors.hpp"

#include "08_patterns/entropy.hpp"
#include "common/bars.hpp"
#include "common/heat_map.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"
#include "common/timing.hpp"

#include <CLI/CLI.hpp>

#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
#include <new>
#include <sstream>
#include <stdexcept>
#include <string>
#include <system_error>

using namespace attention;

namespace
{

constexpr int wrong_usage = 2;       // what was asked for makes no sense
constexpr int something_broken = 3;  // a file, or the machine

/// What the command line says.
struct Arguments {
    std::string q, k, v, mask;
    std::string out, weights, svg;
    std::string text, sentence;
    AttendWish wish;
    std::size_t size = 50;
};

/// A map of a matrix that can still be read; larger ones are refused.
constexpr std::size_t largest_map = 64;

/// Write a text: all of it, or nothing.
void write_text(const std::filesystem::path& path, const std::string& text)
{
    const std::filesystem::path draft = path.string() + ".part";
    std::ofstream out(draft, std::ios::binary);
    out << text;
    out.close();
    std::error_code error;
    if (out) std::filesystem::rename(draft, path, error);
    if (out && !error) return;
    std::error_code ignored;
    std::filesystem::remove(draft, ignored);
    throw FileTrouble(
        fmt::format("{}: it cannot be written; may you write there, and is there room on the disk?", path.string()));
}

/// \throws FileTrouble  where all weights together would not fit into the memory that is free
void require_memory(const NpyArray& q, const NpyArray& k)
{
    if (q.shape.size() < 2 || k.shape.size() < 2) return;  // said better elsewhere
    double bytes = static_cast<double>(bytes_of(q.type)) * static_cast<double>(k.shape[k.shape.size() - 2]);
    for (std::size_t axis = 0; axis + 1 < q.shape.size(); ++axis) bytes *= static_cast<double>(q.shape[axis]);
    const double free = static_cast<double>(sysconf(_SC_AVPHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
    if (bytes < 0.9 * free) return;
    throw FileTrouble(
        fmt::format("the weights would take {:.1f} GB, and {:.1f} GB of memory are free; without --weights and "
                    "--svg they are never whole, and it works",
                    bytes / 1e9, free / 1e9));
}

/// The weights of the first head, as a picture.
common::HeatMap map_of(const NpyArray& weights)
{
    const std::size_t n = weights.shape[weights.shape.size() - 2];
    const std::size_t m = weights.shape.back();
    if (n > largest_map || m > largest_map || n == 0 || m == 0) {
        throw WrongData(
            fmt::format("--svg draws up to {0} queries and {0} keys; here are {1} and {2}", largest_map, n, m));
    }
    common::HeatMap map;
    map.title = "Weights";
    map.description = "Who looks where: a row for each query, a column for each key.";
    map.values = xt::zeros<double>({n, m});
    for (std::size_t i = 0; i < n * m; ++i) map.values.data()[i] = weights.at(i);
    for (std::size_t i = 0; i < n; ++i) map.rows.push_back(std::to_string(i));
    for (std::size_t j = 0; j < m; ++j) map.columns.push_back(std::to_string(j));
    map.decimals = std::max(n, m) > 16 ? 0 : 2;
    return map;
}

void attend_arrays(Arguments& given)
{
    if (given.q.empty() || given.k.empty() || given.v.empty()) {
        throw WrongData("--q, --k and --v are needed, three .npy files; or --sentence, for words");
    }
    const NpyArray q = read_npy(given.q);
    const NpyArray k = read_npy(given.k);
    const NpyArray v = read_npy(given.v);
    std::optional<NpyArray> mask;
    if (!given.mask.empty()) mask = read_npy(given.mask);
    given.wish.weights = !given.weights.empty() || !given.svg.empty();
    if (given.wish.weights) require_memory(q, k);
    given.wish.progress = [](double part) {
        common::show_progress(part == 1.0 ? "" : fmt::format("Attending: {:.0f} %", 100 * part));
    };

    const auto start = std::chrono::steady_clock::now();
    const Attended result = attend(q, k, v, mask, given.wish);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    common::show_progress("");
    std::string map;
    if (!given.svg.empty())
        map = map_of(result.weights).svg();  // before anything is written, so that all or nothing is
    if (!given.out.empty()) write_npy(given.out, result.output);
    if (!given.weights.empty()) write_npy(given.weights, result.weights);
    if (!given.svg.empty()) write_text(given.svg, map);
    fmt::print("output {} {}, {:.3f} s{}\n", q.type == NumberType::float32 ? "float32" : "float64",
               shape_text(result.output.shape), seconds,
               given.out.empty() ? "; --out FILE keeps it" : fmt::format(", in {}", given.out));
    if (!given.weights.empty()) fmt::print("weights {}, in {}\n", shape_text(result.weights.shape), given.weights);
    if (!given.svg.empty()) fmt::print("map in {}\n", given.svg);
}

std::string read_text(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    if (!in || !(text << in.rdbuf())) {
        throw FileTrouble(fmt::format("{}: it cannot be read, or there is nothing in it", path.string()));
    }
    return text.str();
}

/// The tutorial's own lessons.
std::string lessons()
{
    std::string text;
    for (const auto& chapter : std::filesystem::directory_iterator(CHAPTERS_FOLDER)) {
        if (std::filesystem::exists(chapter.path() / "README.md")) text += read_text(chapter.path() / "README.md");
    }
    return text;
}

void attend_text(const Arguments& given)
{
    if (given.sentence.empty()) throw WrongData("--text needs a --sentence whose words attend to each other");
    const std::vector<std::string> text = words_of(given.text.empty() ? lessons() : read_text(given.text));
    common::show_progress("Counting who stands near whom ...");
    const WordVectors vectors = word_vectors(text, given.size);
    common::show_progress("");
    const SentenceAttention sentence = attend_sentence(vectors, given.sentence, given.wish.scale.value_or(1.0));
    if (sentence.words.size() > largest_map) {
        throw WrongData(
            fmt::format("the sentence has {} words; up to {} can be shown", sentence.words.size(), largest_map));
    }
    const common::HeatMap map{.title = "Who looks where",
                              .description =
                                  "A row for each word of the sentence, a column for each word it may look at.",
                              .values = sentence.weights,
                              .rows = sentence.words,
                              .columns = sentence.words};
    fmt::print("{} words of text, {} of them known, vectors of {}\n", text.size(), vectors.known.words.size(),
               vectors.vectors.shape(1));
    if (!sentence.unknown.empty()) fmt::print("left out, too rare: {}\n", fmt::join(sentence.unknown, ", "));
    fmt::print("\n{}\n", map.text());
    common::Table table({"word", "looks most at", "weight", "entropy, bits", "effective tokens"});
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        const Vector weights = row_of(sentence.weights, i);
        const auto best = static_cast<std::size_t>(std::ranges::max_element(weights) - weights.begin());
        table.add_row({sentence.words[i], sentence.words[best], common::number(weights(best), 2),
                       common::number(bits(entropy(weights)), 2), common::number(effective_tokens(weights), 2)});
    }
    table.print();
    fmt::print("\nwhere \"{}\" looks\n{}", sentence.words.back(),
               common::bars(sentence.words, row_of(sentence.weights, sentence.words.size() - 1), 1.0, 2));
    if (!given.svg.empty()) {
        write_text(given.svg, map.svg());
        fmt::print("\nmap in {}\n", given.svg);
    }
}

/// Read the command line. \return what to end with at once, or nothing
std::optional<int> read_arguments(int argc, char** argv, Arguments& given)
{
    CLI::App app{"Attention over your own arrays, or over the words of a sentence.\n\n"
                 "  ./learn attend --q q.npy --k k.npy --v v.npy --out o.npy\n"
                 "  ./learn attend --sentence \"each query looks at every key\"",
                 "./learn attend"};
    const std::map<std::string, Alignment> alignments = {{"top-left", Alignment::top_left},
                                                         {"bottom-right", Alignment::bottom_right}};
    const std::map<std::string, ScoreKind> scores = {{"dot", ScoreKind::dot},
                                                     {"laplace", ScoreKind::laplace},
                                                     {"gaussian", ScoreKind::gaussian},
                                                     {"cosine", ScoreKind::cosine}};
    std::string causal;
    std::string score = "dot";
    double scale = 0.0;
    double softcap = 0.0;
    app.add_option("--q", given.q, "queries: .npy, float32 or float64, (n, d), (heads, n, d) or (batch, heads, n, d)");
    app.add_option("--k", given.k, "keys; their heads may be fewer, if they divide those of the queries");
    app.add_option("--v", given.v, "values, one for each key");
    app.add_option("--out", given.out, "write the output into this .npy file");
    app.add_option("--weights", given.weights, "write the weights into this .npy file");
    app.add_option("--svg", given.svg, "draw the weights (of the first head) into this file");
    CLI::Option* scale_option =
        app.add_option("--scale", scale, "multiply scores by this (1/sqrt(d_k) for dot, else 1)");
    CLI::Option* causal_option =
        app.add_option("--causal", causal, "hide later keys; counted from top-left (default) or bottom-right")
            ->expected(0, 1)
            ->default_str("top-left")
            ->check(CLI::IsMember(alignments));
    app.add_option("--mask", given.mask, "bool, true = may attend, or numbers to add; any shape that broadcasts");
    CLI::Option* softcap_option =
        app.add_option("--softcap", softcap, "bend scores: c tanh(score / c)")->check(CLI::PositiveNumber);
    app.add_option("--score", score, "dot, laplace, gaussian or cosine")->check(CLI::IsMember(scores));
    app.add_option("--threads", given.wish.threads, "how many; 0: one for each processor")
        ->check(CLI::NonNegativeNumber);
    app.add_option("--text", given.text, "where words get their vectors from (default: the lessons of this tutorial)");
    app.add_option("--sentence", given.sentence, "words that attend to each other");
    app.add_option("--size", given.size, "of a word's vector")->check(CLI::Range(1, 1000));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : wrong_usage;
    }
    if (argc == 1) {
        fmt::print("{}", app.help());
        return wrong_usage;
    }
    if (scale_option->count() > 0) given.wish.scale = scale;
    if (causal_option->count() > 0) given.wish.causal = alignments.at(causal.empty() ? "top-left" : causal);
    if (softcap_option->count() > 0) given.wish.softcap = softcap;
    given.wish.score = scores.at(score);
    return std::nullopt;
}

}  // namespace

int main(int argc, char** argv)
{
    Arguments given;
    if (const std::optional<int> ended = read_arguments(argc, argv, given)) return *ended;
    try {
        if (given.text.empty() && given.sentence.empty())
            attend_arrays(given);
        else
            attend_text(given);
        return 0;
    } catch (const std::invalid_argument& error) {
        fmt::print(stderr, "attend: {}\n", error.what());
        return wrong_usage;
    } catch (const std::bad_alloc&) {
        fmt::print(stderr, "attend: there is not enough memory for these arrays\n");
        return something_broken;
    } catch (const std::exception& error) {
        fmt::print(stderr, "attend: {}\n", error.what());
        return something_broken;
    }
}
