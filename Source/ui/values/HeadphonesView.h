// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/LibraryView.h"

#include <optional>

namespace ui
{

/** What the listener listens with. */
struct Worn
{
    enum class Kind
    {
        listed,
        notListed, ///< an average pair is assumed
        loudspeakers
    };

    Kind kind = Kind::notListed;
    std::string id {}; ///< of the device, when it is listed

    bool operator== (const Worn&) const = default;
};

/** What would be done to a pair. */
struct CorrectionView
{
    Worn of;
    report::PlottedResponse measured;   ///< what the pair does
    report::PlottedResponse correction; ///< what is done about it
    double validFromHz = 20.0;
    double validUpToHz =
        8000.0; ///< above, it depends on the ear and the seat more than on the model
    std::string
        validity; ///< "Filled in up to 8 kHz; from there on it holds its last octave's mean."
    std::vector<std::string> notes;
};

struct HeadphonesView
{
    DeviceRows rows;          ///< worn kinds only; nullptr: being read
    std::optional<Worn> worn; ///< none: never asked, which makes it the first run
    std::shared_ptr<const CorrectionView> shown; ///< of what is pointed at; nullptr: none to show
    bool isCorrectedAbove8k = true;

    bool operator== (const HeadphonesView&) const = default;
};

} // namespace ui
