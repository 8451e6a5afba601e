// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Catalogue.h"
#include "library/HrtfSet.h"
#include "library/ListeningScenario.h"
#include "units/SoundPressure.h"

#include <memory>
#include <string>
#include <vector>

namespace library
{

/** Who listens, and where: what all scenarios of one sitting have in common. Owns the head; borrows
    profiles from the catalogue. */
struct Listener
{
    Listening listening = Listening::headphones;
    const DeviceProfile* headphones = nullptr; ///< nullptr: Harman over-ear 2018 assumed
    bool takesHeadphonesOut = true;
    std::shared_ptr<const HrtfSet> head;
    bool usesUsualEnvironment = true; ///< also under an environment that is nothing but noise
    const ListeningEnvironment* environment = nullptr; ///< asked for: a place, or noise
    std::vector<std::string> notes;
    CorrectionEnd correctionEnd = CorrectionEnd::at10kHz; ///< of the headphones that are taken out
};

/** What this listener hears of a subject: Neutral in its listening room, a device in its usual
    surroundings or those asked for.
    @param device  for Subject::device, else nullptr */
ListeningScenario scenarioOf (Subject subject,
                              const DeviceProfile* device,
                              const Listener& listener,
                              const Catalogue& catalogue);

/** What programme of −14 LUFS usually reaches at the ear: on a device its own level; Untouched and
    Neutral (nullptr) are heard as loud as monitors. */
units::SoundPressureLevel usualListeningLevel (const DeviceProfile* device);

} // namespace library
