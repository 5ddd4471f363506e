/// \file
/// Room for many numbers.
#pragma once

#include <cstddef>
#include <memory>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace common
{

/// Room for numbers, not filled with anything, at an address that vector instructions like.
///
/// Memory that is asked for the first time comes page after page, and that can take longer than using it. From 2 MiB on, this
/// asks Linux for large pages: measured here, a tenth of the time.
template <typename Real>
class Room
{
public:
    /// Room for `count` numbers. \throws std::bad_alloc  where there is no such room
    explicit Room(std::size_t count)
    {
        const std::size_t page = count * sizeof(Real) < large ? 64 : large;
        const std::size_t bytes = (count * sizeof(Real) / page + 1) * page;
        const auto alignment = static_cast<std::align_val_t>(page);
        numbers_ = {static_cast<Real*>(::operator new(bytes, alignment)), Free{alignment}};
#ifdef __linux__
        if (page == large) madvise(numbers_.get(), bytes, MADV_HUGEPAGE);
#endif
    }

    Real* data() { return numbers_.get(); }              ///< the first number
    const Real* data() const { return numbers_.get(); }  ///< the first number, only to read

private:
    static constexpr std::size_t large = std::size_t{2} << 20;

    struct Free {
        std::align_val_t alignment{64};
        void operator()(Real* numbers) const { ::operator delete(numbers, alignment); }
    };
    std::unique_ptr<Real, Free> numbers_;
};

}  // namespace common
