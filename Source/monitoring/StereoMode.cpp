// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/StereoMode.h"

namespace monitoring
{

StereoGains gainsOf (StereoMode mode)
{
    switch (mode)
    {
    case StereoMode::left:
        return { { { 1.0f, 0.0f }, { 1.0f, 0.0f } } };
    case StereoMode::right:
        return { { { 0.0f, 1.0f }, { 0.0f, 1.0f } } };
    case StereoMode::sum:
        return { { { 0.5f, 0.5f }, { 0.5f, 0.5f } } };
    case StereoMode::side:
        return { { { 0.5f, -0.5f }, { 0.5f, -0.5f } } };
    case StereoMode::swap:
        return { { { 0.0f, 1.0f }, { 1.0f, 0.0f } } };
    case StereoMode::invertRight:
        return { { { 1.0f, 0.0f }, { 0.0f, -1.0f } } };
    case StereoMode::stereo:
        break;
    }

    return { { { 1.0f, 0.0f }, { 0.0f, 1.0f } } };
}

} // namespace monitoring
