// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace hearing
{

/** How much of the time a quantity exceeds what, in fixed memory: counts in classes that are 0.1 %
    wide, from 0.001 to 10 000. Below that it is as good as 0, above it is the highest class.
*/
class Exceedance
{
public:
    Exceedance();

    void add (double value);

    /** What is exceeded in so many per cent of the time, to 0.05 %; nullopt of nothing. */
    std::optional<double> exceeded (double percentOfTime) const;

private:
    std::vector<std::uint64_t> counts; ///< the first is that of 0
    std::uint64_t total = 0;
};

} // namespace hearing
