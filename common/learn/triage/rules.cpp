#include "common/learn/triage/rule.hpp"

#include <array>
#include <span>

namespace learn::triage
{

namespace
{

constexpr const char* else_sentence =
    "This else has no if: a second statement or a ; stands between them. Put what belongs to the if in braces.";
constexpr const char* slice_sentence =
    "C++ has no slices. row_of(M, i) is a row, column_of(M, j) a column, and a part of a vector is\n"
    "    Vector part = xt::view(v, xt::range(a, b));";
constexpr const char* caret_sentence =
    "^ is no power in C++. Write std::pow(x, 2.0) or x * x, and xt::pow(v, 2.0) for a tensor.";
constexpr const char* shape_sentence =
    "Braces hold the numbers themselves: this tensor would have a single number. One of n numbers is\n"
    "    Vector v = xt::zeros<double>({n});";
constexpr const char* print_sentence = "A tensor cannot be printed with <<. Print its numbers one by one:\n"
                                       "    for (const double x : v) std::cout << x << ' ';";
constexpr const char* const_view_sentence =
    "What is changed here belongs to a const tensor: its rows and views are const as well. Work on a copy:\n"
    "    Matrix copy = V;";
constexpr const char* wrong_format = "wrong_format";
constexpr const char* format_sentence =
    "The text and what follows do not match: each {} needs one value, in order, of a type that fits.";

/// The first rule that fits an error decides; of several errors in one line, the one whose rule stands first.
constexpr std::array all_rules = {
    // What the compiler cannot even read as words.
    Rule{"missing_quote", "missing terminating", "",
         "A text begins in this line and does not end. Put a quote at its end."},
    Rule{"unclosed_comment", R"(unterminated (/\* )?comment)", "",
         "The comment that begins here never ends. Put */ at its end."},
    Rule{"missing_quote", "expected", R"(^[^"]*"(?:[^"]*"[^"]*")*[^"]*$)",  // clang++ only warns
         "A text begins in this line and does not end. Put a quote at its end."},
    Rule{"bad_directive", "invalid preprocessing directive", "",
         "C++ does not know this word after #. Is it #include?"},
    Rule{"python_for", "expected", R"(\bfor\b[^:;]*\bin\b)",
         "C++ writes for (const double s : scores), or for (std::size_t i = 0; i < n; ++i), and the body in braces."},
    Rule{"python_slice", R"(expected '?\]|expected)", R"(\w\s*\[[^\]:?]*:[^\]:?]*\])", slice_sentence},
    Rule{"bracket_list", "expected|lambda", R"((=|\breturn)\s*\[[^\]]*,)",
         "In C++ a list of numbers goes in braces: {1, 2}. Brackets begin a lambda."},
    Rule{
        "loop_over_number",
        R"('(begin|end)' was not declared|no viable 'begin' function|nested-name-specifier|requires type for loop variable)",
        R"(\bfor\b[^;]*:)",
        "for (... : x) goes over the numbers in x, and here x is a single number. To count write\n"
        "    for (std::size_t i = 0; i < n; ++i)"},
    Rule{"include_in_namespace", "attention::attention::", "", "", look_for_include_inside},
    Rule{"missing_capture", R"('(\w+)' is not captured|variable '(\w+)' cannot be implicitly captured)", "",
         "A lambda with empty brackets cannot use the variables around it. Write [&] instead of []."},
    Rule{"auto_without_value", "has no initializer|requires an initializer", R"(\bauto\b)",
         "auto takes its type from a value, and there is none. Write the type: double, Vector or Matrix."},
    Rule{"missing_call", "unary minus|to unary expression|double \\(|\\(\\*\\)\\(\\)",
         R"(numeric_limits<[^>]*>::\w+\s*([^\w\s(]|$))",
         "The members of std::numeric_limits are functions. Put () after the name: infinity()."},
    Rule{"at_sign", "stray|expected|unexpected", "@",
         "C++ has no @. Write the product as a loop; from chapter 6 on, common/blas.hpp has product(A, B)."},
    Rule{"power_sign", R"(unary '\*'|indirection requires)", R"(\*\*)",
         "C++ has no ** for powers. Write std::pow(x, 2.0), or xt::pow(v, 2.0) for a tensor."},
    Rule{"stray_character", "extended character|unexpected character|stray '|non-ASCII", "",
         "This line has a character that C++ does not know; it may come from a page you copied. Retype it."},
    Rule{"missing_header", R"((\S+): No such file or directory)", "", "", look_for_header},
    Rule{"missing_header", R"('(\S+)' file not found)", "", "", look_for_header},

    Rule{"semicolon", "expected ',' or ';' before", "", "", look_for_semicolon},
    // Names. `expected ;` in the same line only says that the compiler took a name for something else.
    Rule{"unknown_member", R"('(\w+)' is not a member of 'std::numeric_limits)", "",
         "std::numeric_limits has nothing called $1. It has infinity(), quiet_NaN(), max(), lowest() and epsilon()."},
    Rule{"unknown_name", R"('([\w:]+)' is not a (?:class template )?member of '(\w+)')", "", "", look_up_name},
    Rule{"unknown_name", R"('(\w+)' in namespace '(\w+)' does not name)", "", "", look_up_name},
    Rule{"unknown_name", R"(no (?:member|type|template) named '(\w+)' in namespace '(\w+)')", "", "", look_up_name},
    Rule{"missing_include", R"(variable '(?:const )?std::(\w+).*has initializer but incomplete type)", "", "",
         look_for_std_header},
    Rule{"missing_include", R"(aggregate '(?:const )?std::(\w+).*has incomplete type)", "", "", look_for_std_header},
    Rule{"missing_include", R"(undefined template '(?:const )?std::(?:basic_)?(\w+))", "", "", look_for_std_header},
    Rule{"missing_namespace", R"(no (member|type|template) named '\w+' in the global namespace)", "",
         "A name is missing in front of the ::, such as std or xt."},
    Rule{"unknown_name", R"('([\w:]+)' was not declared in this scope)", "", "", look_up_name},
    Rule{"unknown_name", R"('([\w:]+)' (?:has not been declared|does not name a))", "", "", look_up_name},
    Rule{"unknown_name",
         R"((?:use of undeclared identifier|unknown type name|undeclared template|no template named) '([\w:]+)')", "",
         "", look_up_name},
    Rule{"unknown_member", R"('(.*)' has no member named '(\w+)')", "", "", look_up_member},
    Rule{"unknown_member", R"(no member named '(\w+)' in '(.*?)')", "", "", look_up_member},

    Rule{"missing_call", "unresolved overloaded|must be called|array subscript", R"(\.shape\s*\[)",
         "The size of a tensor along an axis has parentheses: shape(0) is the first, shape(1) the second."},
    Rule{
        "missing_call",
        "unresolved overloaded function type|cannot resolve overloaded function|invalid use of (non-static )?member function|must be called",
        "", "A function is named here but not called. Put () after its name, as in scores.size()."},

    // Braces match, or we would not be here.
    Rule{"function_in_function", "function-?.?definition is not allowed here", "",
         "A function cannot be written inside another one. Put it above, or write a lambda:\n"
         "    const auto f = [&](double x) { return x; };"},
    Rule{"semicolon", "expected ',' or ';'|expected ';'|expected initializer before|two or more data types", "", "",
         look_for_semicolon},
    Rule{"bad_head", "expected function body after|expected identifier before|expected parameter declarator", "",
         "The head of a function must be a type, a name, and in parentheses a type and a name for each parameter."},
    Rule{"missing_type", "forbids declaration of|requires a type specifier", "",
         "A type is missing here. Vector, Matrix, double or another one goes before the name."},
    Rule{"doubled_word", "duplicate '|cannot combine with previous", "",
         "The same word is here twice, or there are two types."},
    Rule{"outside_function", "expected unqualified-id|expected declaration|extraneous closing brace", "", "",
         look_outside_functions},
    Rule{"missing_parenthesis", R"(expected '\(')", "", "A ( is missing here."},
    Rule{"else_without_if", "'else' without", "", else_sentence},
    Rule{"else_without_if", "expected expression", R"(^\s*\}?\s*else\b)", else_sentence},
    Rule{"python_slice", "expected", R"([(\[,]\s*:\s*[,)\]])", slice_sentence},
    Rule{"parentheses", R"(expected '\)'|extraneous '\)')", "", "", look_at_parentheses},
    Rule{"missing_value", R"(unary '\*'|indirection requires)", "", "Something is missing in front of this operator."},
    Rule{"missing_value", "no match for 'operator.*operand type is", "",
         "Something is missing in front of this operator."},
    Rule{"parentheses", "expected (primary-)?expression", "", "", look_for_value},
    Rule{"missing_sign", "expected '([^']+)'", "", "A $1 is missing here."},

    // Declarations.
    Rule{"changed_signature", "ambiguating new declaration|differ only in their return type", "", "",
         look_for_signature},
    Rule{"defined_twice", "redefinition|redeclaration|conflicting declaration|shadows a parameter|multiple definition",
         "", "", look_for_first_definition},
    Rule{"missing_return", "no return statement|does not return a value|control reaches end", "",
         "The function can come to this } without a return. Every path through it must return something."},
    Rule{"wrong_return_type", "return-statement with no value|should return a value", "",
         "This return gives nothing back, and the function promises a value."},
    Rule{"const_argument", "binding reference of type '(.*)' to 'const .*' discards qualifiers", "",
         "The function wants to write into what it is given, and that is const. Make a copy and hand that over."},
    Rule{"const_argument", "\n.*would lose const qualifier", "",
         "The function wants to write into what it is given, and that is const. Make a copy and hand that over."},
    Rule{"const_assignment", "read-only|cannot assign to (variable|return value)", "", "", look_at_const},
    Rule{"const_assignment",
         R"(no match for 'operator[-+*/]?=' \(operand types are 'const (Vector|Matrix|BoolMatrix)')", "", "",
         look_at_const},
    Rule{"const_assignment",
         "no viable overloaded '[-+*/]?='\n.*(from 'const .* for object argument|argument has type 'const)", "", "",
         look_at_const},

    // What xtensor's types are made of.
    Rule{"lazy_auto",
         "lvalue required as|is not assignable|deleted function 'lazy .*operator=|"
         "'lazy .*cannot be assigned",
         "", "", look_for_auto},
    Rule{"two_brackets", "array subscript|subscripted value", R"(\]\s*\[)",
         "A number of a Matrix is M(i, j), both places in one pair of parentheses: M[i] is a single number already."},
    Rule{
        "shape_initialiser",
        R"(no matching function for call to '(Bool)?(Vector|Matrix)\(|no matching constructor for initialization of '.*(Vector|Matrix)')",
        R"((Vector|Matrix)\s+\w+\s*\()",
        "A tensor is made from its shape in braces:\n    Vector v = xt::zeros<double>({n});\n"
        "    Matrix M = xt::zeros<double>({n, m});"},
    Rule{"shape_types", R"(no matching function for call to '(?:xt::)?(zeros|ones|empty|full)\b)",
         R"(\{[^{}]*,[^{}]*\})",
         "The sizes in the braces have different types, such as std::size_t and int. Give a plain number the type "
         "of the others:\n    xt::$1<double>({n, std::size_t{1}})"},
    Rule{"shape_initialiser",
         R"(no matching function for call to '(?:xt::)?(zeros|ones|empty|full|zeros_like|ones_like)\b)", "",
         "xt::$1 takes a shape in braces: xt::$1<double>({n}) for a Vector, xt::$1<double>({n, m}) for a Matrix."},
    Rule{"brace_nesting", "no matching constructor for initialization of '.*Vector'", R"(\{)",
         "A Vector is filled from one pair of braces:\n    Vector v = {1, 2, 3};"},
    Rule{"brace_nesting", "no matching constructor for initialization of '.*Matrix'", R"(\{)",
         "A Matrix is filled row by row, each row in braces of its own, even if there is only one:\n"
         "    Matrix M = {{1, 2}, {3, 4}};"},

    // Types that do not go together.
    Rule{
        "ambiguous_name", R"(call of overloaded '(\w+)|call to '(\w+)' is ambiguous|reference to '(\w+)' is ambiguous)",
        "",
        "More than one function of this name fits. Say which: std::exp and its like take a number, xt::exp and its like a tensor."},
    Rule{"tensor_to_std", R"(no matching function for call to '(?:std::)?(exp|log|sqrt|pow|abs|tanh)\b)",
         R"(std::(exp|log|sqrt|pow|abs|tanh)\()", "std::$1 takes a number. For a whole tensor write xt::$1."},
    Rule{
        "different_types", "no matching function.*\n.*deduced conflicting types.*\\(?'(.*)' (?:vs.|and) '(.*)'", "",
        "Both arguments must have the same type, and here they have $1 and $2. Turn one into the other with static_cast."},
    Rule{"needs_variable", "cannot bind non-const lvalue reference", "",
         "The function writes into what it is given, so it needs a variable there. Give the value a name first."},
    Rule{"needs_variable", "no matching function.*\n.*expects an lvalue", "",
         "The function writes into what it is given, so it needs a variable there. Give the value a name first."},
    Rule{"mixed_return_types", "inconsistent types '(.*)' and '(.*)' deduced for lambda", "", "", look_at_mixed_types},
    Rule{"mixed_return_types", "inconsistent deduction for auto return type: '(.*)' and then '(.*)'", "", "",
         look_at_mixed_types},
    Rule{"mixed_return_types", "return type '(.*)' must match previous return type '(.*)' when", "", "",
         look_at_mixed_types},
    Rule{"mixed_return_types", "deduced as '(.*)' here but deduced as '(.*)' in", "", "", look_at_mixed_types},
    Rule{"mixed_return_types", R"('\?:' have different types '(.*)' and '(.*)')", "", "", look_at_mixed_types},
    Rule{"mixed_return_types", "conditional expression is ambiguous; '(.*)' can be converted to '(.*)' and", "", "",
         look_at_mixed_types},
    Rule{"mixed_return_types", R"(incompatible operand types \('(.*)' and '(.*)'\))", "", "", look_at_mixed_types},
    Rule{"argument_count", "too (few|many) arguments to function '(.*)'", "",
         "There are too $1 arguments for this function: $2."},
    Rule{"argument_count", "no matching function for call to '(\\w+).*\n.*requires (.*), but (.*) provided", "",
         "The number of arguments is wrong: $1 requires $2, but $3 provided."},
    Rule{"argument_count", "no matching function for call to '(\\w+).*\n.*candidate expects (.*), (.*) provided", "",
         "The number of arguments is wrong: $1 expects $2, and $3 provided."},
    Rule{"argument_count", "too (few|many) arguments to function call", "",
         "There are too $1 arguments for this function."},
    Rule{"wrong_argument", R"(no matching function for call to '(\w+))", "", "", look_at_arguments},
    Rule{
        "wrong_type",
        "could not convert|cannot convert|conversion from '.*' to|invalid initialization|no viable conversion|cannot initialize|"
        "contextually convertible|incompatible type",
        "", "", look_at_conversion},
    Rule{"power_sign", R"(no match for 'operator\^|invalid operands)", R"(\^)", caret_sentence},
    Rule{"print_tensor", "no match for 'operator<<|invalid operands.*ostream", "<<", print_sentence},
    Rule{"wrong_operands", "no match for 'operator|invalid operands", "", "", look_at_operands},
    Rule{"shape_initialiser", "narrow", R"((?:Vector|Matrix)\s+\w+\s*=?\s*\{[^{},]+\})", shape_sentence},
    Rule{"narrowing", "narrowing conversion of '.*' from '(.*)' to '(.*)'", "",
         "Braces do not turn $1 into $2, because numbers could be lost. Write static_cast<$2>(...) around it."},
    Rule{"narrowing", "from type '(.*)' to '(.*)' in initializer list", "",
         "Braces do not turn $1 into $2, because numbers could be lost. Write static_cast<$2>(...) around it."},
    Rule{"narrowing", "from '(.*)' to '(.*)' .*in initializer list|cannot be narrowed", "",
         "A number in braces does not fit its type without loss. Write static_cast<...>(...) around it."},
    Rule{wrong_format, "call to consteval function", "", format_sentence},
    Rule{"no_value", "invalid use of 'void'|void value not ignored|type 'void'", "",
         "This gives nothing back, so it cannot be used as a value."},
    Rule{"template_arguments", "number of template arguments|too few template arguments|missing template arguments", "",
         "A type is missing in the <>, as in std::vector<double>."},
    Rule{"arrow_for_dot", "base operand of '->'|is not a pointer", "->",
         "What comes before the -> is not a pointer. Write . instead of ->."},
    Rule{"std_vector_call",
         R"(no match for call to '\(std::vector|type 'std::vector.*does not provide a call operator)", "",
         "A std::vector is indexed with brackets, all[0]. Parentheses are for tensors, v(0)."},
    Rule{"not_a_function", "no match for call to|does not provide a call operator", "",
         "There is a ( after something that is not a function. Is an operator such as * missing in between?"},
    Rule{"not_a_function", "cannot be used as a function|is not a function", "",
         "There is a ( after something that is not a function. Is an operator such as * missing in between?"},
};

