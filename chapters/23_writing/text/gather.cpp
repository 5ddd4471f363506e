// Gathers what chapter 23 learns from: the words of this repository. What it wrote is kept beside it, in `corpus.txt` and
// `held_out.txt`, so that results stay the same when a lesson changes. Run it to learn from the lessons as they are now:
//
//     cmake --build build/dev --target gather_corpus && build/dev/chapters/gather_corpus .

#include "23_writing/text/prose.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace
{

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

/// The lessons that are not learned from; nothing of these chapters is.
constexpr std::array lessons_held_out = {"06_score_matrix", "12_masks", "19_online_softmax"};

/// These chapters do not learn from themselves.
constexpr std::string_view first_left_out = "22";

std::string text_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool is_held_out(const fs::path& path)
{
    return std::ranges::any_of(
        path, [](const fs::path& part) { return std::ranges::count(lessons_held_out, part.string()) > 0; });
}

/// Whether a path leads into one of the chapters that are left out.
bool is_later(const fs::path& path)
{
    return std::ranges::any_of(path, [](const fs::path& part) {
        const std::string name = part.string();
        return name.size() > 3 && name[2] == '_' && name.substr(0, 2) >= first_left_out && name[0] <= '9';
    });
}

/// A paragraph has at least so many characters: what is shorter is a label more often than a sentence.
constexpr std::size_t shortest = 50;

/// All files of a folder that end so, in order.
std::vector<fs::path> files_of(const fs::path& folder, const Strings& endings)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const bool wanted =
            entry.is_regular_file() && std::ranges::count(endings, entry.path().extension().string()) > 0;
        if (wanted && !is_held_out(entry.path()) && !is_later(entry.path())) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

/// The paragraphs of files in plain words, each on a line of its own.
std::string words_of(const std::vector<fs::path>& files, std::set<std::string>& said)
{
    std::string result;
    for (const fs::path& file : files) {
        const std::string text = text_of(file);
        for (const std::string& paragraph : file.extension() == ".md" ? attention::paragraphs_of_markdown(text)
                                                                      : attention::paragraphs_of_comments(text)) {
            const std::string words = attention::plain_words(paragraph, said);
            if (words.size() >= shortest) result += words + '\n';
        }
    }
    return result;
}

}  // namespace

int main(int argc, char** argv)
{
    const fs::path root = argc > 1 ? argv[1] : ".";
    const fs::path here = root / "chapters" / "23_writing" / "text";
    std::set<std::string> said;
    std::string corpus;
    corpus += words_of(files_of(root / "chapters", {".md"}), said);
    corpus += words_of(files_of(root / "chapters", {".hpp", ".cpp"}), said);
    corpus += words_of(files_of(root / "exercises", {".md", ".cpp"}), said);
    corpus += words_of(files_of(root / "docs", {".md"}), said);
    corpus += words_of(files_of(root / "common", {".hpp", ".cpp"}), said);
    std::vector<fs::path> lessons;
    for (const char* chapter : lessons_held_out) lessons.push_back(root / "chapters" / chapter / "README.md");
    const std::string unseen = words_of(lessons, said);
    std::ofstream(here / "corpus.txt", std::ios::binary) << corpus;
    std::ofstream(here / "held_out.txt", std::ios::binary) << unseen;
    std::printf("%zu bytes to learn from, %zu held out\n", corpus.size(), unseen.size());
    return corpus.empty() || unseen.empty() ? 1 : 0;
}
