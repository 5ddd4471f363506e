#include "common/learn/died.hpp"

#include "common/learn/triage/answer.hpp"
#include "common/learn/triage/code.hpp"
#include "common/learn/triage/diagnostics.hpp"
#include "common/learn/triage/fold.hpp"
#include "common/learn/triage/pattern.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <sstream>

namespace learn
{

namespace
{

using std::string;
using triage::Code;
using triage::fits;
using triage::groups_of;

// --- The stack in a report -------------------------------------------------------------------------------------------

/// What a report's first stack tells: the calls from the one that died to the one that began it.
struct Stack {
    std::vector<int> lines;  ///< of the calls in the learner's file, the innermost first; a few of them
    string inner;            ///< the calls inside those, as a text; all calls where there are none

    int line() const { return lines.empty() ? 0 : lines.front(); }
};

bool is_frame(const string& line) { return fits(line, R"(^\s*#\d+ 0x)"); }

/// The line of the learner's file that a call stands in: `#1 0x55.. in f(double) /folder/f.cpp:12:5`. 0 for another file.
int line_of(const string& frame, const std::filesystem::path& learner_file)
{
    const std::size_t blank = frame.rfind(' ');
    const string last = frame.substr(blank + 1);
    const std::size_t colon = last.find(':');
    if (colon == string::npos || !triage::same_file(last.substr(0, colon), learner_file)) return 0;
    int line = 0;
    std::from_chars(last.data() + colon + 1, last.data() + last.size(), line);
    return line;
}

Stack read_stack(const string& report, const std::filesystem::path& learner_file)
{
    constexpr std::size_t enough = 8;  // to see that calls repeat
    Stack stack;
    bool began = false;
    std::istringstream stream(report);
    for (string text; std::getline(stream, text) && stack.lines.size() < enough;) {
        if (!is_frame(text) && began) break;
        if (!is_frame(text)) continue;
        began = true;
        if (const int line = line_of(text, learner_file); line != 0) stack.lines.push_back(line);
        if (stack.lines.empty()) stack.inner += text.substr(0, 2000) + "\n";
    }
    return stack;
}

// --- What is looked at and said --------------------------------------------------------------------------------------

/// A program's end, while the answer to it is written.
struct Case {
    const string& text;                 ///< what it printed
    const std::vector<string>& groups;  ///< what the rule's pattern has in its parentheses, from 1 on
    const Stack& stack;
    const Code& code;
    Death& death;

