/// \file
/// How much memory an answer keeps while a stream goes by.
#pragma once

#include <cstddef>

namespace check
{

/// The bytes that are allocated at this moment, as AddressSanitizer counts them; 0 where it does not watch.
std::size_t bytes_in_use();

/// The most by which memory grew from the first look to a later one.
class Growth
{
public:
    /// Look now.
    void look();

    /// In bytes; 0 before the second look.
    double most() const { return most_; }

private:
    bool looked_ = false;
    double first_ = 0.0;
    double most_ = 0.0;
};

}  // namespace check
