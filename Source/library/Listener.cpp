// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/Listener.h"

#include "library/KindDefaults.h"

namespace library
{

ListeningScenario scenarioOf (Subject subject,
                              const DeviceProfile* device,
                              const Listener& listener,
                              const Catalogue& catalogue)
{
    ListeningScenario scenario;
    scenario.subject = subject;
    scenario.device = device;
    scenario.listening = listener.listening;
    scenario.headphones = listener.headphones;
    scenario.head = listener.head.get();
    scenario.takeHeadphonesOut = listener.takesHeadphonesOut;
    scenario.correctionEnd = listener.correctionEnd;
    scenario.environment = listener.environment;

    if (subject == Subject::neutral)
        scenario.environment = catalogue.environment ("listening-room");
    else if (device != nullptr && listener.usesUsualEnvironment)
        scenario.environment = catalogue.environment (device->environment);

    return scenario;
}

units::SoundPressureLevel usualListeningLevel (const DeviceProfile* device)
{
    return { device == nullptr ? defaultsOf (DeviceKind::monitor).listeningLevelDbSpl
                               : device->listeningLevelDbSpl };
}

} // namespace library
