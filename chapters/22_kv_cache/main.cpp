// Chapter 22 writes token by token, with and without a cache of keys and values.

#include "22_kv_cache/cache.hpp"

#include "common/print.hpp"

using namespace attention;

int main() { common::heading("The cache"); }
