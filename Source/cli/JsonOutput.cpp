// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/JsonOutput.h"

#include "files/OutputFile.h"

#include <ostream>

namespace cli
{

units::Result<void> printJson (const files::Json& value, const std::string& place, Console& console)
{
    const auto text = files::writeJson (value);

    if (place != "-")
        return files::writeText (place, text, files::Overwrite::allow);

    console.out << text;
    return {};
}

} // namespace cli
