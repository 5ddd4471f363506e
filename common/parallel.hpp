/// \file
/// Work that is shared out among threads.
#pragma once

#include <cstddef>
#include <functional>

namespace common
{

/// How many threads `in_parallel` uses where nobody says otherwise: OMP_NUM_THREADS, or one for each processor.
int processors();

/// Call `work(0)` to `work(count - 1)`, several at a time. Whoever is free takes the next, so long ones belong first.
///
/// BLAS works on one thread meanwhile: threads within threads would fight for the same processors.
///
/// \param count    how many calls
/// \param threads  how many at a time; 0 for as many as there are processors
/// \param work     what is called, from several threads
/// \throws whatever `work` throws; where several do, one of them
void in_parallel(std::size_t count, int threads, const std::function<void(std::size_t)>& work);

}  // namespace common
