// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Console.h"

#include <span>

namespace CLI // NOLINT(readability-identifier-naming): a library's own name
{
class App;
}

namespace cli
{

/** Adds one command with its options to the application; when it is the one that was typed, it runs
    during the parsing and leaves its exit code. */
using AddCommand = void (*) (CLI::App& app, Console& console, int& exitCode);

void addAudition (CLI::App& app, Console& console, int& exitCode);
void addBench (CLI::App& app, Console& console, int& exitCode);
void addCheck (CLI::App& app, Console& console, int& exitCode);
void addDemo (CLI::App& app, Console& console, int& exitCode);
void addDevices (CLI::App& app, Console& console, int& exitCode);
void addImport (CLI::App& app, Console& console, int& exitCode);
void addIr (CLI::App& app, Console& console, int& exitCode);
void addMeter (CLI::App& app, Console& console, int& exitCode);
void addNorms (CLI::App& app, Console& console, int& exitCode);
void addPlot (CLI::App& app, Console& console, int& exitCode);
void addTour (CLI::App& app, Console& console, int& exitCode);
void addVerify (CLI::App& app, Console& console, int& exitCode);

std::span<const AddCommand> allCommands();

} // namespace cli
