// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/DeviceProfile.h"
#include "library/ListeningEnvironment.h"

#include <memory>

namespace library
{

class HrtfSet;

/** How the result reaches the person at the desk. */
enum class Listening
{
    headphones,   ///< device → room → head → the listener's headphones taken out
    loudspeakers, ///< no head, no headphones: for those who do have speakers
    microphone    ///< the device's own output alone, transducer by transducer
};

/** How far up the listener's headphones are taken out: above, they sound as they do. Ears differ most
    there, and so does how headphones sit on them. */
enum class CorrectionEnd
{
    at10kHz, ///< where ear simulators are vouched for
    at8kHz
};

/** Which of the two fixed points, or a device, is heard. */
enum class Subject
{
    device,
    neutral,  ///< a flat pair at ±30°, 2 m, in a good room, same head, same headphones
    untouched ///< the file as it is
};

/** What one button selects: device × environment × listener. Borrowed pointers must outlive it. */
struct ListeningScenario
{
    Subject subject = Subject::device;
    const DeviceProfile* device = nullptr; ///< for Subject::device
    const ListeningEnvironment* environment =
        nullptr; ///< nullptr: the device's usual one was "none"
    Listening listening = Listening::headphones;
    const DeviceProfile* headphones =
        nullptr;                   ///< worn by the listener; nullptr: Harman over-ear 2018 assumed
    const HrtfSet* head = nullptr; ///< needed for air devices through headphones
    bool takeHeadphonesOut = true; ///< false is --headphones none: no inverse at all
    CorrectionEnd correctionEnd = CorrectionEnd::at10kHz;
};

} // namespace library
