// SPDX-License-Identifier: GPL-3.0-or-later
// How a set of HRTFs comes about; HrtfSet.cpp has how it answers.
#include "library/DistanceVariation.h"
#include "library/HrtfAnalysis.h"
#include "library/HrtfSet.h"
#include "library/SpherePoints.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <filesystem>
#include <numbers>

namespace library
{

namespace
{

// The solid angle that belongs to each measured direction is counted with this many points.
constexpr std::size_t pointsForSolidAngles = 8000;

/** Levels at the ear of the rigid sphere for every angle of incidence, up to 22 kHz. */
class SphereLevels
{
public:
    SphereLevels (double distanceMetres, double stepHz)
    {
        for (std::size_t a = 0; a < byAngle.size(); ++a)
            for (std::size_t n = 1; n < points; ++n)
            {
                const auto pressure = sphericalHeadPressure (
                    { stepRadians * static_cast<double> (a), distanceMetres },
                    { stepHz * static_cast<double> (n) });
                byAngle[a][n] = static_cast<float> (20.0 * std::log10 (std::abs (pressure)));
            }
    }

    std::vector<float> at (double angleRadians) const
    {
        const double where = angleRadians / stepRadians;
        const auto below = std::min (static_cast<std::size_t> (where), byAngle.size() - 2);
        const auto fraction = static_cast<float> (where - static_cast<double> (below));
        std::vector<float> levels (points);

        for (std::size_t n = 0; n < points; ++n)
            levels[n] = byAngle[below][n] + fraction * (byAngle[below + 1][n] - byAngle[below][n]);

        return levels;
    }

private:
    static constexpr std::size_t points = 129;
    static constexpr double stepRadians = std::numbers::pi / 90.0;
    std::array<std::array<float, points>, 91> byAngle {};
};

/** Rings every five degrees, mirrored left and right, with about as much between their points. */
std::vector<units::Direction> everyFiveDegrees()
{
    std::vector<units::Direction> directions { { 0.0, -90.0 } };

    for (int ring = -17; ring <= 18; ++ring)
    {
        const double elevation = 5.0 * ring;
        const double around = 72.0 * std::cos (elevation * std::numbers::pi / 180.0);
        const int count = std::max (1, 2 * static_cast<int> (std::lround (around / 2.0)));

        for (int n = 0; n < count; ++n)
            directions.push_back ({ 360.0 * n / count, elevation });
    }

    return directions;
}

units::Problem unusable (const std::string& where, std::string what, std::string cure)
{
    return { units::Problem::Kind::unsupported, where, std::move (what), std::move (cure) };
}

std::optional<units::Problem> reasonAgainst (const files::SofaFile& file, const std::string& where)
{
    constexpr std::size_t fewest = 16;

    if (file.conventions != "SimpleFreeFieldHRIR")
        return unusable (where,
                         "its convention is '" + file.conventions + "', not SimpleFreeFieldHRIR.",
                         "Choose a SOFA file with free-field responses of a head.");

    if (file.numReceivers != 2)
        return unusable (where,
                         "it has " + std::to_string (file.numReceivers)
                             + " receivers, not two ears.",
                         "Choose a SOFA file with a left and a right ear.");

    if (file.measurements.size() < fewest)
        return unusable (where,
                         "it has only " + std::to_string (file.measurements.size())
                             + " directions.",
                         "Choose a file with at least 16, spread all around the head.");

    return std::nullopt;
}

bool isSilent (const std::vector<double>& samples)
{
    return std::all_of (samples.begin(), samples.end(), [] (double s) { return s == 0.0; });
}

} // namespace

units::Result<HrtfSet> HrtfSet::fromSofa (const files::SofaFile& file, const std::string& where)
{
    if (auto reason = reasonAgainst (file, where))
        return *reason;

    const dsp::DesignFft fft { std::bit_ceil (
        std::max (2 * file.numSamples, file.rate.framesIn ({ 0.02 }))) };
    const dsp::DesignFft fineFft { 4 * fft.size() };
    HrtfSet set { std::filesystem::path (where).stem().string(),
                  Evidence::measuredIr,
                  std::max (file.measurements.front().source.distanceMetres,
                            2.0 * nearestSourceMetres),
                  static_cast<double> (file.rate.hertz) / static_cast<double> (fft.size()) };

    for (std::size_t m = 0; m < file.measurements.size(); ++m)
    {
        const auto& measured = file.measurements[m];
        MeasuredDirection direction { unitVector (measured.source.direction), {} };

        for (const Ear ear : eitherEar)
        {
            const auto& samples = measured.impulseResponses[indexOf (ear)];

            if (isSilent (samples))
                return unusable (where + ": measurement " + std::to_string (m),
                                 "one ear is silent.",
                                 "Choose a complete set of responses.");

            const auto parts = hrirParts ({ samples, file.rate }, fft, fineFft);
            const auto sphere = sphericalHeadDelay (incidence (ear, measured.source));
            direction.ears[indexOf (ear)] = { { parts.levelsDb.begin(), parts.levelsDb.end() },
                                              parts.delaySamples / file.rate.hertz - sphere.value };
        }

        set.directions.push_back (std::move (direction));
    }

    set.takeDiffuseFieldOut();
    set.centreDelays();
    return set;
}

HrtfSet HrtfSet::sphericalHead()
{
    constexpr double distanceMetres = 2.0;
    constexpr double gridStepHz = 172.0;
    HrtfSet set { "rigid sphere", Evidence::modelled, distanceMetres, gridStepHz };
    const SphereLevels sphere { distanceMetres, gridStepHz };

    for (const auto& direction : everyFiveDegrees())
    {
        MeasuredDirection measured { unitVector (direction), {} };

        for (const Ear ear : eitherEar)
        {
            const auto from = incidence (ear, { direction, distanceMetres });
            measured.ears[indexOf (ear)] = { sphere.at (from.angleRadians), 0.0 };
        }

        set.directions.push_back (std::move (measured));
    }

    set.takeDiffuseFieldOut();
    return set;
}

std::vector<double> HrtfSet::solidAngles() const
{
    std::vector<double> shares (directions.size());

    for (const Point& point : spherePoints (pointsForSolidAngles))
    {
        const auto nearest = std::max_element (
            directions.begin(),
            directions.end(),
            [&] (const MeasuredDirection& a, const MeasuredDirection& b) {
                return dot (a.unit, point) < dot (b.unit, point);
            });
        shares[static_cast<std::size_t> (nearest - directions.begin())] += 1.0
                                                                           / pointsForSolidAngles;
    }

    return shares;
}

void HrtfSet::takeDiffuseFieldOut()
{
    const auto shares = solidAngles();

    for (const Ear ear : eitherEar)
    {
        std::vector<double> power (directions.front().ears[0].levelsDb.size());

        for (std::size_t d = 0; d < directions.size(); ++d)
            for (std::size_t n = 0; n < power.size(); ++n)
                power[n] += shares[d]
                            * std::pow (10.0, directions[d].ears[indexOf (ear)].levelsDb[n] / 10.0);

        for (auto& direction : directions)
            for (std::size_t n = 0; n < power.size(); ++n)
                direction.ears[indexOf (ear)].levelsDb[n] -= static_cast<float> (
                    10.0 * std::log10 (power[n]));
    }
}

void HrtfSet::centreDelays()
{
    double sum = 0.0;

    for (const auto& direction : directions)
        sum += 0.5 * (direction.ears[0].excessSeconds + direction.ears[1].excessSeconds);

    for (auto& direction : directions)
        for (auto& ear : direction.ears)
            ear.excessSeconds -= sum / static_cast<double> (directions.size());
}

} // namespace library
