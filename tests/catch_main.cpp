// The main function of every test, compiled once: Catch2 2.13 takes ten seconds over it, Catch2 3 brings its own.
#if !__has_include(<catch2/catch_all.hpp>)
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
