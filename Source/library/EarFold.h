// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/ImpulseResponse.h"
#include "dsp/TransferMatrix.h"
#include "library/DeviceProfile.h"
#include "library/SoundField.h"
#include "library/SpectralSum.h"

#include <array>
#include <vector>

namespace library
{

/** What colours the three parts of a sound field, headphones' inverse included. */
struct Colours
{
    dsp::ImpulseResponse direct;
    dsp::ImpulseResponse early;
    dsp::ImpulseResponse late;
};

/** Every loudspeaker's field at the ears, folded into the two channels. The device outlives it. */
class EarFold
{
public:
    EarFold (const DeviceProfile& source,
             std::vector<Colours> colours,
             std::vector<SoundField> fields);

    /** Ears × channels. */
    dsp::TransferMatrix matrix (units::SampleRate rate);

private:
    using Spectrum = SpectralSum::Spectrum;

    std::size_t framesNeeded() const;
    void addTransducer (std::size_t t);
    void addPath (Spectrum& path, const Spectrum& atEar, std::size_t t, std::size_t input) const;

    const DeviceProfile& device;
    std::vector<Colours> colourOf;   ///< by response
    std::vector<SoundField> fieldOf; ///< by transducer
    std::size_t frames;
    SpectralSum sum;
    std::array<std::array<Spectrum, 2>, 2> paths; ///< ear, input
};

} // namespace library
