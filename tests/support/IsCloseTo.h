// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/Signals.h"
#include "units/Decibels.h"

#include <gmock/gmock.h>

#include <string>

namespace support
{

/** What keeps two signals from being alike: shape, or the first and the worst sample that differ by
    more than the tolerance, which is relative to the expected signal's peak. Empty: nothing. */
std::string difference (const Signal& actual, const Signal& expected, units::Decibels tolerance);

/** Matches a signal, sample by sample, within a level below the expected signal's peak. */
MATCHER_P2 (isCloseTo, expected, tolerance, "")
{
    const auto report = difference (arg, expected, tolerance);
    *result_listener << report;
    return report.empty();
}

} // namespace support
