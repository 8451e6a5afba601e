// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/DeviceProfile.h"

#include "library/IdTable.h"

namespace library
{

namespace
{

struct KindEntry
{
    DeviceKind value;
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

struct FoldEntry
{
    Fold::Kind value;
    std::string_view id;
};

constexpr std::array foldEntries {
    FoldEntry { Fold::Kind::stereo, "stereo" },
    FoldEntry { Fold::Kind::monoSum, "monoSum" },
    FoldEntry { Fold::Kind::leftOnly, "leftOnly" },
    FoldEntry { Fold::Kind::matrix, "matrix" },
};

struct QuantityEntry
{
    Quantity value;
    std::string_view id;
};

constexpr std::array quantityEntries {
    QuantityEntry { Quantity::freeField, "freeField" },
    QuantityEntry { Quantity::eardrum, "eardrum" },
    QuantityEntry { Quantity::deviationFromTarget, "deviationFromTarget" },
    QuantityEntry { Quantity::diffuseField, "diffuseField" },
};

} // namespace

std::string_view kindId (DeviceKind kind) { return rowOf (kindEntries, kind).id; }

std::string_view kindName (DeviceKind kind) { return rowOf (kindEntries, kind).name; }

std::optional<DeviceKind> kindFromId (std::string_view id)
{
    return enumeratorOf (kindEntries, id);
}

std::span<const DeviceKind> allKinds() { return kinds; }

bool isWorn (DeviceKind kind)
{
    return kind == DeviceKind::earbuds || kind == DeviceKind::headphones;
}

std::string_view foldId (Fold::Kind kind) { return rowOf (foldEntries, kind).id; }

std::optional<Fold::Kind> foldFromId (std::string_view id)
{
    return enumeratorOf (foldEntries, id);
}

std::string_view quantityId (Quantity quantity) { return rowOf (quantityEntries, quantity).id; }

std::optional<Quantity> quantityFromId (std::string_view id)
{
    return enumeratorOf (quantityEntries, id);
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
