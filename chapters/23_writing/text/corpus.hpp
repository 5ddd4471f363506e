/// \file
/// Chapter 23: the text that is learned from, and the text that is kept to test with.
///
/// Both are words of this tutorial, gathered once by `gather.cpp` and kept, so that results do not move when a lesson does.
#pragma once

#include "common/open_to_read.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace attention
{

/// Where the texts are; the chapter's CMakeLists.txt says it.
inline const std::filesystem::path texts_folder = std::filesystem::path(CHAPTERS_FOLDER) / "23_writing" / "text";

/// All of a file. \throws FileTrouble  where there is none
inline std::string whole_text(const std::filesystem::path& file)
{
    std::ifstream in = common::open_to_read(file);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// What is learned from: lessons, comments and exercises in lower case, each paragraph on a line of its own.
inline std::string corpus() { return whole_text(texts_folder / "corpus.txt"); }

/// What is kept to test with: the lessons 6, 12 and 19. No sentence of it is in the corpus.
inline std::string held_out() { return whole_text(texts_folder / "held_out.txt"); }

}  // namespace attention
