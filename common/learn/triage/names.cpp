#include "common/learn/triage/names.hpp"

#include "common/catalogue/edit_distance.hpp"
#include "common/catalogue/files.hpp"
#include "common/learn/triage/pattern.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace learn::triage
{

namespace
{

namespace fs = std::filesystem;
using catalogue::edit_distance;

/// The headers of the tutorial as they are included, those of chapters first.
std::vector<std::string> headers_of(const fs::path& project)
{
    std::vector<fs::path> files = catalogue::files_below(project / "chapters");
    for (const fs::path& file : catalogue::entries_of(project / "common")) files.push_back(file);
    std::vector<std::string> headers;
    for (const fs::path& file : files) {
        const fs::path header = file.lexically_relative(project);
        const bool is_chapters = header.begin()->string() == "chapters";
        if (file.extension() == ".hpp")
            headers.push_back((is_chapters ? header.lexically_relative("chapters") : header).generic_string());
    }
    return headers;
}

fs::path file_of(const fs::path& project, const std::string& header)
{
    return header.starts_with("common/") ? project / header : project / "chapters" / header;
}

/// A pattern of the lines that define a name: they begin without indentation.
std::string definition_of(const std::string& name)
{
    return R"(^(?:[A-Za-z][^=(]*[\s&*])" + name + R"(\(|(?:struct|class|enum class|using) )" + name +
           R"(\b|inline constexpr [^=]*\b)" + name + R"(\b))";
}

bool is_name(const std::string& text)
{
    return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
}

/// How many letters may differ for two words to pass for the same.
std::size_t tolerance(const std::string& word)
{
    return word.size() < 3 ? 0 : word.size() < 4 ? 1 : word.size() < 8 ? 2 : 3;
}

/// The words of a source, and those of C++ that one types often.
std::set<std::string> words_of(const Code& code)
{
    std::set<std::string> all = {"auto",  "bool", "break", "const", "constexpr", "continue", "double",      "else",
                                 "false", "for",  "if",    "int",   "namespace", "return",   "static_cast", "struct",
                                 "throw", "true", "using", "std",   "xt",        "void",     "while"};
    for (const std::string& line : code.bare) {
        for (std::string& word : all_that_fit(line, R"([A-Za-z_]\w*)")) all.insert(std::move(word));
    }
    return all;
}

struct Row {
    std::string_view name;
    std::string_view text;
};

/// The name in a table that comes nearest to a misspelt one; empty where none comes near.
template <std::size_t size>
std::string nearest_of(const std::array<Row, size>& rows, const std::string& name)
{
    std::string all;
    for (const Row& row : rows) all += std::string(row.name) + " ";
    return nearest_word(code_from(all), name);
}

template <std::size_t size>
std::string look_up(const std::array<Row, size>& rows, const std::string& name)
{
    const auto found = std::ranges::find(rows, name, &Row::name);
    return found == rows.end() ? "" : std::string(found->text);
}

constexpr std::array standard_names = {
    Row{"vector", "vector"},
    Row{"array", "array"},
    Row{"string", "string"},
    Row{"to_string", "string"},
    Row{"map", "map"},
    Row{"set", "set"},
    Row{"pair", "utility"},
    Row{"move", "utility"},
    Row{"swap", "utility"},
    Row{"tuple", "tuple"},
    Row{"tie", "tuple"},
    Row{"optional", "optional"},
    Row{"function", "functional"},
    Row{"size_t", "cstddef"},
    Row{"ptrdiff_t", "cstddef"},
    Row{"numeric_limits", "limits"},
    Row{"max", "algorithm"},
    Row{"min", "algorithm"},
    Row{"clamp", "algorithm"},
    Row{"sort", "algorithm"},
    Row{"copy", "algorithm"},
    Row{"fill", "algorithm"},
    Row{"transform", "algorithm"},
    Row{"all_of", "algorithm"},
    Row{"any_of", "algorithm"},
    Row{"count_if", "algorithm"},
    Row{"find_if", "algorithm"},
    Row{"max_element", "algorithm"},
    Row{"min_element", "algorithm"},
    Row{"accumulate", "numeric"},
    Row{"inner_product", "numeric"},
    Row{"iota", "numeric"},
    Row{"abs", "cmath"},
    Row{"exp", "cmath"},
    Row{"log", "cmath"},
    Row{"pow", "cmath"},
    Row{"sqrt", "cmath"},
    Row{"tanh", "cmath"},
    Row{"isnan", "cmath"},
    Row{"isinf", "cmath"},
    Row{"isfinite", "cmath"},
    Row{"fmax", "cmath"},
    Row{"invalid_argument", "stdexcept"},
    Row{"runtime_error", "stdexcept"},
    Row{"logic_error", "stdexcept"},
    Row{"cout", "iostream"},
    Row{"cerr", "iostream"},
    Row{"ifstream", "fstream"},
    Row{"ofstream", "fstream"},
    Row{"stringstream", "sstream"},
    Row{"endl", "iostream"},
    Row{"mt19937", "random"},
    Row{"mt19937_64", "random"},
    Row{"normal_distribution", "random"},
    Row{"uniform_real_distribution", "random"},
    Row{"span", "span"},
    Row{"numbers", "numbers"},
};

/// What common/tensor.hpp leaves out; `xtensor/misc/xsort.hpp` and so on from xtensor 0.26 on.
constexpr std::array xtensor_names = {
    Row{"sort", "xtensor/xsort.hpp"},
    Row{"argsort", "xtensor/xsort.hpp"},
    Row{"argmax", "xtensor/xsort.hpp"},
    Row{"argmin", "xtensor/xsort.hpp"},
    Row{"unique", "xtensor/xsort.hpp"},
    Row{"median", "xtensor/xsort.hpp"},
    Row{"partition", "xtensor/xsort.hpp"},
    Row{"random", "xtensor/xrandom.hpp"},
    Row{"norm_l1", "xtensor/xnorm.hpp"},
    Row{"norm_l2", "xtensor/xnorm.hpp"},
    Row{"norm_sq", "xtensor/xnorm.hpp"},
    Row{"norm_linf", "xtensor/xnorm.hpp"},
    Row{"pad", "xtensor/xpad.hpp"},
    Row{"vectorize", "xtensor/xvectorize.hpp"},
    Row{"histogram", "xtensor/xhistogram.hpp"},
    Row{"load_csv", "xtensor/xcsv.hpp"},
    Row{"index_view", "xtensor/xindex_view.hpp"},
    Row{"filter", "xtensor/xindex_view.hpp"},
};

constexpr std::array python_words = {
    Row{"len", "C++ asks the tensor itself: scores.size(), or M.shape(0) for the rows."},
    Row{"axis", "Axes go in braces after the tensor: xt::sum(M, {1})."},
    Row{"range", "C++ counts like this: for (std::size_t i = 0; i < n; ++i)."},
    Row{"np", "xtensor has much of numpy: xt::exp, xt::sum, xt::amax."},
    Row{"numpy", "xtensor has much of numpy: xt::exp, xt::sum, xt::amax."},
    Row{"math", "C++ has std::exp, std::sqrt and so on in <cmath>."},
    Row{"None", "C++ has std::nullopt for that, with std::optional."},
    Row{"True", "C++ writes true."},
    Row{"False", "C++ writes false."},
    Row{"print", R"(C++ prints with fmt::print("{}\n", x), from <fmt/format.h>.)"},
    Row{"def", "A C++ function begins with what it returns: Vector name(const Vector& v)."},
    Row{"elif", "C++ writes else if."},
    Row{"lambda", "A C++ lambda looks like this: [](double x) { return 2.0 * x; }."},
    Row{"inf", "C++ writes std::numeric_limits<double>::infinity(), from <limits>."},
};

}  // namespace

fs::path project_above(const fs::path& file)
{
    for (fs::path folder = fs::absolute(file).lexically_normal().parent_path(); folder.has_relative_path();
         folder = folder.parent_path()) {
        if (fs::exists(folder / "common" / "tensor.hpp")) return folder;
    }
    return {};
}

std::optional<Definition> find_definition(const fs::path& project, const std::string& name)
{
    if (!is_name(name)) return {};
    const std::string pattern = definition_of(name);
    for (const std::string& header : headers_of(project)) {
        const Code code = read_code(file_of(project, header));
        const auto defines = [&](const std::string& line) {
            return line.find(name) != std::string::npos && fits(line, pattern);
        };
        const auto found = std::ranges::find_if(code.bare, defines);
        if (found != code.bare.end()) return Definition{header, static_cast<int>(found - code.bare.begin()) + 1};
    }
    return {};
}

std::string nearest_header(const fs::path& project, const std::string& header)
{
    std::string nearest;
    std::size_t least = 4;  // more would be another name
    const std::string file = fs::path(header).filename().string();
    for (const std::string& candidate : headers_of(project)) {
        const bool same_name = fs::path(candidate).filename() == file;
        const std::size_t distance = same_name ? 1 : edit_distance(candidate, header);
        if (distance < least) {
            least = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

std::string nearest_word(const Code& code, const std::string& word)
{
    std::string nearest;
    std::size_t least = tolerance(word) + 1;
    for (const std::string& candidate : words_of(code)) {
        if (candidate == word) continue;
        const std::size_t distance = edit_distance(candidate, word);
        if (distance >= least || distance >= candidate.size()) continue;
        least = distance;
        nearest = candidate;
    }
    return nearest;
}

std::string header_of_std(const std::string& name) { return look_up(standard_names, name); }
std::string nearest_of_std(const std::string& name) { return nearest_of(standard_names, name); }
std::string header_of_xtensor(const std::string& name) { return look_up(xtensor_names, name); }
std::string in_place_of_python(const std::string& word) { return look_up(python_words, word); }

}  // namespace learn::triage
