// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace flags
{

/** So many of so many. */
struct Count
{
    int yes = 0;
    int all = 0;

    void add (bool isYes)
    {
        ++all;
        yes += isYes ? 1 : 0;
    }

    void add (const Count& more)
    {
        yes += more.yes;
        all += more.all;
    }
};

/** "0.97 [0.91, 0.99] (58/60)": with the interval of Wilson (1927) in which the true share lies with 95 %. */
std::string withInterval (const Count& count);

/** The chance that a value of `ill` is above one of `sound`, ties by half: the area under the curve of
    recall over false alarms. NaN without values. */
double areaUnderCurve (const std::vector<double>& ill, const std::vector<double>& sound);

/** Whether values never fall by more than 2 % of their range. */
bool isMonotone (const std::vector<double>& values);

double medianOf (std::vector<double> values);

} // namespace flags
