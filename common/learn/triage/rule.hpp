/// \file
/// How one kind of compile error is recognised and answered.
#pragma once

#include "common/learn/triage.hpp"
#include "common/learn/triage/code.hpp"
#include "common/learn/triage/diagnostics.hpp"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace learn::triage
{

/// An error that a rule fits, while the answer to it is written.
struct Case {
    const CompileError& error;
    const std::vector<std::string>& groups;  ///< what the rule's pattern has in its parentheses, from 1 on
    const Code& code;
    std::filesystem::path project;
    CompileTrouble& trouble;
    std::size_t column = 0;  ///< of the caret, from 1 on; 0 for none

    /// The line that the answer points at.
    const std::string& source() const { return code.bare_line(trouble.line); }

    void say(const char* kind, std::string sentence) const
    {
        trouble.kind = kind;
        trouble.sentence = std::move(sentence);
    }
};

/// Which errors it fits, and what to say about them.
struct Rule {
    const char* kind;
    const char* message;            ///< fits the message; with a line break in it, the message and one of its notes
    const char* source;             ///< fits the line of the source; empty fits all
    const char* sentence;           ///< $1 stands for the first parentheses of `message`
    void (*look)(Case&) = nullptr;  ///< in place of a sentence: looks closer, and says what it finds
};

/// All rules. The first that fits decides.
std::span<const Rule> rules();

/// The rules for errors that the learner's file brings about inside a header of a library. The last fits all.
std::span<const Rule> library_rules();

// What looks closer at a case.
void look_at_parentheses(Case& c);
void look_for_semicolon(Case& c);
void look_for_value(Case& c);
void look_outside_functions(Case& c);
void look_up_name(Case& c);
void look_for_std_header(Case& c);
void look_for_include_inside(Case& c);
void look_up_member(Case& c);
void look_for_header(Case& c);
void look_for_first_definition(Case& c);
void look_for_signature(Case& c);
void look_at_const(Case& c);
void look_at_conversion(Case& c);
void look_at_mixed_types(Case& c);
void look_for_auto(Case& c);
void look_at_operands(Case& c);
void look_at_arguments(Case& c);

}  // namespace learn::triage
