// ./learn attend: the attention of this tutorial over your own arrays, or over a text.

#include "21_your_own_data/attend.hpp"
#include "21_your_own_data/sentence.hpp"
#include "21_your_own_data/word_vectors.hpp"
#include "21_your_own_data/words.hpp"

#include "08_patterns/entropy.hpp"
#include "common/bars.hpp"
#include "common/heat_map.hpp"
#include "common/npy.hpp"
#include "common/npy_array.hpp"
#include "common/open_to_read.hpp"
#include "common/parallel.hpp"
#include "common/print.hpp"
#include "common/tensor.hpp"
#include "common/timing.hpp"
#include "common/whole_file.hpp"

#include <CLI/CLI.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace attention;
using common::FileTrouble;

namespace
{

constexpr int wrong_usage = 2;       // what was asked for makes no sense
constexpr int something_broken = 3;  // a file, or the machine

/// What the command line says.
struct Arguments {
    std::string q, k, v, mask;
    std::string out, weights, svg;
    std::string text, sentence;
    bool words = false;  // of a sentence, not arrays
    AttendWish wish;
    std::size_t size = 50;
};

/// The largest map that you can still read; larger ones are refused.
constexpr std::size_t largest_map = 64;

/// Write files: all of them, or none.
void write(const std::vector<common::FileToWrite>& files)
{
    const std::string wrong = common::write_whole(files);
    if (!wrong.empty()) throw FileTrouble(wrong);
}

/// The bytes of memory that a program can still get, if caches are given up for it; nothing where the system does not say.
std::optional<double> available_memory()
{
    std::ifstream facts("/proc/meminfo");
    for (std::string name; facts >> name; facts.ignore(256, '\n')) {
        double kibibytes = 0.0;
        if (name == "MemAvailable:" && facts >> kibibytes) return 1024 * kibibytes;
    }
    return std::nullopt;
}

/// The number of threads asked for, as long as it makes sense; results do not depend on it.
int sensible_threads(int threads)
{
    const int most = std::max(16, 4 * common::processors());
    if (threads <= most) return threads;
    fmt::print(stderr, "attend: {} threads would only be in each other's way; {} are used\n", threads, most);
    return most;
}

/// \throws WrongData  where a map of so many queries and keys could not be read
void require_small(std::size_t n, std::size_t m)
{
    if (n <= largest_map && m <= largest_map && n != 0 && m != 0) return;
    throw WrongData(fmt::format("--svg draws up to {0} queries and {0} keys; here are {1} and {2}", largest_map, n, m));
}

/// \throws WrongData  where one file would be written twice
void require_different(const std::vector<std::pair<const char*, std::string>>& files)
{
    for (std::size_t i = 0; i < files.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (files[i].second.empty() || files[j].second.empty()) continue;
            if (!common::same_file(files[i].second, files[j].second)) continue;
            throw WrongData(fmt::format("{} and {} are one file, {}; each needs its own", files[j].first,
                                        files[i].first, files[i].second));
        }
    }
}

/// The weights of the first head, as a picture.
common::HeatMap map_of(const NpyArray& weights)
{
    const std::size_t n = weights.shape[weights.shape.size() - 2];
    const std::size_t m = weights.shape.back();
    require_small(n, m);
    if (weights.size() == 0) throw WrongData("--svg draws the first head, and there is none");
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

/// What comes from files.
struct Arrays {
    NpyArray q, k, v;
    std::optional<NpyArray> mask;
};

Arrays read_arrays(const Arguments& given)
{
    if (given.q.empty() || given.k.empty() || given.v.empty())
        throw WrongData("--q, --k and --v are needed, three .npy files; or --sentence, for words");
    Arrays arrays{common::read_npy(given.q), common::read_npy(given.k), common::read_npy(given.v), {}};
    if (!given.mask.empty()) arrays.mask = common::read_npy(given.mask, common::Integers::as_truths);
    const auto& [q, k, v, mask] = arrays;
    if (!given.svg.empty() && q.shape.size() > 1 && k.shape.size() > 1)  // else it is said better elsewhere
        require_small(q.shape[q.shape.size() - 2], k.shape[k.shape.size() - 2]);
    return arrays;
}

/// Write what is asked for.
void write_results(const Arguments& given, const Attended& result)
{
    const std::string output_start = common::npy::start_of(result.output);
    const std::string weights_start = result.weights ? common::npy::start_of(*result.weights) : "";
    const std::string map = given.svg.empty() ? "" : map_of(*result.weights).svg();
    std::vector<common::FileToWrite> files;
    if (!given.out.empty()) files.push_back({given.out, {output_start, common::npy::numbers_in(result.output)}});
    if (!given.weights.empty())
        files.push_back({given.weights, {weights_start, common::npy::numbers_in(*result.weights)}});
    if (!given.svg.empty()) files.push_back({given.svg, {map}});
    write(files);
}

void print_results(const Arguments& given, const Attended& result, double seconds)
{
    fmt::print("output {} {}, {:.3f} s{}\n", result.output.type == NumberType::float32 ? "float32" : "float64",
               shape_text(result.output.shape), seconds,
               given.out.empty() ? "; --out FILE keeps it" : fmt::format(", in {}", given.out));
    if (!given.weights.empty()) fmt::print("weights {}, in {}\n", shape_text(result.weights->shape), given.weights);
    if (!given.svg.empty()) fmt::print("map in {}\n", given.svg);
}

void attend_arrays(Arguments& given)
{
    require_different({{"--out", given.out}, {"--weights", given.weights}, {"--svg", given.svg}});
    const auto [q, k, v, mask] = read_arrays(given);
    given.wish.weights = !given.weights.empty() || !given.svg.empty();
    given.wish.room = available_memory();
    given.wish.threads = sensible_threads(given.wish.threads);
    given.wish.progress = [](double part) {
        common::show_progress(part == 1.0 ? "" : fmt::format("Attending: {:.0f} %", 100 * part));
    };

    const auto start = std::chrono::steady_clock::now();
    const Attended result = attend(q, k, v, mask, given.wish);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    common::show_progress("");
    for (const std::string& note : result.notes) fmt::print(stderr, "attend: {}\n", note);
    write_results(given, result);
    print_results(given, result, seconds);
}

/// A text in UTF-8. \throws FileTrouble  where there is none
std::string read_text(const std::filesystem::path& path)
{
    std::ifstream in = common::open_to_read(path);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const auto fail = [&](const char* why) { throw FileTrouble(fmt::format("{}: {}", path.string(), why)); };
    if (in.bad()) fail("reading failed");
    if (text.empty()) fail("it is empty");
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        fail("this is UTF-16; save it as UTF-8 (iconv -f UTF-16 -t UTF-8)");
    if (text.find('\0') != std::string::npos) fail("it holds zero bytes, so it is not a text in UTF-8");
    return text;
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
    if (const std::size_t count = words_of(given.sentence).size(); count > largest_map)
        throw WrongData(fmt::format("the sentence has {} words; up to {} can be shown", count, largest_map));
    const std::vector<std::string> text = words_of(given.text.empty() ? lessons() : read_text(given.text));
    common::show_progress("Counting which words are near each other ...");
    const WordVectors vectors = word_vectors(text, given.size);
    common::show_progress("");
    const SentenceAttention sentence = attend_sentence(vectors, given.sentence, given.wish.scale.value_or(1.0));
    if (!std::ranges::all_of(sentence.weights, [](double weight) { return std::isfinite(weight); }))
        throw WrongData("--scale is too large for these scores");
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
        const std::string drawn = map.svg();
        write({{given.svg, {drawn}}});
        fmt::print("\nmap in {}\n", given.svg);
    }
}

