// ./learn write: the model of this chapter goes on with a text of yours.

#include "23_writing/lessons.hpp"
#include "23_writing/model/training.hpp"
#include "23_writing/reading.hpp"
#include "23_writing/saved.hpp"
#include "23_writing/text/corpus.hpp"
#include "23_writing/writing.hpp"

#include "common/open_to_read.hpp"
#include "common/timing.hpp"

#include <CLI/CLI.hpp>

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

using namespace attention;
using common::FileTrouble;

namespace
{

constexpr int wrong_usage = 2;       // what was asked for makes no sense
constexpr int something_broken = 3;  // a file, or the machine

/// What the command line says.
struct Arguments {
    std::string prompt;
    std::size_t tokens = 60;
    WritingStyle style;
    std::string weights;  // empty: those of the chapter's program
    bool train = false;
    int steps = WriterRecipe().steps;

    std::filesystem::path file() const { return weights.empty() ? usual_weights : std::filesystem::path(weights); }
};

/// Learn from the lessons, showing how far it is, and keep what was learned.
void train(const Arguments& given)
{
    fmt::print(stderr, "write: learning from the lessons first; in a minute or two the weights are in {}\n",
               given.file().string());
    WriterRecipe recipe;
    recipe.steps = given.steps;
    const Lessons lessons = lessons_of(corpus(), held_out());
    SavedWriter writer{learned_to_write(recipe, lessons.to_learn,
                                        [&](int step, const Writer<float>&) {
                                            common::show_progress(fmt::format("Step {} of {}", step, recipe.steps));
                                        }),
                       lessons.pairs};
    common::show_progress("");
    save_writer(given.file(), writer);
}

/// The model that was asked for, trained first where that is needed.
SavedWriter writer_for(const Arguments& given)
{
    const bool first_time = given.weights.empty() && !std::filesystem::exists(usual_weights);
    if (given.train || first_time) train(given);
    try {
        return load_writer(given.file());
    } catch (const FileTrouble& trouble) {
        throw FileTrouble(fmt::format("{}; --train learns anew", trouble.what()));
    }
}

/// A prompt as the model has seen texts: in lower case, and without blanks at its end, since each word brings its own.
std::string as_in_lessons(const std::string& prompt)
{
    std::string text;
    for (const char c : prompt) text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    while (text.ends_with(' ')) text.pop_back();
    return text;
}

/// Print the prompt, and each token as soon as it is written.
void go_on(const SavedWriter& writer, const Arguments& given)
{
    const auto print = [](const std::string& text) {
        std::fwrite(text.data(), 1, text.size(), stdout);
        std::fflush(stdout);
    };
    const std::string prompt = as_in_lessons(given.prompt);
    print(prompt);
    const std::vector<int> tokens = writer.pairs.tokens_of(prompt.empty() ? beginning : prompt);
    gone_on(CachedReading<float>(writer.model), tokens, given.tokens, given.style,
            [&](int token) { print(writer.pairs.text_of(token)); });
    print("\n");
}

/// \throws std::invalid_argument  where options are given that make no sense, or would be ignored
void require_sense(const CLI::App& app, const Arguments& given)
{
    if (!std::isfinite(given.style.temperature) || given.style.temperature < 0.0)
        throw std::invalid_argument("--temperature needs a number, 0 or more");
    if (app.count("--weights") > 0 && given.weights.empty())
        throw std::invalid_argument("--weights needs the name of a file");
    if (app.count("--steps") > 0 && !given.train)
        throw std::invalid_argument("--steps is for --train; without it, it would do nothing");
}

/// Say what is wrong, if there is anywhere to say it. \return what to end with
int complain(const std::string& wrong, int exit_code)
{
    std::fputs(("write: " + wrong + "\n").c_str(), stderr);
    return exit_code;
}

/// Read the command line. \return what to end with at once, or nothing
std::optional<int> read_arguments(int argc, char** argv, Arguments& given)
{
    CLI::App app{"A small model, trained on the lessons of this tutorial, goes on with your text.\n\n"
                 "  ./learn write --prompt \"the query asks\"\n"
                 "  ./learn write --prompt \"each key\" --temperature 0.5 --seed 7",
                 "./learn write"};
    app.add_option("--prompt", given.prompt, "what it goes on with (default: nothing, it begins a paragraph)");
    app.add_option("--tokens", given.tokens, "how many it writes (60)")->check(CLI::Range(1, 100000));
    app.add_option("--temperature", given.style.temperature,
                   "below 1 more predictable, above 1 less; 0: no chance (0.8)");
    app.add_option("--top-k", given.style.top_k, "choose among so many of the likeliest tokens; 0: all (10)")
        ->check(CLI::Range(0, 1000000));
    app.add_option("--seed", given.style.seed, "of the random choices (1)")->check(CLI::NonNegativeNumber);
    app.add_option("--weights", given.weights, "a file in the format safetensors (default: those of ./learn run 23)");
    app.add_flag("--train", given.train, "learn anew first, and keep what was learned in the file of the weights");
    app.add_option("--steps", given.steps, fmt::format("how long it learns, with --train ({})", given.steps))
        ->check(CLI::Range(1, 1000000));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : wrong_usage;
    }
    require_sense(app, given);
    return std::nullopt;
}

}  // namespace

int main(int argc, char** argv)
{
    Arguments given;
    try {
        if (const std::optional<int> ended = read_arguments(argc, argv, given)) return *ended;
        go_on(writer_for(given), given);
        if (std::ferror(stdout) != 0) throw FileTrouble("what it writes cannot be printed; is there room on the disk?");
        return 0;
    } catch (const std::invalid_argument& error) {
        return complain(error.what(), wrong_usage);
    } catch (const std::exception& error) {
        return complain(error.what(), something_broken);
    }
}
