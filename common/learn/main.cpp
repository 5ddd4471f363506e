// The program behind ./learn: shows, lists and runs. It is small, because it is the first thing that gets built. Whatever
// checks answers is another program, `coach`, which is built when it is first needed.

#include "common/learn/learn.hpp"

int main(int argc, char** argv) { return learn::run_learn(argc, argv); }
