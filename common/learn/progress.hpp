/// \file
/// What `learn` remembers about you between two runs.
#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace learn
{

/// The chapters whose programs you have run, kept in `.learn/progress.json`.
///
/// A missing or damaged file counts as an empty one. Saving never leaves half a file behind: the new text is written
/// beside the old one and renamed over it.
class Progress
{
public:
    /// Read what is remembered, if anything is.
    explicit Progress(std::filesystem::path file);

    bool has_run(const std::string& chapter) const;

    /// Remember that a chapter's program was run. Where the file cannot be written, nothing is remembered.
    void remember_run(const std::string& chapter);

private:
    std::filesystem::path file_;
    std::set<std::string> chapters_run_;
};

}  // namespace learn
