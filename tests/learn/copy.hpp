/// \file
/// The project as a new learner has it.
#pragma once

#include "tests/files.hpp"

#include <filesystem>
#include <string>

namespace tests
{

/// A copy of what a clone would have: everything but what is built, remembered, or git's own, and with untouched exercises,
/// whatever whoever runs the tests has solved. It is removed at the end.
class Copy
{
public:
    Copy();

    /// Run `./learn` with arguments, in the copy.
    Ran learn(const std::string& arguments) const;

    const std::filesystem::path& path() const { return folder_.path(); }

    /// The file that a learner edits, as `02_softmax/temperature`.
    std::filesystem::path answer(const std::string& exercise) const;

private:
    TemporaryFolder folder_;
};

}  // namespace tests
