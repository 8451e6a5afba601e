// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/KindDefaults.h"

namespace library
{

namespace
{

std::vector<Transducer> pairAt (double azimuth, double elevation, double metres)
{
    return { { "left", 0, { { azimuth, elevation }, metres } },
             { "right", 0, { { -azimuth, elevation }, metres } } };
}

std::vector<Transducer> oneAt (std::string name, double elevation, double metres)
{
    return { { std::move (name), 0, { { 0.0, elevation }, metres } } };
}

std::vector<Transducer> ears() { return { { "left", 0, {} }, { "right", 0, {} } }; }

/** Left-hand drive, driver's seat: the near door is 1.1 to 1.4 ms ahead of the far one. */
std::vector<Transducer> carDoors()
{
    return { { "left door", 0, { { 50.0, -35.0 }, 0.85 } },
             { "right door", 0, { { -45.0, -20.0 }, 1.30 } } };
}

} // namespace

KindDefaults defaultsOf (DeviceKind kind)
{
    switch (kind)
    {
    case DeviceKind::earbuds:
    case DeviceKind::headphones:
        return { Fold::Kind::stereo, ears(), "", 73.0 };

    // Held upright: one loudspeaker at the bottom edge is heard, 0.34 m away.
    case DeviceKind::phone:
        return { Fold::Kind::monoSum, oneAt ("bottom speaker", -35.0, 0.34), "", 68.0 };

    case DeviceKind::tablet:
        return { Fold::Kind::stereo, pairAt (15.0, -20.0, 0.40), "", 68.0 };

    case DeviceKind::laptop:
        return { Fold::Kind::stereo, pairAt (13.5, -27.0, 0.55), "desk", 70.0 };

    case DeviceKind::smartSpeaker:
        return { Fold::Kind::monoSum, oneAt ("speaker", -10.0, 1.5), "living-room", 70.0 };

    case DeviceKind::bluetoothSpeaker:
        return { Fold::Kind::monoSum, oneAt ("speaker", -10.0, 1.5), "living-room", 72.0 };

    case DeviceKind::desktopSpeaker:
        return { Fold::Kind::stereo, pairAt (30.0, -10.0, 0.80), "desk", 72.0 };

    case DeviceKind::soundbar:
        return { Fold::Kind::stereo, pairAt (8.0, -10.0, 2.5), "living-room", 68.0 };

    case DeviceKind::tv:
        return { Fold::Kind::stereo, pairAt (12.0, -5.0, 2.5), "living-room", 68.0 };

    case DeviceKind::car:
        return { Fold::Kind::stereo, carDoors(), "", 72.0 };

    case DeviceKind::monitor:
        return { Fold::Kind::stereo, pairAt (30.0, 0.0, 1.5), "listening-room", 73.0 };

    case DeviceKind::club:
        return { Fold::Kind::stereo, pairAt (30.0, 10.0, 6.0), "club", 95.0 };
    }

    return { Fold::Kind::stereo, pairAt (30.0, 0.0, 1.0), "", 70.0 };
}

std::vector<Transducer> stereoPairOf (DeviceKind kind)
{
    auto usual = defaultsOf (kind).transducers;

    if (usual.size() == 2)
        return usual;

    // A phone held sideways spans 13 degrees either way; a pair of small speakers is set up at 30.
    const double azimuth = kind == DeviceKind::phone ? 13.0 : 30.0;
    const auto& position = usual.front().position;
    return pairAt (azimuth, position.direction.elevationDegrees, position.distanceMetres);
}

} // namespace library
