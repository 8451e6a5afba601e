// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace app
{

/** "car/sedan" and "car-80-kmh" of "car/sedan@car-80-kmh". */
struct ColumnParts
{
    explicit ColumnParts (const std::string& id)
        : device (id.substr (0, id.find ('@'))),
          noise (device.size() < id.size() ? id.substr (device.size() + 1) : "")
    {}

    std::string device;
    std::string noise;
};

} // namespace app
