// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/DeviceProfile.h"

namespace library
{

namespace
{

struct KindEntry
{
    DeviceKind kind;
    std::string_view id;
    std::string_view name;
};

constexpr std::array kindEntries {
    KindEntry { DeviceKind::earbuds, "earbuds", "Earbuds" },
    KindEntry { DeviceKind::headphones, "headphones", "Headphones" },
    KindEntry { DeviceKind::phone, "phone", "Phones" },
    KindEntry { DeviceKind::tablet, "tablet", "Tablets" },
    KindEntry { DeviceKind::laptop, "laptop", "Laptops" },
    KindEntry { DeviceKind::smartSpeaker, "smart-speaker", "Smart speakers" },
    KindEntry { DeviceKind::bluetoothSpeaker, "bluetooth-speaker", "Bluetooth speakers" },
    KindEntry { DeviceKind::desktopSpeaker, "desktop-speaker", "Desktop speakers" },
    KindEntry { DeviceKind::soundbar, "soundbar", "Soundbars" },
    KindEntry { DeviceKind::tv, "tv", "TVs" },
    KindEntry { DeviceKind::car, "car", "Cars" },
    KindEntry { DeviceKind::monitor, "monitor", "Studio monitors" },
    KindEntry { DeviceKind::club, "club", "Club and PA" },
};

constexpr std::array kinds {
    DeviceKind::earbuds,
    DeviceKind::headphones,
    DeviceKind::phone,
    DeviceKind::tablet,
    DeviceKind::laptop,
    DeviceKind::smartSpeaker,
    DeviceKind::bluetoothSpeaker,
    DeviceKind::desktopSpeaker,
    DeviceKind::soundbar,
    DeviceKind::tv,
    DeviceKind::car,
    DeviceKind::monitor,
    DeviceKind::club,
};

constexpr std::array<std::string_view, 4> foldIds { "stereo", "monoSum", "leftOnly", "matrix" };

constexpr std::array<std::string_view, 4> quantityIds { "freeField",
                                                        "eardrum",
                                                        "deviationFromTarget",
                                                        "diffuseField" };

/** The enumerator whose id stands at its own place in the table. */
template <typename Enum, typename Table>
std::optional<Enum> fromId (const Table& ids, std::string_view id)
{
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (ids[i] == id)
            return static_cast<Enum> (i);

    return std::nullopt;
}

} // namespace

std::string_view kindId (DeviceKind kind)
{
    return kindEntries[static_cast<std::size_t> (kind)].id;
}

std::string_view kindName (DeviceKind kind)
{
    return kindEntries[static_cast<std::size_t> (kind)].name;
}

std::optional<DeviceKind> kindFromId (std::string_view id)
{
    for (const auto& entry : kindEntries)
        if (entry.id == id)
            return entry.kind;

    return std::nullopt;
}

std::span<const DeviceKind> allKinds() { return kinds; }

bool isWorn (DeviceKind kind)
{
    return kind == DeviceKind::earbuds || kind == DeviceKind::headphones;
}

std::string_view foldId (Fold::Kind kind) { return foldIds[static_cast<std::size_t> (kind)]; }

std::optional<Fold::Kind> foldFromId (std::string_view id)
{
    return fromId<Fold::Kind> (foldIds, id);
}

std::string_view quantityId (Quantity quantity)
{
    return quantityIds[static_cast<std::size_t> (quantity)];
}

std::optional<Quantity> quantityFromId (std::string_view id)
{
    return fromId<Quantity> (quantityIds, id);
}

Fold foldOf (Fold::Kind kind, std::size_t numTransducers)
{
    Fold fold { kind, {} };

    for (std::size_t t = 0; t < numTransducers; ++t)
    {
        if (kind == Fold::Kind::monoSum)
            fold.gains.push_back ({ 0.5, 0.5 });
        else if (kind == Fold::Kind::leftOnly || t % 2 == 0)
            fold.gains.push_back ({ 1.0, 0.0 });
        else
            fold.gains.push_back ({ 0.0, 1.0 });
    }

    return fold;
}

} // namespace library
