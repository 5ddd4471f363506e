// Where a browser comes in: a page's settings as bytes, and the page for them as bytes again (common/scene.hpp).

#include "common/page.hpp"
#include "common/scene.hpp"

#include <cstddef>
#include <cstdlib>
#include <exception>
#include <string>
#include <typeinfo>

extern "C" {

/// Ends the call, and hands a message to whoever called; the page's script throws an Error from here.
__attribute__((import_module("page"), import_name("failed"), noreturn)) void failed(const char* message);

// An exception's way out. The compiler for WebAssembly has none of its own, and none is needed: all that is thrown here is a
// std::exception, and nobody catches it before the page's script does.
void* __cxa_allocate_exception(std::size_t size) noexcept { return std::malloc(size); }
void __cxa_free_exception(void* thrown) noexcept { std::free(thrown); }
[[noreturn]] void __cxa_throw(void* thrown, std::type_info*, void (*)(void*))
{
    failed(static_cast<std::exception*>(thrown)->what());
}

/// A page has no environment, and so needs no system to ask for one.
char* getenv(const char*) { return nullptr; }

/// Room for a number of bytes, valid until the next call.
__attribute__((export_name("room"))) char* room(std::size_t size)
{
    static std::string settings;
    settings.resize(size);
    return settings.data();
}

/// The page for settings that were put into the room: four bytes for how many there are, then as many bytes.
__attribute__((export_name("page"))) const char* page(std::size_t size)
{
    static std::string answer;
    common::Page page(common::decoded(std::string(room(size), size)));
    attention::live_page(page);
    const std::string scene = common::encoded(page.scene());
    const std::size_t length = scene.size();
    answer.assign(reinterpret_cast<const char*>(&length), sizeof length);
    answer += scene;
    return answer.data();
}
}
