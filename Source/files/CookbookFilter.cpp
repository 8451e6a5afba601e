// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/CookbookFilter.h"

#include "dsp/Biquad.h"

#include <algorithm>

namespace files
{

namespace
{

dsp::Biquad biquadOf (const CookbookFilter& filter, units::SampleRate rate)
{
    using Shape = CookbookFilter::Shape;
    const dsp::BiquadPlace place { { filter.centreHz }, filter.quality };
    const units::Decibels gain { filter.gainDb };

    switch (filter.shape)
    {
    case Shape::peak:
        return dsp::Biquad::peaking (rate, place, gain);
    case Shape::lowShelf:
        return dsp::Biquad::lowShelf (rate, place, gain);
    case Shape::highShelf:
        return dsp::Biquad::highShelf (rate, place, gain);
    case Shape::lowPass:
        return dsp::Biquad::lowPass (rate, place);
    case Shape::highPass:
        return dsp::Biquad::highPass (rate, place);
    case Shape::bandPass:
        return dsp::Biquad::bandPass (rate, place);
    case Shape::notch:
        return dsp::Biquad::notch (rate, place);
    case Shape::allPass:
        return dsp::Biquad::allPass (rate, place);
    }

    return {};
}

} // namespace

double CookbookFilter::levelDbAt (units::Hertz frequency, units::SampleRate rate) const
{
    constexpr double floorDb = -300.0; // in place of minus infinity in a notch
    return std::max (biquadOf (*this, rate).levelDbAt (frequency, rate), floorDb);
}

} // namespace files
