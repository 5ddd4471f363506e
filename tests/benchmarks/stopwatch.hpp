/// \file
/// Timing a piece of work: over many calls, not before everybody else sleeps, and with an eye on the processors.
#pragma once

#include "tests/benchmarks/pairs.hpp"

#include <functional>

#include <sys/types.h>

namespace bench
{

/// At least so many seconds of work in each measurement: less drowns in what the clock and the system do.
constexpr double long_enough = 0.02;

/// The compiler may not leave out what was written there.
inline void keep(const void* written) { asm volatile("" : : "g"(written) : "memory"); }

/// The seconds of processor time that this process has used, all threads together.
double processor_seconds();

/// Threads of ours, or of a process we have started and may watch, may go on for a while after their work is done: they turn in
/// circles in case there is more. Wait until they sleep, so that they take no processor from whoever is measured next.
void wait_until_all_sleep();

/// Have `wait_until_all_sleep` watch another process too.
void also_watch(pid_t process);

/// Time some work.
/// \param work     what to do
/// \param calls    how often
/// \param threads  how many threads it keeps busy from beginning to end; 0 where that is not known
Taken timed(const std::function<void()>& work, long calls, int threads);

/// A contestant that does some work often enough to be timed. How often that is, it finds out when it is first asked.
/// \param work     what to do
/// \param threads  as for `timed`
Contestant repeated(std::function<void()> work, int threads);

/// How many calls are long enough.
/// \param seconds  that one call takes
long calls_for(double seconds);

}  // namespace bench
