// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/LoudnessMeter.h"

#include <optional>
#include <span>

namespace analysis
{

/** Integrated loudness (BS.1770-5, both gates) of several masters as if they were one, from their loudness over
    time: the 400 ms that end every 100 ms are the gating blocks. nullopt: silence. */
std::optional<units::Lufs>
albumIntegratedLoudness (std::span<const hearing::LoudnessCurve* const> masters);

} // namespace analysis
