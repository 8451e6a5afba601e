// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace analysis
{

/** Which hops belong to a fade-in at the very beginning or a fade-out at the very end: where loudness goes
    one way by at least 2 phon in every two seconds.
    @param sones  a value per hop, smoothed */
std::vector<bool> fadingHops (std::span<const float> sones);

} // namespace analysis
