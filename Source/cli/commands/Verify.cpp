// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/ExitCode.h"
#include "library/LibraryLocation.h"
#include "library/LibraryVerification.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <ostream>

namespace cli
{

namespace
{

int verify (const std::string& chosen, Console& console)
{
    const auto own = library::ownLibrary();

    if (chosen.empty() && ! own)
    {
        console.complain (own.problem());
        return exitCodeOf (own.problem());
    }

    const auto folder = chosen.empty() ? *own : std::filesystem::path { chosen };
    const auto problems = library::verifyLibrary (folder);

    const int exitCode = conclude (problems, console);

    if (problems.empty())
        console.out << folder.string() << ": every file is in order.\n";
    else
        console.out << folder.string() << ": " << problems.size()
                    << (problems.size() == 1 ? " problem.\n" : " problems.\n");

    return exitCode;
}

} // namespace

void addVerify (CLI::App& app, Console& console, int& exitCode)
{
    auto folder = std::make_shared<std::string>();
    auto* command = app.add_subcommand ("verify",
                                        "Check a library: schema, plausibility, licences");
    command->add_option ("folder", *folder, "The library's folder [our own]")->type_name ("DIR");
    command->footer ("Example:  elsewhere verify ir_library");
    command->callback ([folder, &console, &exitCode] { exitCode = verify (*folder, console); });
}

} // namespace cli
