// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/CalibratedPanel.h"

#include <optional>
#include <utility>

namespace analysis
{

/** What rules say of parts of a master, treated or not, as often as that may be asked. */
class PartTrial
{
public:
    /** What a part costs is to play it on all columns: a fortieth of a four-minute master. */
    static constexpr std::size_t mostRenderings = 6;

    /** Panel and norms outlive it. */
    PartTrial (const CalibratedPanel& panel,
               const ReferenceNorms& norms,
               std::size_t channelsOfFile);

    units::SampleRate rate() const { return panel.rate(); }
    std::size_t renderingsLeft() const { return left; }

    /** Of the part itself, at next to no cost. */
    TranslationReport assessMaster (dsp::ConstAudioBlock part) const;

    /** Of the part and of all columns: one of renderingsLeft(). */
    units::Result<TranslationReport> assess (dsp::ConstAudioBlock part,
                                             const monitoring::Progress& progress);

    /** The same of a part as it is; of the same range as last time it costs nothing. */
    units::Result<TranslationReport> assessUntreated (const TimeRange& range,
                                                      dsp::ConstAudioBlock part,
                                                      const monitoring::Progress& progress);

private:
    const CalibratedPanel& panel;
    const ReferenceNorms& norms;
    std::size_t numChannels;
    std::size_t left = mostRenderings;
    std::optional<std::pair<TimeRange, TranslationReport>> untreated;
};

} // namespace analysis
