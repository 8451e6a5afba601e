// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Precondition.h"
#include "units/Realtime.h"

#include <cstddef>
#include <span>
#include <type_traits>

namespace dsp
{

/** A view of planar audio, channels × frames. It owns nothing and is passed by value. */
template <typename Sample>
class BlockView
{
public:
    BlockView (Sample* const* channelPointers, std::size_t channelCount, std::size_t frameCount)
        : channels (channelPointers),
          channelsHere (channelCount),
          framesHere (frameCount)
    {}

    /** A writable view is readable too. */
    operator BlockView<const Sample>() const noexcept // NOLINT(google-explicit-constructor)
        requires (! std::is_const_v<Sample>)
    {
        return BlockView<const Sample> { channels, channelsHere, framesHere, first };
    }

    std::size_t numChannels() const noexcept REALTIME { return channelsHere; }
    std::size_t numFrames() const noexcept REALTIME { return framesHere; }

    std::span<Sample> channel (std::size_t index) const noexcept REALTIME
    {
        PRECONDITION (index < channelsHere);
        return { channels[index] + first, framesHere };
    }

    /** The frames [start, start + length) of the same channels. */
    BlockView slice (std::size_t start, std::size_t length) const noexcept REALTIME
    {
        PRECONDITION (start + length <= framesHere);
        return BlockView { channels, channelsHere, length, first + start };
    }

    /** The first so many channels. */
    BlockView firstChannels (std::size_t count) const noexcept REALTIME
    {
        PRECONDITION (count <= channelsHere);
        return BlockView { channels, count, framesHere, first };
    }

private:
    friend class BlockView<std::remove_const_t<Sample>>;

    BlockView (Sample* const* channelPointers,
               std::size_t channelCount,
               std::size_t frameCount,
               std::size_t firstFrame)
        : channels (channelPointers),
          channelsHere (channelCount),
          framesHere (frameCount),
          first (firstFrame)
    {}

    Sample* const* channels;
    std::size_t channelsHere;
    std::size_t framesHere;
    std::size_t first = 0;
};

using AudioBlock = BlockView<float>;
using ConstAudioBlock = BlockView<const float>;

} // namespace dsp
