// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/ExitCode.h"

namespace CLI
{
class App;
}

namespace cli
{

/** Adds `import FILE… --kind K --name N`, which makes a device of a measurement, and
    `import --recipe FILE --raw FOLDER`, which builds a whole library.
    @param exitCode  set when the command has run */
void addImportCommand (CLI::App& app, ExitCode& exitCode);

} // namespace cli
