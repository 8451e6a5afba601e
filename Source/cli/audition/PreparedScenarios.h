// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/audition/Subjects.h"
#include "library/ScenarioResponse.h"
#include "monitoring/MasterPass.h"

#include <map>
#include <memory>
#include <vector>

namespace cli
{

/** The filter matrices of some subjects for one listener, made once per sample rate. */
class PreparedScenarios
{
public:
    /** One per subject, in order; empty where the file is heard untouched. */
    using Responses = std::vector<std::unique_ptr<library::ScenarioResponse>>;

    PreparedScenarios (std::vector<Subject> what, Listener who, const library::Catalogue& from);

    /** Up to a second per subject the first time a rate is asked for. */
    units::Result<const Responses*> at (units::SampleRate rate);

    /** The same as what a pass over a master hears; valid as long as this is. */
    units::Result<std::vector<monitoring::Heard>> heardAt (units::SampleRate rate);

    const std::vector<Subject>& subjects() const { return wanted; }
    const Listener& listener() const { return who; }
    library::ListeningScenario scenario (std::size_t subject) const;

    /** What the listener must know, each sentence once, with the devices it is about. */
    std::vector<std::string> notes() const;

private:
    std::vector<Subject> wanted;
    Listener who;
    const library::Catalogue& catalogue;
    std::map<units::SampleRate, Responses> made;
};

} // namespace cli
