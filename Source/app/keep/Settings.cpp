// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keep/Settings.h"

namespace app
{

std::array<std::string, 9> usualBank()
{
    return { "earbuds/airpods-pro-2",      "earbuds/airpods-3",
             "phone/phone-typical",        "laptop/laptop-typical",
             "smart-speaker/homepod-mini", "bluetooth-speaker/soundlink-revolve",
             "car/sedan-2002-front",       "headphones/sony-wh-1000xm5",
             "soundbar/bose-tv-speaker" };
}

} // namespace app
