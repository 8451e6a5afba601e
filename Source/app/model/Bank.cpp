// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/Bank.h"

#include "ui/values/DeviceRows.h"

#include <algorithm>

namespace app
{

using monitoring::Part;
using monitoring::Pick;

Bank::Bank (Workbench& shared) : bench (shared)
{
    setKeys();
    bench.live.select (Pick::untouched());
}

void Bank::setKeys()
{
    std::vector<const library::DeviceProfile*> kept;

    for (std::size_t key = 0; key < numKeys; ++key)
    {
        const auto& id = bench.settings.bank[key];
        keys[key] = id.empty() ? nullptr : bench.catalogue.device (id);

        if (keys[key] != nullptr)
            kept.push_back (keys[key]);
    }

    bench.live.bank (std::move (kept));
}

void Bank::select (const Pick& pick)
{
    if (pick.device != nullptr && std::ranges::find (keys, pick.device) == keys.end())
        beside = pick.device;

    bench.live.select (pick);
}

void Bank::select (std::size_t key)
{
    if (keys.at (key) != nullptr)
        select (Pick::of (*keys.at (key)));
}

void Bank::neutral() { select (Pick::neutral()); }

void Bank::untouched() { select (Pick::untouched()); }

void Bank::audition (const std::string& deviceId)
{
    if (const auto* const device = bench.catalogue.device (deviceId); device != nullptr)
        select (Pick::of (*device));
}

void Bank::toggleLost()
{
    auto pick = wanted();

    if (pick.device == nullptr)
        return;

    pick.part = pick.part == Part::lost ? Part::whole : Part::lost;
    select (pick);
}

void Bank::putOnKey (std::size_t key, const std::string& deviceId)
{
    auto& ids = bench.settings.bank;
    const auto before = std::ranges::find (ids, deviceId);

    // A device has one key: the two change places.
    if (! deviceId.empty() && before != ids.end())
        *before = ids.at (key);

    ids.at (key) = deviceId;
    setKeys();

    if (beside != nullptr && std::ranges::find (keys, beside) != keys.end())
        beside = nullptr;

    select (Pick { wanted() });
}

std::string Bank::selectedId() const
{
    if (wanted().device != nullptr)
        return wanted().device->id;

    return wanted() == Pick::neutral() ? "neutral" : "untouched";
}

void Bank::select (const std::string& id)
{
    if (id == "neutral")
        neutral();
    else if (id == "untouched")
        untouched();
    else
        audition (id);
}

std::string Bank::nameOf (const Pick& pick)
{
    if (pick.device == nullptr)
        return pick == Pick::neutral() ? "Neutral" : "Untouched";

    return pick.part == Part::lost ? "Lost on " + pick.device->name : pick.device->name;
}

//==================================================================================================
// What is shown

const Bank::Face& Bank::faceOf (const library::DeviceProfile& device) const
{
    const auto known = faces.find (&device);

    if (known != faces.end())
        return known->second;

    Face face { ui::evidenceOf (device), nullptr };

    if (auto curves = report::plottedResponses (device); ! curves.empty())
        face.response = std::make_shared<report::PlottedResponse> (std::move (curves.front()));

    return faces.emplace (&device, std::move (face)).first->second;
}

ui::DeviceTile Bank::tileOf (const Pick& pick, const std::optional<Pick>& heard) const
{
    const auto isIt = [&] (const Pick& other) {
        return other.subject == pick.subject && other.device == pick.device;
    };
    ui::DeviceTile tile;
    tile.name = nameOf (pick);
    tile.isHeard = heard && isIt (*heard);
    tile.isAwaited = isIt (wanted()) && ! tile.isHeard;

    if (pick.device != nullptr)
    {
        const auto& face = faceOf (*pick.device);
        tile.kind = pick.device->kind;
        tile.evidence = face.evidence;
        tile.response = face.response;
    }
    else
    {
        tile.evidence = pick == Pick::neutral() ? "a flat pair in a good room"
                                                : "the file as it is";
    }

    if (const auto problem = bench.live.problemOf (pick))
    {
        tile.readiness = ui::Readiness::failed;
        tile.problem = problem->sentence();
    }
    else if (const auto ready = bench.live.prepared (pick))
        tile.matchDb = ready->match.value();
    else
        tile.readiness = ui::Readiness::preparing;

    return tile;
}

void Bank::show (ui::MainViewState& state, const std::optional<Pick>& heard) const
{
    const auto tile = [&] (const Pick& pick, std::optional<ui::Command> command) {
        auto made = tileOf (pick, heard);

        if (command)
            made.key = state.keys.keyOf (*command);

        return made;
    };
    state.neutral = tile (Pick::neutral(), ui::Command::neutral);
    state.untouched = tile (Pick::untouched(), ui::Command::untouched);

    for (std::size_t key = 0; key < numKeys; ++key)
    {
        state.bank[key].reset();

        if (keys[key] != nullptr)
            state.bank[key] = tile (Pick::of (*keys[key]), ui::deviceCommand (key));
    }

    state.besideBank.reset();

    if (beside != nullptr)
        state.besideBank = tile (Pick::of (*beside), std::nullopt);

    state.library.bank = bench.settings.bank;
    state.library.auditioned = beside != nullptr ? beside->id : "";
}

} // namespace app
