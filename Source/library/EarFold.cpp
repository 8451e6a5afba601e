// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/EarFold.h"

#include "library/MatrixMaking.h"

#include <algorithm>
#include <utility>

namespace library
{

namespace
{

std::size_t longest (const SoundField& field)
{
    return std::max ({ field.direct[0].size(), field.early[0].size(), field.late[0].size() });
}

} // namespace

EarFold::EarFold (const DeviceProfile& source,
                  std::vector<Colours> colours,
                  std::vector<SoundField> fields)
    : device (source),
      colourOf (std::move (colours)),
      fieldOf (std::move (fields)),
      frames (framesNeeded()),
      sum (frames)
{}

dsp::TransferMatrix EarFold::matrix (units::SampleRate rate)
{
    for (std::size_t t = 0; t < fieldOf.size(); ++t)
        addTransducer (t);

    dsp::TransferMatrix result { 2, 2, std::min (frames, mostTaps), rate };

    for (std::size_t ear = 0; ear < 2; ++ear)
        for (std::size_t input = 0; input < 2; ++input)
            sum.write (paths[ear][input], result.path (ear, input));

    return result;
}

std::size_t EarFold::framesNeeded() const
{
    std::size_t longestField = 0;
    std::size_t longestColour = 0;

    for (const auto& field : fieldOf)
        longestField = std::max (longestField, longest (field));

    for (const auto& colour : colourOf)
        longestColour = std::max (longestColour, colour.direct.samples.size());

    const auto imported = device.impulseResponse ? device.impulseResponse->numTaps() : 0;
    return longestField + longestColour + imported;
}

void EarFold::addTransducer (std::size_t t)
{
    const auto& colour = colourOf[device.transducers[t].response];
    const auto& field = fieldOf[t];
    const std::array<Spectrum, 3> colours { sum.of (colour.direct.samples),
                                            sum.of (colour.early.samples),
                                            sum.of (colour.late.samples) };

    for (std::size_t ear = 0; ear < 2; ++ear)
    {
        Spectrum atEar;
        SpectralSum::add (atEar, colours[0], sum.of (field.direct[ear]));

        if (! field.early[ear].empty())
            SpectralSum::add (atEar, colours[1], sum.of (field.early[ear]));

        if (! field.late[ear].empty())
            SpectralSum::add (atEar, colours[2], sum.of (field.late[ear]));

        for (std::size_t input = 0; input < 2; ++input)
            addPath (paths[ear][input], atEar, t, input);
    }
}

void EarFold::addPath (Spectrum& path,
                       const Spectrum& atEar,
                       std::size_t t,
                       std::size_t input) const
{
    if (device.impulseResponse != nullptr)
    {
        SpectralSum::add (path, atEar, sum.of (device.impulseResponse->path (t, input)));
        return;
    }

    const double gain = device.fold.gains[t][input];

    if (gain != 0.0)
        SpectralSum::add (path, atEar, gain);
}

} // namespace library
