#include "common/pictures.hpp"

#include "common/whole_file.hpp"

#include <getopt.h>

#include <fmt/core.h>

#include <charconv>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <system_error>

namespace common
{

namespace
{

[[noreturn]] void refuse(const std::string& why)
{
    fmt::print(stderr, "{}\nRun with --help for more information.\n", why);
    std::exit(2);
}

[[noreturn]] void help(const std::vector<NumberOption>& numbers, const std::vector<FlagOption>& flags)
{
    const auto line = [](const std::string& name, const std::string& what) { fmt::print("  {:<20} {}\n", name, what); };
    fmt::print("Prints what this chapter is about.\n\nOptions:\n");
    line("--help", "this text");
    line("--pictures FOLDER", "also draw the chapter's pictures, as SVG, into this folder");
    for (const NumberOption& option : numbers)
        line(option.name + " NUMBER", option.what + ", " + std::to_string(*option.value) + " unless told");
    for (const FlagOption& option : flags) line(option.name, option.what);
    std::exit(0);
}

void set_number(const NumberOption& option, const std::string& text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = error == std::errc{} && end == text.data() + text.size();
    if (!is_number || value < option.smallest || value > option.largest)
        refuse(fmt::format("{} takes a whole number from {} to {}, not {}", option.name, option.smallest,
                           option.largest, text));
    *option.value = value;
}

/// The program's options as getopt_long wants them: --help, --pictures, then the numbers, then the flags.
std::vector<option> as_table(const std::vector<NumberOption>& numbers, const std::vector<FlagOption>& flags)
{
    std::vector<option> table = {{"help", no_argument, nullptr, 0}, {"pictures", required_argument, nullptr, 1}};
    const auto add = [&](const std::string& name, int takes) {
        table.push_back({name.c_str() + 2, takes, nullptr, static_cast<int>(table.size())});  // without its dashes
    };
    for (const NumberOption& option : numbers) add(option.name, required_argument);
    for (const FlagOption& option : flags) add(option.name, no_argument);
    table.push_back({nullptr, 0, nullptr, 0});
    return table;
}

}  // namespace

// The system's getopt_long reads the options: chapter 1 includes this, and should not wait for a larger library to compile.
Pictures::Pictures(int argc, const char* const* argv, const std::vector<NumberOption>& numbers,
                   const std::vector<FlagOption>& flags)
{
    const std::vector<option> table = as_table(numbers, flags);
    std::vector<char*> words;  // which getopt_long puts in another order, and does not change
    for (int i = 0; i < argc; ++i) words.push_back(const_cast<char*>(argv[i]));  // NOLINT
    words.push_back(nullptr);
    optind = 1;
    opterr = 0;
    for (int found = 0; (found = getopt_long(argc, words.data(), ":h", table.data(), nullptr)) != -1;) {
        const std::string word = words[static_cast<std::size_t>(optind) - 1];
        if (found == '?') refuse("there is no option " + word);
        if (found == ':') refuse(word + " needs a value");
        if (found == 0 || found == 'h') help(numbers, flags);
        const std::size_t place = static_cast<std::size_t>(found) - 2;
        if (found == 1)
            folder_ = optarg;
        else if (place < numbers.size())
            set_number(numbers[place], optarg);
        else
            *flags[place - numbers.size()].value = true;
    }
    if (optind < argc) refuse(fmt::format("what is {}?", words[static_cast<std::size_t>(optind)]));
}

void Pictures::save(std::string_view name, std::string_view svg) const
{
    if (folder_.empty()) return;
    std::filesystem::create_directories(folder_);
    const std::filesystem::path path = folder_ / name;
    if (const std::string wrong = write_whole(path.string(), svg); !wrong.empty()) throw std::runtime_error(wrong);
    fmt::print(stderr, "Drew {}\n", path.string());
}

}  // namespace common
