// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/audition/Audition.h"
#include "cli/audition/PreparedScenarios.h"
#include "cli/audition/RenderedMaster.h"

namespace cli
{

/** Finds the gain of every output of a master as the request wants them matched.
    @param scenarios  what the outputs were rendered from; for Match::loudness Untouched is one of them:
                      it is what the others are matched to */
units::Result<std::vector<OutputMatch>> matchOutputs (RenderedMaster& master,
                                                      const PreparedScenarios& scenarios,
                                                      const AuditionRequest& request,
                                                      const library::Targets& targets,
                                                      const monitoring::Progress& progress);

/** What a match fell short of, for the person who listens; nothing when all went as it should. */
std::vector<std::string> matchNotes (const RenderedMaster& master,
                                     const std::vector<Subject>& subjects,
                                     monitoring::Match match);

} // namespace cli
