// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Loudness.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hearing
{

/** Loudness range (EBU Tech 3342): from the 10th to the 95th percentile of short-term loudness. Two
    gates come before: −70 LUFS, and 20 LU below the mean power of what passed the first.

    Loudness is counted in classes 0.01 LU wide: some thousand counts for programmes of any length,
    and counts add up for albums.
*/
class LoudnessRange
{
public:
    /** Tech 3342 §3.1 (version 3 of 2016 and later): windows of 3 s overlap by at least 2.9 s. */
    static constexpr double leastWindowsPerSecond = 10.0;

    /** Of a full window; −∞ is silence. */
    void add (units::Lufs shortTerm);

    void add (const LoudnessRange& another);

    /** To 0.01 LU; nullopt when nothing came through the gates. */
    std::optional<double> lu() const;

private:
    std::vector<std::uint64_t> counts; ///< from the absolute gate to the loudest so far
    std::uint64_t total = 0;
    double power = 0.0; ///< summed up
};

} // namespace hearing
