// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/TranslationReport.h"
#include "dsp/AudioBuffer.h"
#include "units/SampleRate.h"

#include <string>
#include <vector>

namespace report
{

/** A place worth hearing: where a problem is worst, on Neutral and on the device. */
struct ExcerptPlace
{
    std::size_t problem = 0; ///< its place in problemsOf (report)
    std::string column;      ///< ColumnReport::id; empty: Neutral
    double start = 0.0;      ///< seconds of the master
    double length = 0.0;

    bool operator== (const ExcerptPlace&) const = default;
};

/** What a reader of the report should be able to hear: the problems that matter most, five seconds of each
    on Neutral and on the device it is worst on. A problem of the file itself only on Neutral, but what
    mono does to it on a smart speaker too. */
std::vector<ExcerptPlace> excerptsWorthHearing (const analysis::TranslationReport& report);

/** What was rendered for it, level-matched, as it goes to headphones. */
struct Excerpt
{
    ExcerptPlace place;
    dsp::AudioBuffer stereo;
    units::SampleRate rate { 44100 };
};

} // namespace report
