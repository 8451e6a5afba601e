// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Column.h"

namespace analysis
{

std::string Column::id() const { return device->id + (noise == nullptr ? "" : "@" + noise->id); }

std::string Column::kind() const
{
    return std::string { library::kindId (device->kind) } + "/*"
           + (noise == nullptr ? "" : "@" + noise->id);
}

std::string Column::name() const
{
    return device->name + (noise == nullptr ? "" : ", " + noise->name);
}

} // namespace analysis
