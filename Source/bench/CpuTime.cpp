// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/CpuTime.h"

#include <ctime>
#include <sys/resource.h>

namespace bench
{

double processCpuSeconds()
{
    timespec now {};
    clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double> (now.tv_sec) + 1e-9 * static_cast<double> (now.tv_nsec);
}

double childrenUserSeconds()
{
    rusage usage {};
    getrusage (RUSAGE_CHILDREN, &usage);
    return static_cast<double> (usage.ru_utime.tv_sec)
           + 1e-6 * static_cast<double> (usage.ru_utime.tv_usec);
}

} // namespace bench
