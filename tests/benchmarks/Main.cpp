// SPDX-License-Identifier: GPL-3.0-or-later
#include "RatioReporter.h"
#include "TransformBenchmark.h"
#include "Workload.h"

int main (int argc, char** argv)
{
    benchmarks::registerTransform();
    benchmarks::registerLive();
    benchmarks::registerSession();
    benchmarks::registerOffline();
    benchmarks::registerFfmpeg();
    return benchmarks::runWithRatios (argc, argv);
}
