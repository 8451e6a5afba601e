// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Result.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace cli
{

enum class Chatter
{
    normal,
    quiet ///< -q: results and problems only
};

/** Where a command speaks: results to out, all else to err. */
struct Console
{
    std::ostream& out;
    std::ostream& err;
    Chatter chatter = Chatter::normal;
    bool outIsTerminal = false;
    bool errIsTerminal = false;
    std::size_t columns = 80; ///< width of the terminal

    /** One line on err that begins with "elsewhere: ". */
    void complain (const units::Problem& problem) const;

    /** A remark on err, unless quiet. */
    void remark (const std::string& sentence) const;
};

/** What a Problem means for scripts: interrupted 130, an option's value that is not understood 2,
    otherwise 3. */
int exitCodeOf (const units::Problem& problem);

/** Complains when there is something to complain about. @returns the exit code. */
int conclude (const units::Result<void>& outcome, const Console& console);

/** The same for work that has an exit code of its own. */
int conclude (const units::Result<int>& outcome, const Console& console);

/** The same for work on many things, of which these went wrong. */
int conclude (const std::vector<units::Problem>& problems, const Console& console);

} // namespace cli
