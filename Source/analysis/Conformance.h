// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace analysis
{

/** Goes up with any change that gives a mix of tests/conformance another verdict; every report has it.

    1  2026-11: the first rules.
*/
constexpr int conformance = 1;

} // namespace analysis
