// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bench
{

/** Seconds of processor time that this process has used, all its threads together. */
double processCpuSeconds();

/** Seconds of user time of the programs that this process has started and that have ended. */
double childrenUserSeconds();

} // namespace bench
