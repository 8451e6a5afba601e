// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/SofaArrays.h"

#include "files/SofaGeometry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace files
{

using units::Problem;

namespace
{

/** Conventions whose data are impulse responses from places in space to receivers. */
constexpr std::array<std::string_view, 9> accepted { "SimpleFreeFieldHRIR", "GeneralFIR",
                                                     "GeneralFIR-E",        "GeneralFIRE",
                                                     "SingleRoomDRIR",      "SingleRoomSRIR",
                                                     "MultiSpeakerBRIR",    "SimpleFreeFieldSRIR",
                                                     "SingleRoomMIMOSRIR" };

/** Half the length of the interpolating sinc, in samples. With the Hann window below it is flat
    within 0.1 dB up to nine tenths of the Nyquist frequency. */
constexpr int sincHalfLength = 32;

Problem invalid (const std::string& where, std::string what)
{
    return { Problem::Kind::invalidValue,
             where,
             std::move (what),
             "Ask the one who made the file, or save it again with the SOFA Toolbox." };
}

double windowedSinc (double distance)
{
    if (std::abs (distance) >= sincHalfLength)
        return 0.0;

    if (distance == 0.0)
        return 1.0;

    const double angle = std::numbers::pi * distance;
    return std::sin (angle) / angle * (0.5 + 0.5 * std::cos (angle / sincHalfLength));
}

/** Adds the samples, that many samples later, to what is there. */
void addDelayed (const double* samples, std::size_t count, double delay, std::vector<double>& into)
{
    if (delay == std::floor (delay))
    {
        for (std::size_t i = 0; i < count; ++i)
            into[i + static_cast<std::size_t> (delay)] += samples[i];

        return;
    }

    for (std::size_t out = 0; out < into.size(); ++out)
    {
        const double centre = static_cast<double> (out) - delay;
        const auto first = static_cast<std::size_t> (std::max (0.0, centre - sincHalfLength));
        const auto last = static_cast<std::size_t> (std::max (0.0, centre + sincHalfLength + 1.0));

        for (std::size_t i = first; i < std::min (last, count); ++i)
            into[out] += samples[i] * windowedSinc (centre - static_cast<double> (i));
    }
}

class Arranger
{
public:
    Arranger (const SofaArrays& from, const std::string& name) : arrays (from), where (name) {}

    units::Result<SofaFile> arrange()
    {
        for (const auto& checked : { checkConventions(), checkShape(), checkDelays(), checkRate() })
            if (! checked)
                return checked.problem();

        result.numSamples = arrays.samples + roomForDelays();

        if (auto small = checkSize(); ! small)
            return small.problem();

        result.conventions = arrays.conventions;
        result.title = arrays.title;
        result.databaseName = arrays.databaseName;
        result.licence = arrays.licence;
        result.numReceivers = arrays.receivers;
        result.rate = { static_cast<int> (std::lround (arrays.ratesHz.front())) };

        for (std::size_t m = 0; m < arrays.measurements; ++m)
            for (std::size_t e = 0; e < numEmitters(); ++e)
                if (auto added = addMeasurement (m, e); ! added)
                    return added.problem();

        return std::move (result);
    }

private:
    units::Result<void> checkConventions() const
    {
        if (std::find (accepted.begin(), accepted.end(), arrays.conventions) != accepted.end())
            return {};

        return Problem { Problem::Kind::unsupported,
                         where,
                         "The SOFA conventions are \"" + arrays.conventions + "\".",
                         "Give impulse responses: SimpleFreeFieldHRIR, GeneralFIR, "
                         "SingleRoomDRIR, SingleRoomSRIR or MultiSpeakerBRIR." };
    }

    /** Files of one emitter leave its dimension away. */
    bool hasEmitterAxis() const { return arrays.responseOrder.find ('E') != std::string::npos; }
    std::size_t numEmitters() const { return hasEmitterAxis() ? arrays.emitters : 1; }

    units::Result<void> checkShape() const
    {
        constexpr std::size_t largestDimension = 1u << 24u; // so that no product overflows

        for (const auto size :
             { arrays.measurements, arrays.receivers, arrays.samples, numEmitters() })
            if (size == 0 || size > largestDimension)
                return invalid (where, "A dimension is zero or beyond all use.");

        const std::array<std::string_view, 3> orders { "M,R,N", "M,R,E,N", "M,E,R,N" };

        if (std::find (orders.begin(), orders.end(), arrays.responseOrder) == orders.end())
            return invalid (
                where, "The responses are ordered \"" + arrays.responseOrder + "\", not M,R,N.");

        const auto paths = static_cast<double> (arrays.measurements * arrays.receivers)
                           * static_cast<double> (numEmitters());

        if (paths * static_cast<double> (arrays.samples)
            != static_cast<double> (arrays.responses.size()))
            return invalid (where,
                            "There are " + std::to_string (arrays.responses.size())
                                + " samples, which is not measurements times receivers times "
                                  "length.");

        if (! positionsFit())
            return invalid (where, "There are not as many positions as measurements.");

        return {};
    }

    bool positionsFit() const
    {
        const auto fits = [] (const SofaPositions& positions, std::size_t count) {
            return positions.values.size() == 3 || positions.values.size() == 3 * count;
        };

        return fits (arrays.source, arrays.measurements)
               && (! hasEmitterAxis() || fits (arrays.emitter, numEmitters()))
               && (! isInRoom (arrays)
                   || (fits (arrays.listener, arrays.measurements)
                       && fits (arrays.view, arrays.measurements)
                       && fits (arrays.up, arrays.measurements)));
    }

    units::Result<void> checkDelays() const
    {
        const auto ears = arrays.receivers;
        const auto paths = ears * numEmitters();
        const auto count = arrays.delays.size();

        if (count != 0 && count != ears && count != ears * arrays.measurements && count != paths
            && count != paths * arrays.measurements)
            return invalid (where,
                            "There are " + std::to_string (count)
                                + " delays, which fit neither receivers nor measurements.");

        constexpr double longest = 10.0 * 192000.0; // ten seconds: 3.4 km

        for (const double delay : arrays.delays)
            if (! (delay >= 0.0 && delay <= longest))
                return invalid (where, "A delay is negative, not a number, or longer than 10 s.");

        return {};
    }

    units::Result<void> checkRate() const
    {
        const auto& rates = arrays.ratesHz;

        if (rates.empty() || ! (rates.front() >= 8000.0 && rates.front() <= 192000.0)
            || std::abs (rates.front() - std::round (rates.front())) > 0.01)
            return invalid (where, "The sample rate is not a whole number of 8000 to 192000 Hz.");

        if (std::any_of (rates.begin(), rates.end(), [&] (double r) { return r != rates.front(); }))
            return invalid (where, "The measurements have different sample rates.");

        return {};
    }

    /** Delays make responses longer than the file: a few bytes could ask for all memory. */
    units::Result<void> checkSize() const
    {
        constexpr double mostSamples = 1u << 27u; // 1 GiB; the largest known sets have a tenth

        if (static_cast<double> (arrays.measurements * arrays.receivers)
                * static_cast<double> (numEmitters()) * static_cast<double> (result.numSamples)
            > mostSamples)
            return invalid (where, "With their delays the responses would fill more than 1 GiB.");

        return {};
    }

    std::size_t roomForDelays() const
    {
        if (arrays.delays.empty())
            return 0;

        const double longest = *std::max_element (arrays.delays.begin(), arrays.delays.end());
        const bool isWhole = std::all_of (
            arrays.delays.begin(), arrays.delays.end(), [] (double delay) {
                return delay == std::floor (delay);
            });

        return static_cast<std::size_t> (std::ceil (longest)) + (isWhole ? 0 : sincHalfLength);
    }

    double delayOf (std::size_t m, std::size_t r, std::size_t e) const
    {
        const auto count = arrays.delays.size();
        const auto ears = arrays.receivers;
        const auto paths = ears * numEmitters();

        if (count == 0)
            return 0.0;

        if (count == ears)
            return arrays.delays[r];

        if (count == paths)
            return arrays.delays[r * numEmitters() + e];

        if (count == ears * arrays.measurements)
            return arrays.delays[m * ears + r];

        return arrays.delays[m * paths + r * numEmitters() + e];
    }

    const double* responseOf (std::size_t m, std::size_t r, std::size_t e) const
    {
        const bool emitterFirst = arrays.responseOrder == "M,E,R,N";
        const auto path = emitterFirst ? (m * numEmitters() + e) * arrays.receivers + r
                                       : (m * arrays.receivers + r) * numEmitters() + e;
        return arrays.responses.data() + path * arrays.samples;
    }

    units::Result<void> addMeasurement (std::size_t m, std::size_t e)
    {
        const auto position = sourceFromListener (arrays, m, hasEmitterAxis() ? e : 0);

        if (! position)
            return invalid (where + ": measurement " + std::to_string (m),
                            "The position is not made of numbers.");

        SofaFile::Measurement measurement { *position, {} };

        for (std::size_t r = 0; r < arrays.receivers; ++r)
        {
            const double* samples = responseOf (m, r, e);

            if (! std::all_of (samples, samples + arrays.samples, [] (double sample) {
                    return std::isfinite (sample);
                }))
                return invalid (where + ": measurement " + std::to_string (m) + ", receiver "
                                    + std::to_string (r),
                                "A sample is not a number, or infinite.");

            std::vector<double> response (result.numSamples);
            addDelayed (samples, arrays.samples, delayOf (m, r, e), response);
            measurement.impulseResponses.push_back (std::move (response));
        }

        result.measurements.push_back (std::move (measurement));
        return {};
    }

    const SofaArrays& arrays;
    const std::string& where;
    SofaFile result;
};

} // namespace

units::Result<SofaFile> arrangeSofa (const SofaArrays& arrays, const std::string& where)
{
    return Arranger (arrays, where).arrange();
}

} // namespace files
