// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>

#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace benchmarks
{

/** Prints what google-benchmark prints, and then each workload's CPU time (of all threads) of ours
    over that of each peer: below 1 we need less.
*/
class RatioReporter : public benchmark::ConsoleReporter
{
public:
    void ReportRuns (const std::vector<Run>& runs) override
    {
        ConsoleReporter::ReportRuns (runs);

        for (const auto& run : runs)
            if (! run.error_occurred && run.run_type == Run::RT_Iteration)
                note (run.run_name.function_name, cpuTime (run));
    }

    void printRatios() const
    {
        std::cout << "\nCPU time, elsewhere / peer (below 1: less than the peer)\n";

        for (const auto& [workload, times] : workloads)
            for (const auto& [ourName, ourTime] : times)
                for (const auto& [peerName, peerTime] : times)
                    if (isOurs (ourName) && ! isOurs (peerName))
                        std::cout << workload << ": " << ourName << " / " << peerName << " = "
                                  << ourTime / peerTime << '\n';
    }

private:
    /** Of a whole process, the benchmark has measured it itself. */
    static double cpuTime (const Run& run)
    {
        const auto isManual = run.run_name.time_type == "manual_time";
        return isManual ? run.GetAdjustedRealTime() : run.GetAdjustedCPUTime();
    }

    static bool isOurs (const std::string& name) { return name.rfind ("elsewhere", 0) == 0; }

    void note (const std::string& name, double cpuTime)
    {
        const auto slash = name.rfind ('/');
        auto& best = workloads[name.substr (0, slash)][name.substr (slash + 1)];
        best = best == 0.0 ? cpuTime : std::min (best, cpuTime);
    }

    std::map<std::string, std::map<std::string, double>> workloads;
};

/** Runs all that is registered and prints the ratios. @returns the exit code. */
inline int runWithRatios (int argc, char** argv)
{
    benchmark::Initialize (&argc, argv);

    if (benchmark::ReportUnrecognizedArguments (argc, argv))
        return 1;

    RatioReporter reporter;
    benchmark::RunSpecifiedBenchmarks (&reporter);
    reporter.printRatios();
    return 0;
}

} // namespace benchmarks
