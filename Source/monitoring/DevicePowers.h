// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/BandTransfer.h"
#include "monitoring/MasterSpectra.h"
#include "monitoring/Reverberation.h"

#include <array>
#include <vector>

namespace monitoring
{

/** The third octaves of a master behind any device, as the filters of ISO 532-1 would find them in its
    rendering: in moments, and every 2 ms.

    How they go up and down in time is the master's, as the reverberation of a room changes it; how high
    they are is what the device makes of each moment's narrow bands.
*/
class DevicePowers
{
public:
    using Powers = std::vector<hearing::ThirdOctavePowers>;

    /** @param spectra  must outlive this */
    explicit DevicePowers (const MasterSpectra& spectra);

    /** Of each moment. */
    Powers ofMoments (const BandTransfer& device, std::size_t output) const;

    /** @param moments  what ofMoments() gives */
    Powers overTime (const BandTransfer& device, std::size_t output, const Powers& moments) const;

private:
    using Bands = std::array<float, hearing::numThirdOctaves>;

    /** What is left of the two channels and of their cross-spectrum. */
    struct Mix
    {
        Bands left {};
        Bands right {};
        Bands cross {};

        float operator() (const StereoPower& in, std::size_t band) const;
    };

    Mix mixOf (const BandTransfer& device, std::size_t output) const;
    Powers scalesOf (const Mix& mix, const Powers& moments) const;
    StereoPower masterAt (std::size_t moment, std::size_t band) const;

    const MasterSpectra& master;
    std::array<Bands, dsp::narrow_bands::count> skirts; ///< what a filter takes of a narrow band
    StereoBands whole {};                               ///< sum of all moments
    StereoPowers masterMoments;                         ///< through the filters
    Reverberation reverberation;
};

} // namespace monitoring