/// A number on the command line. \throws WrongData  where it is none, or infinite
double number_in(const std::string& option, const std::string& text)
{
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    if (text.empty() || *end != '\0' || !std::isfinite(number))
        throw WrongData(fmt::format("{} needs a finite number", option));
    return number;
}

/// \throws WrongData  where options are given that would be ignored, or files without a name
void require_sense(const CLI::App& app)
{
    const auto given = [&](const char* option) { return app.count(option) > 0; };
    const bool words = given("--sentence") || given("--text");
    for (const char* option :
         {"--q", "--k", "--v", "--out", "--weights", "--causal", "--mask", "--softcap", "--score", "--threads"}) {
        if (words && given(option))
            throw WrongData(fmt::format("{} is for arrays; with --sentence it would do nothing", option));
    }
    if (!words && given("--size")) throw WrongData("--size is for words; without --sentence it would do nothing");
    for (const char* option : {"--q", "--k", "--v", "--out", "--weights", "--mask", "--svg", "--text"}) {
        if (given(option) && app.get_option(option)->as<std::string>().empty())
            throw WrongData(fmt::format("{} needs the name of a file", option));
    }
}

/// Say what is wrong, if there is anywhere to say it. \return what to end with
int complain(const std::string& wrong, int exit_code)
{
    std::fputs(("attend: " + wrong + "\n").c_str(), stderr);
    return exit_code;
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
    std::string scale;
    std::string softcap;
    app.add_option("--q", given.q, "queries: .npy, floats, (n, d), (heads, n, d) or (batch, heads, n, d)");
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
    app.add_option("--mask", given.mask, "true or 1 = may attend, or floats to add; any shape that broadcasts");
    CLI::Option* softcap_option = app.add_option("--softcap", softcap, "bend scores: c tanh(score / c)");
    app.add_option("--score", score, "dot, laplace, gaussian or cosine")->check(CLI::IsMember(scores));
    app.add_option("--threads", given.wish.threads, "how many; 0: one for each processor")
        ->check(CLI::Range(0, std::numeric_limits<int>::max()));
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
    require_sense(app);
    if (scale_option->count() > 0) given.wish.scale = number_in("--scale", scale);
    if (causal_option->count() > 0) given.wish.causal = alignments.at(causal.empty() ? "top-left" : causal);
    if (softcap_option->count() > 0) given.wish.softcap = number_in("--softcap", softcap);
    if (given.wish.softcap && *given.wish.softcap <= 0.0) throw WrongData("--softcap needs a number above 0");
    given.wish.score = scores.at(score);
    given.words = app.count("--sentence") + app.count("--text") > 0;
    return std::nullopt;
}

}  // namespace

int main(int argc, char** argv)
{
    Arguments given;
    try {
        if (const std::optional<int> ended = read_arguments(argc, argv, given)) return *ended;
        if (given.words)
            attend_text(given);
        else
            attend_arrays(given);
        if (std::fflush(stdout) != 0) throw FileTrouble("what it prints cannot be written; is there room on the disk?");
        return 0;
    } catch (const std::invalid_argument& error) {
        return complain(error.what(), wrong_usage);
    } catch (const std::bad_alloc&) {
        return complain("there is not enough memory for these arrays", something_broken);
    } catch (const std::exception& error) {
        return complain(error.what(), something_broken);
    }
}
