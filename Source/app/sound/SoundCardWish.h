// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace app
{

/** What sound shall come out of. Empty, or nought: whatever is usual there. */
struct SoundCardWish
{
    std::string system {}; ///< "ALSA", "JACK"
    std::string device {};
    int rateHz = 0;
    int bufferFrames = 0;

    bool operator== (const SoundCardWish&) const = default;
};

} // namespace app
