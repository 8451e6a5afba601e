// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/meter/MeterRun.h"

#include "monitoring/Workers.h"

#include <algorithm>
#include <mutex>
#include <numeric>
#include <system_error>

namespace cli
{

namespace
{

using monitoring::Continue;
using units::Problem;
using units::Result;

/** How far all files together have come, told by several threads. Files weigh what they take on the
    disk, before any of them is open. */
class SharedProgress
{
public:
    SharedProgress (const std::vector<std::filesystem::path>& files,
                    const monitoring::Progress& toTell)
        : told (toTell),
          fractions (files.size())
    {
        for (const auto& file : files)
        {
            std::error_code error;
            const auto bytes = std::filesystem::file_size (file, error);
            weights.push_back (error ? 1.0 : static_cast<double> (bytes) + 1.0);
        }
    }

    Continue show (std::size_t file, double fraction)
    {
        const std::lock_guard lock { mutex };
        fractions[file] = fraction;
        const double done = std::inner_product (
            fractions.begin(), fractions.end(), weights.begin(), 0.0);

        if (told (done / std::accumulate (weights.begin(), weights.end(), 0.0)) == Continue::no)
            goesOn = Continue::no;

        return goesOn;
    }

private:
    std::mutex mutex;
    const monitoring::Progress& told;
    std::vector<double> fractions;
    std::vector<double> weights {};
    Continue goesOn = Continue::yes;
};

bool wasInterrupted (const Result<MeteredFile>& outcome)
{
    return ! outcome && outcome.problem().kind == Problem::Kind::interrupted;
}

} // namespace

Result<std::vector<Result<MeteredFile>>> meterFiles (const MeterRequest& request,
                                                     const monitoring::Progress& progress)
{
    std::vector<std::optional<Result<MeteredFile>>> outcomes (request.files.size());
    SharedProgress shared { request.files, progress };
    monitoring::Workers workers { request.numJobs };

    workers.forEach (outcomes.size(), [&] (std::size_t part, std::size_t) {
        outcomes[part] = meterFile (request.files[part],
                                    request.calibration,
                                    [&] (double fraction) { return shared.show (part, fraction); });
        shared.show (part, 1.0);
    });

    std::vector<Result<MeteredFile>> inOrder;

    for (auto& outcome : outcomes)
    {
        if (wasInterrupted (*outcome))
            return outcome->problem();

        inOrder.push_back (std::move (*outcome));
    }

    return inOrder;
}

} // namespace cli
