// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/CalibratedPanel.h"
#include "files/AudioFile.h"

namespace analysis
{

/** Tries what the rules propose against the findings that matter most, as many as a few renderings of a part allow: in
    memory, on the worst ten seconds of each (15 s of a fault of the file), on all columns, at the gains at which the
    master was listened to. What came of it and what it costs becomes the remedy of these findings; a remedy of which
    nothing can be said there stays as the rule worded it, untried.
*/
units::Result<void> tryRemedies (files::AudioFileReader& master,
                                 const CalibratedPanel& panel,
                                 const ReferenceNorms& norms,
                                 const monitoring::Progress& progress,
                                 TranslationReport& report);

} // namespace analysis
