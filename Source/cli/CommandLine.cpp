// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/CommandLine.h"

#include "cli/Commands.h"
#include "cli/ExitCode.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>

namespace cli
{

namespace
{

int complainOfUsage (const CLI::Error& error, const CLI::App& app, const Console& console)
{
    console.err << "elsewhere: " << error.what() << "\n";

    const auto chosen = app.get_subcommands();
    console.err << "See: elsewhere " << (chosen.empty() ? "" : chosen.front()->get_name() + " ")
                << "--help\n";
    return wrongUsage;
}

int complainOfCommand (const std::string& word, const Console& console)
{
    console.err << "elsewhere: there is no command \"" << word << "\".\nSee: elsewhere --help\n";
    return wrongUsage;
}

/** A full disk shows itself only when what was printed is handed over. */
int handOver (int exitCode, const Console& console)
{
    console.out.flush();

    if (console.out)
        return exitCode;

    console.complain ({ units::Problem::Kind::unwritableFile,
                        "standard output",
                        "not everything could be written.",
                        "Free some space where it is sent, or send it elsewhere." });
    return exitCode == done ? unusableInput : exitCode;
}

} // namespace

int run (const std::vector<std::string>& arguments, Console& console)
{
    CLI::App app { "Elsewhere: hear your master where people listen.", "elsewhere" };
    app.set_version_flag ("--version", "elsewhere " ELSEWHERE_VERSION);
    app.require_subcommand (1);
    app.get_formatter()->column_width (34);
    int exitCode = done;

    for (const auto add : allCommands())
        add (app, console, exitCode);

    app.footer ("Start with:  elsewhere devices\n"
                "Then:        elsewhere audition song.wav --device phone-typical");

    try
    {
        // CLI11 takes them last first.
        auto reversed = arguments;
        std::reverse (reversed.begin(), reversed.end());
        app.parse (reversed);
    }
    catch (const CLI::Success& help)
    {
        return app.exit (help, console.out, console.err);
    }
    catch (const CLI::RequiredError& error)
    {
        const bool namesOne = ! arguments.empty() && ! arguments.front().starts_with ('-');

        if (namesOne && app.get_subcommands().empty())
            return complainOfCommand (arguments.front(), console);

        return complainOfUsage (error, app, console);
    }
    catch (const CLI::Error& error)
    {
        return complainOfUsage (error, app, console);
    }

    return handOver (exitCode, console);
}

} // namespace cli
