#include "tests/chapters/20_long_context/weighed.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

#ifdef __APPLE__
#include <malloc/malloc.h>
#else
#include <malloc.h>
#endif

namespace
{

std::atomic<std::size_t> now = 0;   // bytes that are in use
std::atomic<std::size_t> most = 0;  // the most since somebody asked

std::size_t size_of(void* memory)
{
#ifdef __APPLE__
    return malloc_size(memory);
#else
    return malloc_usable_size(memory);
#endif
}

void* counted(void* memory)
{
    if (memory == nullptr) throw std::bad_alloc();
    const std::size_t used = now += size_of(memory);
    std::size_t before = most;
    while (before < used && !most.compare_exchange_weak(before, used)) {}
    return memory;
}

void give_back(void* memory)
{
    if (memory == nullptr) return;
    now -= size_of(memory);
    std::free(memory);
}

}  // namespace

// All of the program asks for memory here. What they do not replace calls these: new[], for one. So would what throws
// nothing, but AddressSanitizer brings its own, and what that hands out must not be given back here.
void* operator new(std::size_t size) { return counted(std::malloc(size == 0 ? 1 : size)); }
void* operator new(std::size_t size, const std::nothrow_t& /*none is thrown*/) noexcept
{
    void* memory = std::malloc(size == 0 ? 1 : size);
    return memory == nullptr ? nullptr : counted(memory);
}
void* operator new(std::size_t size, std::align_val_t at)
{
    const auto step = static_cast<std::size_t>(at);
    return counted(std::aligned_alloc(step, (size + step - 1) / step * step));
}
void operator delete(void* memory) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { give_back(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { give_back(memory); }

std::size_t tests::long_context::most_bytes(const std::function<void()>& work)
{
    const std::size_t before = now;
    most = before;
    work();
    return most - before;
}
