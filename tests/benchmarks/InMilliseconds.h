// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>

#include <string>

namespace benchmarks
{

/** Registers a benchmark of so much work that a run takes milliseconds. */
template <typename... Arguments>
void addInMilliseconds (const std::string& name, Arguments... arguments)
{
    benchmark::RegisterBenchmark (name.c_str(), arguments...)->Unit (benchmark::kMillisecond);
}

} // namespace benchmarks