    const string& source() const { return code.bare_line(death.line); }
};

struct Rule {
    const char* kind;
    const char* text;      ///< fits what the program printed
    const char* inner;     ///< fits the calls inside the learner's; empty fits all
    const char* sentence;  ///< $1 stands for the first parentheses of `text`
    void (*look)(Case&) = nullptr;
};

/// Which place of an array was meant, and how many it has, as far as the report tells.
struct Outside {
    long place = 0;
    long count = 0;
};

std::optional<Outside> outside_of(const string& text)
{
    const auto access = groups_of(text, R"((?:READ|WRITE) of size (\d+))");
    const auto where =
        groups_of(text, R"(is located (\d+) bytes (to the right of|to the left of|after|before) (\d+)-byte)");
    if (access.empty() || where.empty()) return {};
    const long size = std::stol(access[1]);
    const long bytes = std::stol(where[3]);
    const long distance = std::stol(where[1]);
    const bool is_behind = where[2] == "to the right of" || where[2] == "after";
    if (size == 0 || bytes % size != 0 || distance % size != 0) return {};
    return Outside{is_behind ? (bytes + distance) / size : -distance / size, bytes / size};
}

/// The line of a loop that stops at nothing, because its index is never below 0: this line, or one of those above it in the
/// same function. 0 where there is none.
int loop_below_zero(const Code& code, int line)
{
    for (int above = line; above > 0 && above > line - 12; --above) {
        if (fits(code.bare_line(above), R"(^\})")) return 0;
        if (fits(code.bare_line(above), R"(\bfor\b.*>=\s*0\s*;)")) return above;
    }
    return 0;
}

/// A read or write beside an array. Which place it was tells more than anything else.
void look_outside(Case& c)
{
    const bool writes = fits(c.text, "WRITE of size");
    const string verb = writes ? "writes to" : "reads";
    if (writes) c.death.kind = "write_outside";
    const auto outside = outside_of(c.text);
    if (!outside) {
        c.death.sentence = fmt::format("This line {} outside its array. Compare the index with the size.", verb);
    } else {
        c.death.sentence = fmt::format("This line {} place {} of an array that has {}: 0 to {}.", verb, outside->place,
                                       outside->count, outside->count - 1);
    }
    if (fits(c.source(), R"(\w\([^(),]+,[^(),]+\))")) c.death.sentence += " A Matrix counts row after row.";
    if (const int loop = loop_below_zero(c.code, c.death.line); loop != 0) {
        c.death.sentence +=
            fmt::format(" A std::size_t is never below 0, so i >= 0 in line {} always holds. Count down with\n"
                        "    for (std::size_t i = n; i-- > 0;)",
                        loop);
    }
    if (fits(c.source(), R"(<=.*(size\(\)|shape\(\d\)))"))
        c.death.sentence += " Write < instead of <=: the last place is size - 1.";
}

/// A function that the check calls and the answer does not have.
void look_for_function(Case& c)
{
    const string function = triage::demangled(c.groups[1]);
    const string name = function.substr(0, function.find('('));
    c.death.sentence = fmt::format(
        "The check calls {}, but your file does not define it. The name and parameters must be exactly these, inside namespace attention.",
        function);
    const string head = R"(^[A-Za-z].*\b)" + name + R"(\s*\()";
    for (std::size_t i = 0; i < c.code.bare.size(); ++i) {
        if (!fits(c.code.bare[i], head)) continue;
        c.death.line = static_cast<int>(i) + 1;
        c.death.sentence = fmt::format(
            "The check calls {}. Your function of this name has other parameters, or is outside namespace attention.",
            function);
        return;
    }
}

/// A pointer to nothing. Where no line of the learner's is part of it, what the function returned was nothing.
void look_at_nothing(Case& c)
{
    c.death.sentence =
        c.death.line == 0
            ? "The check could not use what your function returned. Does every path through it end in a return?"
            : "This line uses something that is not there: a tensor without numbers, or a pointer to nothing. Give a "
              "tensor its shape first:\n    Vector v = xt::zeros<double>({n});";
}

/// A loop that looks as if it could not end.
void look_for_loop(Case& c)
{
    struct Suspect {
        const char* source;
        const char* sentence;
    };
    static constexpr std::array suspects = {
        Suspect{R"(for\s*\(.*(size_t|unsigned|auto)[^;]*;[^;]*>=\s*0\s*;)",
                "It did not end. A std::size_t is never below 0, so this loop never ends: count up, or stop at i > 0."},
        Suspect{R"(while\s*\(\s*(true|1)\s*\))", "It did not end. Does this loop ever come to its break or return?"},
        Suspect{R"(for\s*\([^;]*;\s*;)", "It did not end. This loop has no condition to stop it."},
    };
    c.death.sentence =
        "It did not end in time: is there a loop that never stops? Something in its condition must change.";
    for (const Suspect& suspect : suspects) {
        for (std::size_t i = 0; i < c.code.bare.size(); ++i) {
            if (!fits(c.code.bare[i], suspect.source)) continue;
            c.death.line = static_cast<int>(i) + 1;
            c.death.sentence = suspect.sentence;
            return;
        }
    }
}

/// Calls without end. The innermost may have stopped at the head of its function; the line that calls repeats.
void look_at_depth(Case& c)
{
    c.death.sentence = "The calls went too deep: a function calls itself without end, or a local array is huge.";
    const std::vector<int>& lines = c.stack.lines;
    for (auto it = lines.begin(); it != lines.end(); ++it) {
        if (std::find(it + 1, lines.end(), *it) == lines.end()) continue;
        c.death.line = *it;
        c.death.sentence =
            "This line calls its own function again and again. It needs a case that returns without a call.";
        return;
    }
}

void look_at_memory(Case& c)
{
    c.death.sentence = c.death.line == 0 ? "More memory was asked for than there is."
                                         : "This line asks for more memory than there is.";
    c.death.sentence += " Did a size become negative? As a std::size_t, 2 - 3 is huge.";
}

// --- The rules -------------------------------------------------------------------------------------------------------

/// The text that stands for an exit code in a program's last words.
string words_for(int exit_code)
{
    struct Exit {
        int code;
        const char* words;
    };
    static constexpr std::array exits = {Exit{124, "timed out"},  Exit{132, "signal ILL"}, Exit{134, "signal ABRT"},
                                         Exit{135, "signal BUS"}, Exit{136, "signal FPE"}, Exit{137, "signal KILL"},
                                         Exit{139, "signal SEGV"}};
    for (const auto& [code, words] : exits) {
        if (code == exit_code) return words;
    }
    return "";
}

constexpr const char* gone = "What this line uses is already gone: the variable that held it no longer exists.";

/// The first rule that fits decides. Rules about what a report says come before those about a signal alone.
constexpr std::array rules = {
    Rule{"missing_function", R"(undefined symbol: (\w+))", "", "", look_for_function},
    Rule{"missing_function", R"([Ss]ymbol not found[^_]*_?(_Z\w+))", "", "", look_for_function},
    Rule{"endless_loop", "timed out", "", "", look_for_loop},
    Rule{
        "lazy_keep_dims", "heap-buffer-overflow", "xreducer",
        "A lazy reduction with keep_dims inside a larger expression reads past its tensor (docs/pitfalls.md). Give it a name "
        "with a type first:\n    const Matrix row_max = xt::amax(M, {1}, xt::keep_dims);"},
    Rule{
        "dangling_expression", "stack-buffer-(under|over)flow|use-after", "xt::x?function|xt::xreducer|stepper",
        "An xtensor expression in auto keeps no numbers, and what it refers to is gone. Write Vector or Matrix instead of auto."},
    Rule{"read_outside", "(heap|stack|global|dynamic-stack)-buffer-(over|under)flow|container-overflow", "", "",
         look_outside},
    Rule{"use_after_free", "heap-use-after-free", "",
         "This line uses memory that has already been freed, by a delete, a reallocation or the end of a scope."},
    Rule{"use_after_return", "stack-use-after-return", "",
         "This line uses a local variable of a function that has already returned."},
    Rule{"use_after_scope", "stack-use-after-scope", "", gone},
    Rule{"freed_twice", R"(double-free|free\(\): double)", "",
         "This memory is freed twice: two owners delete the same thing."},
    Rule{"wrong_delete", R"(attempting free on|alloc-dealloc-mismatch|free\(\): invalid|new-delete-type-mismatch)", "",
         "This delete does not match: what it frees was not made by new, or it needs delete[]."},
    Rule{"endless_recursion", "stack-overflow", "", "", look_at_depth},
    Rule{"too_much_memory",
         "requested allocation size|out of memory|allocation-size-too-big|rss limit|bad_alloc|bad_array_new_length", "",
         "", look_at_memory},
    Rule{"divided_by_zero", "AddressSanitizer: FPE|signal FPE", "",
         "A whole number is divided by 0 here, or its remainder is taken with % 0."},
    Rule{"failed_assertion", "Assertion '?`?([^'\n]*)' failed", "", "An assertion does not hold: $1"},
    Rule{"escaped_exception", "terminate called after throwing an instance of '([^']*)'", "",
         "An exception leaves a function that may not throw, such as a destructor: $1."},
    Rule{"aborted", "terminate called|AddressSanitizer: ABRT|signal ABRT", "",
         "The program ended in std::terminate or std::abort. To report an error, throw an exception."},
    Rule{"missing_return", "AddressSanitizer: ILL|signal ILL", "",
         "A function reached its end without a return. Every path through it must return something."},
    Rule{"null_pointer", R"(SEGV on unknown address 0x0{9,}[0-9a-f]{1,3}\b)", "", "", look_at_nothing},
    Rule{
        "wild_pointer", "SEGV|BUS", "",
        "This line reads or writes far outside any memory of yours. Look at its index: a std::size_t below 0 is huge."},
    Rule{"killed", "signal KILL", "", "It was killed: it took too long, or all the memory there is."},
};

constexpr const char* no_room =
    "AddressSanitizer, which watches the check, cannot get its memory here. It reserves a great deal of address space: is there a "
    "limit, such as ulimit -v or -d? This has nothing to do with your answer.";
constexpr const char* no_start =
    "AddressSanitizer, which watches the check, does not start on this system. If addresses are randomised too far, "
    "sudo sysctl vm.mmap_rnd_bits=28 helps. This has nothing to do with your answer.";

/// What can go wrong before the check asks anything, and is no fault of an answer.
constexpr std::array outside_rules = {
    Rule{"environment", "ReserveShadowMemoryRange|failed to (allocate|reserve|mmap|map)|Cannot allocate memory", "",
         no_room},
    Rule{
        "environment", "runtime does not come first", "",
        "Another library is loaded before AddressSanitizer, which watches the check. Is LD_PRELOAD set? Unset it. This has nothing to do with your answer."},
    Rule{"environment", "Shadow memory range interleaves|DEADLYSIGNAL", "", no_start},
    Rule{
        "environment", "error while loading shared libraries: (\\S+):", "",
        "The library $1 is missing or of the wrong version. ./learn will find out what to install. This has nothing to do with your answer."},
};

/// The first rule that fits; what its parentheses hold is left in `groups`.
const Rule* choose(const string& text, const Stack& stack, std::vector<string>& groups)
{
    for (const Rule& rule : rules) {
        groups = groups_of(text, rule.text);
        if (!groups.empty() && fits(stack.inner, rule.inner)) return &rule;
    }
    return nullptr;
}

/// The part of a report that patterns are tried on: its beginning, without the calls.
string without_frames(const string& text)
{
    string result;
    std::istringstream stream(text);
    for (string line; std::getline(stream, line) && result.size() < 4000;) {
        if (!is_frame(line)) result += triage::shortened(line, 400) + "\n";
    }
    return result;
}

}  // namespace

std::optional<Death> trouble_outside(const std::string& stderr_text, const std::filesystem::path& learner_file)
{
    if (read_stack(stderr_text, learner_file).line() != 0) return {};  // such as a variable outside every function
    const string text = without_frames(stderr_text);
    for (const Rule& rule : outside_rules) {
        const std::vector<string> groups = groups_of(text, rule.text);
        if (groups.empty()) continue;
        return Death{.kind = rule.kind,
                     .sentence = triage::with_groups(rule.sentence, groups),
                     .file = {},
                     .line = 0,
                     .source = {}};
    }
    return {};
}

Death explain_death(const std::string& stderr_text, int exit_code, const std::filesystem::path& learner_file)
{
    const Code code = triage::read_code(learner_file);
    const Stack stack = read_stack(stderr_text, learner_file);
    const string text = without_frames(stderr_text) + words_for(exit_code);
    Death death{.kind = "unrecognised",
                .sentence = fmt::format("The program ended without a verdict (exit code {}).", exit_code),
                .file = triage::name_in_project(learner_file),
                .line = stack.line(),
                .source = {}};
    std::vector<string> groups;
    if (const Rule* const rule = choose(text, stack, groups)) {
        Case c{text, groups, stack, code, death};
        death.kind = rule->kind;
        death.sentence = triage::with_groups(rule->sentence, groups);
        if (rule->look != nullptr) rule->look(c);
    }
    if (death.line != 0) death.source = triage::pointed_at(code.line(death.line), string::npos);
    return death;
}

std::string to_text(const Death& death) { return triage::shown(death.file, death.line, death.sentence, death.source); }

}  // namespace learn
