// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/model/Workbench.h"

#include <array>
#include <map>

namespace app
{

/** What the master is heard on: nine keys, Neutral, Untouched, and a device beside them that was asked
    for in the library. */
class Bank
{
public:
    static constexpr std::size_t numKeys = 9;

    /** Takes the keys of the settings; Untouched plays first. */
    explicit Bank (Workbench& bench);

    void select (std::size_t key); ///< a free key does nothing
    void neutral();
    void untouched();

    /** Hears a device that may be on no key. */
    void audition (const std::string& deviceId);

    /** Between a device and what it takes away. */
    void toggleLost();

    void putOnKey (std::size_t key, const std::string& deviceId);

    /** Of the track's memory: "neutral", "untouched", or a device's id. */
    std::string selectedId() const;
    void select (const std::string& id);

    const library::DeviceProfile* onKey (std::size_t key) const { return keys.at (key); }
    const monitoring::Pick& wanted() const { return bench.live.selected(); }

    /** "Phone, typical", "Neutral". */
    static std::string nameOf (const monitoring::Pick& pick);

    /** @param heard  what sounds now, or would if something played */
    void show (ui::MainViewState& state, const std::optional<monitoring::Pick>& heard) const;

private:
    void setKeys();
    void select (const monitoring::Pick& pick);
    ui::DeviceTile tileOf (const monitoring::Pick& pick,
                           const std::optional<monitoring::Pick>& heard) const;

    /** What a tile says of its device, whatever is heard. */
    struct Face
    {
        std::string evidence;
        std::shared_ptr<const report::PlottedResponse> response;
    };

    const Face& faceOf (const library::DeviceProfile& device) const;

    Workbench& bench;
    std::array<const library::DeviceProfile*, numKeys> keys {};
    const library::DeviceProfile* beside = nullptr; ///< the last one that was heard on no key
    mutable std::map<const library::DeviceProfile*, Face> faces; ///< made when they are first shown
};

} // namespace app
