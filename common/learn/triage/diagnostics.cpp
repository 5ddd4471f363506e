#include "common/learn/triage/diagnostics.hpp"

#include "common/learn/triage/fold.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <sstream>
#include <system_error>
#include <utility>

namespace learn::triage
{

namespace
{

constexpr std::size_t most_notes = 40;

/// A line of a compiler: `temperature.cpp:12:5: error: expected ';'`.
struct Line {
    Place at;
    std::string_view kind;  ///< `error`, `note`, `required from`; empty for any other line
    std::string_view message;
};

std::string without_colours(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\033') {
            at = std::min(text.find_first_of("mK", at), text.size());
        } else if (text[at] != '\r') {
            result += text[at];
        }
    }
    return result;
}

/// Take a number off the end of a text, and the colon before it; 0 where there is none.
int take_number(std::string_view& text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon + 1 == text.size()) return 0;
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size()) return 0;
    text = text.substr(0, colon);
    return number;
}

/// `file:line:column`, or `file:line`.
Place place_of(std::string_view text)
{
    const int last = take_number(text);
    const int first = take_number(text);
    return first != 0 ? Place{std::string(text), first, last} : Place{std::string(text), last, 0};
}

/// Words that stand between a place and what is said about it.
constexpr std::array kinds = {std::string_view("fatal error: "),
                              std::string_view("error: "),
                              std::string_view("warning: "),
                              std::string_view("note: "),
                              std::string_view("required from"),
                              std::string_view("expansion of"),
                              std::string_view("undefined reference to"),
                              std::string_view("multiple definition of")};

Line parse(std::string_view text)
{
    constexpr std::string_view included = "from ";
    for (const std::string_view kind : kinds) {
        const std::size_t at = text.find(kind);
        if (at == std::string_view::npos) continue;
        std::string_view before = text.substr(0, at);
        if (kind == "expansion of") before = before.substr(0, std::min(before.find(": "), before.size()));
        while (before.ends_with(' ') || before.ends_with(':')) before.remove_suffix(1);
        const Place place = place_of(before);
        const bool by_linker = kind.ends_with("of") || kind.ends_with("to");
        if (place.line != 0 || by_linker) return {place, kind, text.substr(by_linker ? at : at + kind.size())};
    }
    const std::size_t from = text.find(included);
    const bool is_include = text.starts_with("In file included from ") || text.starts_with("                 from ");
    if (!is_include || from == std::string_view::npos) return {};
    std::string_view place = text.substr(text.find(included) + included.size());
    while (place.ends_with(',') || place.ends_with(':')) place.remove_suffix(1);
    return {place_of(place), "included", ""};
}

/// Reads an output line by line, and remembers what belongs to the error that comes next.
class Reader
{
public:
    explicit Reader(std::filesystem::path learner_file) : learner_file_(std::move(learner_file)) {}

    void take(std::string_view text)
    {
        const Line line = parse(text);
        if (line.kind == "included") {
            included_from_.push_back(line.at);
        } else if (line.kind == "required from" || line.kind == "expansion of") {
            required_from_.push_back(line.at);
        } else if (line.kind == "note: ") {
            take_note(line);
        } else if (line.kind == "warning: ") {
            in_error_ = false;
            forget();
        } else if (!line.kind.empty()) {
            take_error(line);
        } else {
            take_picture(text);
        }
    }

    std::vector<CompileError> errors() const { return errors_; }

private:
    void forget()
    {
        required_from_.clear();
        included_from_.clear();
    }

    void take_error(const Line& line)
    {
        const Place learners = is_learners(line.at) ? line.at : first_of_learners(required_from_, included_from_);
        errors_.push_back({line.at, learners, folded(line.message), {}, false});
        in_error_ = true;
        forget();
    }

    void take_note(const Line& line)
    {
        forget();
        if (!in_error_ || errors_.back().notes.size() >= most_notes) return;
        CompileError& error = errors_.back();
        error.notes.push_back({line.at, folded(line.message)});
        // clang++ tells afterwards what an error in a template is brought about by.
        const bool instantiates = line.message.starts_with("in instantiation of");
        if (instantiates && !is_learners(error.at) && is_learners(line.at)) error.in_learners = line.at;
    }

    /// g++ puts the number of the line and a | before the lines of the source, and counts columns as a terminal does.
    void take_picture(std::string_view text)
    {
        const std::size_t bar = text.find_first_not_of(" 0123456789");
        const bool is_of_gcc = bar != std::string_view::npos && bar > 0 && text[bar] == '|';
        if (in_error_ && is_of_gcc) errors_.back().tabs_are_eight = true;
    }

    bool is_learners(const Place& place) const { return same_file(place.file, learner_file_); }

    Place first_of_learners(const std::vector<Place>& places, const std::vector<Place>& otherwise) const
    {
        for (const auto* list : {&places, &otherwise}) {
            const auto found = std::find_if(list->begin(), list->end(), [&](const auto& p) { return is_learners(p); });
            if (found != list->end()) return *found;
        }
        return {};
    }

    std::filesystem::path learner_file_;
    std::vector<CompileError> errors_;
    std::vector<Place> required_from_;
    std::vector<Place> included_from_;
    bool in_error_ = false;
};

}  // namespace

std::vector<CompileError> errors_in(std::string_view output, const std::filesystem::path& learner_file)
{
    Reader reader(learner_file);
    std::istringstream stream(without_colours(output));
    for (std::string line; std::getline(stream, line);) reader.take(line);
    return reader.errors();
}

bool same_file(const std::string& printed, const std::filesystem::path& file)
{
    const std::filesystem::path other = std::filesystem::path(printed).lexically_normal();
    if (other.filename() != file.filename()) return false;
    const auto folder = other.parent_path().filename();
    const auto our_folder = file.parent_path().filename();
    return folder.empty() || our_folder.empty() || folder == our_folder;
}

}  // namespace learn::triage
