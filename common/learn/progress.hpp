/// \file
/// What `learn` remembers about you between two runs.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace learn
{

/// The chapters whose programs you have run, the hints you were shown and the exercise you are at, kept in
/// `.learn/progress.txt`, a line each. What you have solved is not kept: that is seen from the exercises.
///
/// A missing or damaged file counts as an empty one. Each change is made to the file as it is at that moment, so that two
/// `learn`s at once lose nothing; where it cannot be written, nothing is remembered.
class Progress
{
public:
    /// Read what is remembered, if anything is.
    explicit Progress(std::filesystem::path file);

    /// Whether a chapter's program was run.
    bool has_run(const std::string& chapter) const { return chapters_run_.contains(chapter); }

    /// How many hints of an exercise were shown.
    std::size_t hints_shown(const std::string& exercise) const;

    const std::string& current() const { return current_; }  ///< `02_softmax/temperature`, or nothing

    /// A chapter's program was run.
    void remember_run(const std::string& chapter);

    /// So many hints of an exercise were shown.
    /// \return  whether that could be saved
    bool remember_hints(const std::string& exercise, std::size_t shown);

    /// This is the exercise that the learner is at.
    void remember_current(const std::string& exercise);

private:
    void read();
    std::string text() const;

    template <typename Change>
    bool update(const Change& change);

    std::filesystem::path file_;
    std::set<std::string> chapters_run_;
    std::map<std::string, std::size_t> hints_shown_;
    std::string current_;
};

}  // namespace learn