/// What libraries say when a line of the learner's hands them something that they cannot take.
constexpr std::array all_library_rules = {
    Rule{wrong_format, "non-constexpr function|constant expression", "format|print|require", format_sentence},
    Rule{"wrong_format", "Cannot format an argument|fallback_formatter|unformattable|call to deleted constructor", "",
         "A whole tensor cannot fill a {}. Print single numbers, or use common/print.hpp."},
    Rule{"number_for_tensor", "is not a class, struct, or union type|because it has no members", R"(xt::|\bsum|\bview)",
         "A function of xtensor is given a number where it needs a tensor."},
    Rule{"power_sign", "invalid operands|no match for 'operator|bitwise_xor", R"(\^)", caret_sentence},
    Rule{"const_view", "read-only", "", const_view_sentence},
    Rule{"const_range", "xrange", "",
         "xt::view does not take a range from a const variable. Drop the const, or write xt::range(a, b) inside "
         "xt::view(...)."},
    Rule{"no_such_operator", "invalid operands|no match for 'operator", "", "", look_at_operands},
    Rule{"refused_by_library", "", "",
         "The library cannot do what this line asks. Look at the types of what you hand over."},
};

}  // namespace

std::span<const Rule> rules() { return all_rules; }
std::span<const Rule> library_rules() { return all_library_rules; }

}  // namespace learn::triage
