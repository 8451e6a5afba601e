// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/Comparison.h"

#include <algorithm>

namespace app
{

using monitoring::Programme;
using monitoring::ReferenceMotion;
using monitoring::References;

static_assert (References::numSlots == ui::ReferencesView::numSlots);
static_assert (References::numSlots == std::tuple_size_v<decltype (Settings::references)>);

Comparison::Comparison (Workbench& shared) : bench (shared)
{
    for (std::size_t slot = 0; slot < References::numSlots; ++slot)
        if (! bench.settings.references[slot].path.empty())
            use (slot);
}

/** As the settings say. */
void Comparison::use (std::size_t slot)
{
    const auto& kept = bench.settings.references[slot];
    auto& references = bench.live.references();

    if (const auto put = references.put (slot, kept.path); ! put)
    {
        bench.notices.problem ("", put.problem());
        return;
    }

    references.cue (slot, kept.cueSeconds);
    references.run (slot, kept.isInStep ? ReferenceMotion::inStep : ReferenceMotion::ownCue);
}

void Comparison::toggle()
{
    auto& references = bench.live.references();
    references.hear (references.wanted() == Programme::master ? Programme::reference
                                                              : Programme::master);
}

void Comparison::put (std::size_t slot, const std::string& path)
{
    if (slot >= References::numSlots)
        return;

    auto& references = bench.live.references();
    references.clear (slot);
    bench.settings.references[slot] = { path };

    if (path.empty())
        return;

    use (slot);

    if (references.at (slot))
        references.choose (slot);
    else
        bench.settings.references[slot] = {};
}

void Comparison::choose (std::optional<std::size_t> slot) { bench.live.references().choose (slot); }

void Comparison::cue (std::size_t slot, double seconds)
{
    bench.settings.references.at (slot).cueSeconds = seconds;
    bench.live.references().cue (slot, seconds);
}

void Comparison::cueHere (std::size_t slot)
{
    const auto& references = bench.live.references();
    const auto& track = references.at (slot);

    if (! track)
        return;

    const auto signal = bench.live.readings().signal;
    const bool isHeard = references.chosen() == slot && references.heard() == Programme::reference;
    const double here = isHeard ? signal.reference.seconds : signal.master.seconds;
    cue (slot, std::min (here, track->seconds));
}

void Comparison::runInStep (std::size_t slot, bool isWanted)
{
    bench.settings.references.at (slot).isInStep = isWanted;
    bench.live.references().run (slot,
                                 isWanted ? ReferenceMotion::inStep : ReferenceMotion::ownCue);
}

//==================================================================================================
// What is shown

std::string Comparison::nameOfPreviousBounce() const
{
    const auto& live = bench.live;

    if (! live.references().previousBounce())
        return {};

    for (const auto& track : live.tracks())
        if (track.predecessor == live.references().previousBounce()->version)
            return "bounce " + std::to_string (track.bounce - 1);

    return "bounce before";
}

std::string Comparison::nameOfChosen() const
{
    const auto& references = bench.live.references();
    const auto chosen = references.chosen();

    if (! chosen)
        return nameOfPreviousBounce();

    return references.at (*chosen) ? references.at (*chosen)->version.file.stem().string() : "";
}

ui::ReferenceSlot Comparison::slotOf (const monitoring::ReferenceTrack& track) const
{
    const auto& references = bench.live.references();
    ui::ReferenceSlot view;
    view.name = track.version.file.stem().string();
    view.durationSeconds = track.seconds;
    view.cueSeconds = track.cueSeconds;
    view.isInStep = track.motion == ReferenceMotion::inStep;

    if (const auto level = references.levelOf (track))
        view.gainDb = level->gain.value();

    if (const auto problem = references.problemOf (track))
        view.problem = problem->sentence();

    return view;
}

void Comparison::show (ui::MainViewState& state) const
{
    const auto& references = bench.live.references();

    for (std::size_t slot = 0; slot < References::numSlots; ++slot)
    {
        const auto& track = references.at (slot);
        state.references.slots[slot] = track ? std::optional { slotOf (*track) } : std::nullopt;
    }

    state.references.chosen = references.chosen();
    state.references.previousBounce = nameOfPreviousBounce();
    state.transport.comparedTo = nameOfChosen();
    state.transport.isComparing = references.wanted() == Programme::reference;
}

} // namespace app
