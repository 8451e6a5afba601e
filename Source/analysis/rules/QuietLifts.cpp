// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/QuietLifts.h"

#include "analysis/rules/HopsWithin.h"
#include "hearing/LoudnessOverTime.h"

#include <cmath>
#include <optional>

namespace analysis
{

namespace
{

/** The level that half of the time in these ranges is below. */
std::optional<double> medianLufs (const MasterMeasures& master,
                                  const std::vector<TimeRange>& ranges)
{
    std::vector<float> levels;

    forEachHopWithin (ranges, master.curve.points.size(), [&] (std::size_t hop) {
        levels.push_back (master.curve.points[hop].momentaryLufs);
    });

    const double median = hearing::valueExceeded (levels, 50.0);
    return levels.empty() || ! std::isfinite (median) ? std::nullopt : std::optional { median };
}

} // namespace

std::vector<Treatment> quietLifts (const MasterMeasures& master,
                                   const std::vector<TimeRange>& where)
{
    std::vector<Treatment> treatments;

    if (const auto median = medianLufs (master, where))
        for (const double db : { 6.0, 12.0 })
            treatments.push_back ({ .kind = Treatment::Kind::quietLift,
                                    .db = db,
                                    .lufs = std::round (*median + db) });

    return treatments;
}

} // namespace analysis
