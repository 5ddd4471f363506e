#include "common/learn/triage.hpp"

#include "common/catalogue/chapter.hpp"
#include "common/catalogue/files.hpp"
#include "common/catalogue/text.hpp"
#include "common/learn/triage/answer.hpp"
#include "common/learn/triage/braces.hpp"
#include "common/learn/triage/code.hpp"
#include "common/learn/triage/diagnostics.hpp"
#include "common/learn/triage/fold.hpp"
#include "common/learn/triage/names.hpp"
#include "common/learn/triage/pattern.hpp"
#include "common/learn/triage/rule.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>

namespace learn
{

namespace
{

using std::string;
using triage::Case;
using triage::Code;
using triage::CompileError;
using triage::Rule;

// --- Which error, and which rule --------------------------------------------------------------------------------------

/// Does a rule fit an error? Its message is tried alone first, then with each of its notes.
std::vector<string> groups_where_it_fits(const Rule& rule, const CompileError& error, const string& source)
{
    if (!triage::fits(source, rule.source)) return {};
    const string message = triage::shortened(error.message, 1000);
    std::vector<string> groups = triage::groups_of(message, rule.message);
    if (!groups.empty() || string(rule.message).find('\n') == string::npos) return groups;
    for (const auto& note : error.notes) {
        groups = triage::groups_of(message + "\n" + triage::shortened(note.message, 500), rule.message);
        if (!groups.empty()) return groups;
    }
    return {};
}

/// The error that counts: the first that the learner's file brings about. But a function that ends without a return is
/// often only what a mistake elsewhere makes of it.
const CompileError* first_of_learners(const std::vector<CompileError>& errors)
{
    const auto is_end = [](const CompileError& error) {
        return triage::fits(error.message, "no return statement|not return a value");
    };
    const CompileError* first = nullptr;
    for (const CompileError& error : errors) {
        if (error.in_learners.line == 0) continue;
        if (first == nullptr || (is_end(*first) && !is_end(error))) first = &error;
    }
    return first;
}

/// An error with the rule that fits it.
struct Found {
    const CompileError* error = nullptr;
    const Rule* rule = nullptr;  ///< null where none fits
    std::vector<string> groups;
};

/// Of some errors, the one whose rule comes first.
Found first_by(std::span<const Rule> rules, const std::vector<const CompileError*>& errors, const Code& code)
{
    for (const Rule& rule : rules) {
        for (const CompileError* const error : errors) {
            std::vector<string> groups = groups_where_it_fits(rule, *error, code.bare_line(error->in_learners.line));
            if (!groups.empty()) return {error, &rule, std::move(groups)};
        }
    }
    return {};
}

/// The errors of the line that counts: those that stand in it first, then those that it brings about in a header.
Found choose(const std::vector<CompileError>& errors, const CompileError& first, const Code& code)
{
    std::vector<const CompileError*> in_line;
    std::vector<const CompileError*> in_library;
    for (const CompileError& error : errors) {
        if (error.in_learners.line != first.in_learners.line) continue;
        const bool stands_there = error.at.file == error.in_learners.file && error.at.line == error.in_learners.line;
        (stands_there ? in_line : in_library).push_back(&error);
    }
    Found found = first_by(triage::rules(), in_line, code);
    if (found.rule == nullptr) found = first_by(triage::library_rules(), in_library, code);
    return found.rule != nullptr ? found : Found{&first, nullptr, {}};
}

// --- The answer -------------------------------------------------------------------------------------------------------

/// Where in a line the compiler's column is, counted in bytes from 0; npos where it is not known.
std::size_t byte_of(const string& line, std::size_t column, bool tabs_are_eight)
{
    if (column == 0) return string::npos;
    if (!tabs_are_eight) return column - 1;
    std::size_t at = 0;
    for (std::size_t seen = 0; at < line.size(); ++at) {
        const bool continues_character = (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U;
        if (continues_character) continue;
        seen += line[at] == '\t' ? 8 - seen % 8 : 1;
        if (seen >= column) return at;
    }
    return at;
}

/// The line of the source, with a caret.
void show_source(CompileTrouble& trouble, const Code& code, std::size_t byte)
{
    if (trouble.line == 0) return;
    trouble.source = triage::pointed_at(code.line(trouble.line), byte);
}

/// Braces that do not match, whatever the compiler makes of it. But a quote or a comment without an end comes first: it
/// may have swallowed a brace.
bool explain_braces(CompileTrouble& trouble, const Code& code)
{
    struct Guess {
        const char* kind;
        std::optional<int> line;
        char pointed_at;
        const char* sentence;
    };
    const std::array<Guess, 3> guesses = {{
        {"missing_brace", triage::unclosed_brace(code), '{', "A } is missing: the { of this line is never closed."},
        {"missing_brace", triage::head_without_brace(code), ')',
         "A { is missing after this line: the body begins with it."},
        {"extra_brace", triage::surplus_brace(code), '}',
         "There is one } too many, or the { that it should close is missing."},
    }};
    for (const Guess& guess : guesses) {
        if (!guess.line) continue;
        trouble.kind = guess.kind;
        trouble.line = *guess.line;
        trouble.sentence = guess.sentence;
        if (triage::fits(code.bare_line(*guess.line), R"(^\s*\{\s*$)")) {  // alone, it says little
            const string& head = code.line(triage::code_line_above(code, *guess.line));
            trouble.sentence =
                fmt::format("A }} is missing: the {{ below '{}' is never closed.", triage::shortened(head, 60));
        }
        show_source(trouble, code, code.bare_line(*guess.line).rfind(guess.pointed_at));
        return true;
    }
    return false;
}

void explain_with_rule(CompileTrouble& trouble, const Found& found, const Code& code,
                       const std::filesystem::path& project)
{
    const auto& place = found.error->in_learners;
    trouble.line = place.line;
    trouble.kind = "unrecognised";
    const string& line = code.line(place.line);
    const std::size_t byte = byte_of(line, static_cast<std::size_t>(place.column), found.error->tabs_are_eight);
    Case c{.error = *found.error,
           .groups = found.groups,
           .code = code,
           .project = project,
           .trouble = trouble,
           .column = byte == string::npos ? 0 : byte + 1};
    if (found.rule != nullptr) c.say(found.rule->kind, triage::with_groups(found.rule->sentence, found.groups));
    if (found.rule != nullptr && found.rule->look != nullptr) found.rule->look(c);
    if (trouble.sentence.empty())
        trouble.sentence = "The compiler does not accept this line. Its own message says more.";
    show_source(trouble, code, c.column - 1);
}

/// Errors without a place in the learner's file: the linker's, or those of a file that is not the learner's.
void explain_elsewhere(CompileTrouble& trouble, const std::vector<CompileError>& errors)
{
    trouble.kind = "not_yours";
    trouble.sentence = "It is not your file that fails to build. Run the check again with --full to see everything.";
    if (errors.empty()) return;
    const CompileError& first = errors.front();
    if (const auto name = triage::groups_of(first.message, "undefined reference to '(.*)'"); !name.empty()) {
        trouble.kind = "undefined_function";
        trouble.sentence =
            fmt::format("{} is called but never defined. Write its body, with exactly these parameters.", name[1]);
    } else if (!first.at.file.empty()) {
        trouble.file = first.at.file;
        trouble.line = first.at.line;
    }
}

// --- Includes ---------------------------------------------------------------------------------------------------------

/// What is wrong with including a header in an exercise; empty where nothing is.
std::pair<const char*, string> problem_of_include(const string& header, int own_chapter)
{
    if (triage::fits(header, "solutions/|tests/exercises/.*/(mistakes|crashes)")) {
        return {"includes_solution", "This line includes the solution. Remove it and write your own."};
    }
    const int chapter = catalogue::chapter_number(header);
    const bool is_later = own_chapter != 0 && chapter > own_chapter;
    if (!is_later) return {};
    return {"later_chapter",
            fmt::format("{} belongs to chapter {}, and this exercise to chapter {}. It is not available here.", header,
                        chapter, own_chapter)};
}

}  // namespace

CompileTrouble explain_compile_error(const std::string& compiler_output, const std::filesystem::path& learner_file)
{
    const std::filesystem::path project = triage::project_above(learner_file);
    const Code code = triage::read_code(learner_file);
    const std::vector<CompileError> errors = triage::errors_in(compiler_output, learner_file);
    CompileTrouble trouble{.kind = "",
                           .file = triage::name_in_project(learner_file),
                           .sentence = "",
                           .source = {},
                           .compiler_says = errors.empty() ? "" : errors.front().message};
    const CompileError* const first = first_of_learners(errors);
    if (first == nullptr) {
        explain_elsewhere(trouble, errors);
        return trouble;
    }
    const Found found = choose(errors, *first, code);
    trouble.compiler_says = found.error->message;
    const bool loses_text = found.rule != nullptr && triage::fits(found.rule->kind, "missing_quote|unclosed_comment");
    if (!loses_text && explain_braces(trouble, code)) return trouble;
    explain_with_rule(trouble, found, code, project);
    return trouble;
}

std::optional<CompileTrouble> find_strange_encoding(const std::filesystem::path& learner_file)
{
    const string bytes = catalogue::read_if_there(learner_file).value_or("");
    const bool is_utf_16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (!is_utf_16 && bytes.find('\0') == string::npos) return {};
    const char* const sentence =
        is_utf_16
            ? "This file is saved as UTF-16, which some editors call Unicode. Save it as UTF-8; nothing else needs to change."
            : "This file contains zero bytes, so it is not plain text. Save it as UTF-8, or start over with ./learn reset.";
    return CompileTrouble{.kind = "strange_encoding",
                          .file = triage::name_in_project(learner_file),
                          .line = 0,
                          .sentence = sentence,
                          .source = {},
                          .compiler_says = ""};
}

std::optional<CompileTrouble> find_forbidden_include(const std::filesystem::path& learner_file)
{
    const Code code = triage::read_code(learner_file);
    const int own_chapter = catalogue::chapter_number(learner_file.parent_path().filename().string());
    for (int line = 1; static_cast<std::size_t>(line) <= code.lines.size(); ++line) {
        const auto groups = triage::groups_of(code.line(line), R"(^\s*#\s*include\s*["<]([^">]+))");
        if (groups.empty() || triage::fits(code.bare_line(line), R"(^\s*$)")) continue;
        const auto [kind, sentence] = problem_of_include(groups[1], own_chapter);
        if (kind == nullptr) continue;
        CompileTrouble trouble{.kind = kind,
                               .file = triage::name_in_project(learner_file),
                               .line = line,
                               .sentence = sentence,
                               .source = {},
                               .compiler_says = ""};
        show_source(trouble, code, code.line(line).find(groups[1]));
        return trouble;
    }
    return {};
}

std::string to_text(const CompileTrouble& trouble)
{
    using triage::screen;
    const string text = triage::shown(trouble.file, trouble.line, trouble.sentence, trouble.source);
    if (trouble.compiler_says.empty()) return text;
    const string words = triage::shortened("The compiler says: " + trouble.compiler_says, 3 * (screen - 2));
    return text + "\n" + catalogue::wrapped(words, screen) + "For all of it, add --full.\n";
}

}  // namespace learn
