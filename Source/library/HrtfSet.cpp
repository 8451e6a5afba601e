// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/HrtfSet.h"

#include "dsp/MinimumPhaseSpectrum.h"
#include "library/HrtfAnalysis.h"
#include "library/SpherePoints.h"
#include "units/Precondition.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <filesystem>
#include <limits>
#include <numbers>

namespace library
{

namespace
{

constexpr std::array ears { Ear::left, Ear::right };

// signal-chain, section 0: the rigid sphere up to here, the data from there on.
constexpr double sphereUpToHz = 100.0;
constexpr double dataFromHz = 300.0;

// So near to the skin that a source is in the hair; the sphere's series needs to stay outside.
constexpr double nearestMetres = headRadiusMetres + 0.002;

// The solid angle that belongs to each measured direction is counted with this many points.
constexpr std::size_t pointsForSolidAngles = 8000;

std::size_t place (Ear ear) { return ear == Ear::left ? 0 : 1; }

/** 0 below 100 Hz, 1 above 300 Hz, smooth over log frequency between. */
double trustInData (double frequencyHz)
{
    if (frequencyHz <= sphereUpToHz)
        return 0.0;

    const double way = std::log (frequencyHz / sphereUpToHz) / std::log (dataFromHz / sphereUpToHz);
    return way >= 1.0 ? 1.0 : 0.5 - 0.5 * std::cos (std::numbers::pi * way);
}

units::Position outsideTheHead (units::Position source)
{
    source.distanceMetres = std::max (source.distanceMetres, nearestMetres);
    return source;
}

/** What being nearer than the measuring distance does to the level at one ear. */
class DistanceVariation
{
public:
    DistanceVariation (Ear ear, const units::Position& source, double measuredMetres)
    {
        const auto seen = directionSeenFromEar (ear, source, measuredMetres);
        const auto here = incidence (ear, source);
        const auto there = incidence (ear, { seen, measuredMetres });

        for (std::size_t n = 0; n < levelsDb.size(); ++n)
        {
            const units::Hertz frequency { frequencyHz (static_cast<double> (n)) };
            levelsDb[n] = 20.0
                          * std::log10 (std::abs (sphericalHeadPressure (here, frequency))
                                        / std::abs (sphericalHeadPressure (there, frequency)));
        }
    }

    double levelDbAt (double hertz) const
    {
        const double where = std::clamp (pointsPerOctave
                                             * std::log2 (std::max (hertz, 1.0) / lowHz),
                                         0.0,
                                         static_cast<double> (levelsDb.size() - 1));
        const auto below = std::min (static_cast<std::size_t> (where), levelsDb.size() - 2);
        const double fraction = where - static_cast<double> (below);

        return levelsDb[below] + fraction * (levelsDb[below + 1] - levelsDb[below]);
    }

private:
    static constexpr double lowHz = 50.0;
    static constexpr double pointsPerOctave = 4.0;

    static double frequencyHz (double n) { return lowHz * std::exp2 (n / pointsPerOctave); }

    std::array<double, 36> levelsDb {}; ///< 50 Hz to 21.5 kHz
};

/** Turns the phase below 300 Hz into that of the rigid sphere, its delay taken out. */
void blendPhaseIntoSphere (std::vector<std::complex<double>>& bins,
                           const Incidence& incidence,
                           double binHz,
                           double delaySeconds)
{
    for (std::size_t k = 1; k < bins.size(); ++k)
    {
        const double frequency = binHz * static_cast<double> (k);
        const double trust = trustInData (frequency);

        if (trust >= 1.0)
            return;

        const auto turn = std::polar (1.0, 2.0 * std::numbers::pi * frequency * delaySeconds);
        const double sphere = std::arg (sphericalHeadPressure (incidence, { frequency }) * turn);
        const double phase = trust * std::arg (bins[k]) + (1.0 - trust) * sphere;
        bins[k] = std::polar (std::abs (bins[k]), phase);
    }
}

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

std::size_t HrtfSet::transformSize (units::SampleRate rate)
{
    return std::bit_ceil (rate.framesIn ({ 0.016 }));
}

units::Result<HrtfSet> HrtfSet::fromSofa (const files::SofaFile& file, const std::string& where)
{
    if (auto reason = reasonAgainst (file, where))
        return *reason;

    const dsp::DesignFft fft { std::bit_ceil (
        std::max (2 * file.numSamples, file.rate.framesIn ({ 0.02 }))) };
    const dsp::DesignFft fineFft { 4 * fft.size() };
    HrtfSet set { std::filesystem::path (where).stem().string(),
                  Evidence::measuredIr,
                  std::max (file.measurements.front().source.distanceMetres, 2.0 * nearestMetres),
                  static_cast<double> (file.rate.hertz) / static_cast<double> (fft.size()) };

    for (std::size_t m = 0; m < file.measurements.size(); ++m)
    {
        const auto& measured = file.measurements[m];
        MeasuredDirection direction { unitVector (measured.source.direction), {} };

        for (const Ear ear : ears)
        {
            const auto& samples = measured.impulseResponses[place (ear)];

            if (isSilent (samples))
                return unusable (where + ": measurement " + std::to_string (m),
                                 "one ear is silent.",
                                 "Choose a complete set of responses.");

            const auto parts = hrirParts ({ samples, file.rate }, fft, fineFft);
            const auto sphere = sphericalHeadDelay (incidence (ear, measured.source));
            direction.ears[place (ear)] = { { parts.levelsDb.begin(), parts.levelsDb.end() },
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

        for (const Ear ear : ears)
        {
            const auto from = incidence (ear, { direction, distanceMetres });
            measured.ears[place (ear)] = { sphere.at (from.angleRadians), 0.0 };
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

    for (const Ear ear : ears)
    {
        std::vector<double> power (directions.front().ears[0].levelsDb.size());

        for (std::size_t d = 0; d < directions.size(); ++d)
            for (std::size_t n = 0; n < power.size(); ++n)
                power[n] += shares[d]
                            * std::pow (10.0, directions[d].ears[place (ear)].levelsDb[n] / 10.0);

        for (auto& direction : directions)
            for (std::size_t n = 0; n < power.size(); ++n)
                direction.ears[place (ear)].levelsDb[n] -= static_cast<float> (
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

std::array<HrtfSet::Neighbour, 4> HrtfSet::neighbours (const Point& unit) const
{
    constexpr std::size_t wanted = 4;
    std::array<std::pair<double, const MeasuredDirection*>, wanted + 1> nearest;
    nearest.fill ({ std::numeric_limits<double>::infinity(), nullptr });

    for (const auto& direction : directions)
    {
        const double away = length (direction.unit - unit);

        if (away >= nearest.back().first)
            continue;

        nearest.back() = { away, &direction };
        std::inplace_merge (nearest.begin(), nearest.end() - 1, nearest.end());
    }

    // Franke and Little's weights fall to zero at the fifth nearest; a little beyond it, so that
    // five at the same distance still weigh something.
    const double reach = 1.001 * nearest.back().first;
    std::array<Neighbour, wanted> around {};
    double sum = 0.0;

    for (std::size_t n = 0; n < wanted; ++n)
    {
        const double away = std::max (nearest[n].first, 1.0e-6);
        const double weight = std::pow ((reach - away) / (reach * away), 2.0);
        around[n] = { nearest[n].second, weight };
        sum += weight;
    }

    for (auto& neighbour : around)
        neighbour.weight /= sum;

    return around;
}

std::vector<double> HrtfSet::levels (const std::array<Neighbour, 4>& around,
                                     Ear ear,
                                     double binHz,
                                     std::size_t count) const
{
    const std::size_t points = directions.front().ears[0].levelsDb.size();
    std::vector<double> blend (points);

    for (const auto& neighbour : around)
        for (std::size_t n = 0; n < points; ++n)
            blend[n] += neighbour.weight * neighbour.direction->ears[place (ear)].levelsDb[n];

    std::vector<double> levelsDb (count);

    for (std::size_t k = 0; k < count; ++k)
    {
        const double frequency = binHz * static_cast<double> (k);
        const double where = std::min (frequency / stepHz, static_cast<double> (points - 1));
        const auto below = std::min (static_cast<std::size_t> (where), points - 2);
        const double fraction = where - static_cast<double> (below);
        levelsDb[k] = trustInData (frequency)
                      * (blend[below] + fraction * (blend[below + 1] - blend[below]));
    }

    return levelsDb;
}

EarArrivals HrtfSet::arrivals (const units::Position& from,
                               units::SampleRate rate,
                               const dsp::DesignFft& fft) const
{
    PRECONDITION (fft.size() == transformSize (rate));
    const auto source = outsideTheHead (from);
    const bool isNear = source.distanceMetres < distance;
    const double binHz = static_cast<double> (rate.hertz) / static_cast<double> (fft.size());
    EarArrivals result;

    for (const Ear ear : ears)
    {
        const auto direction = isNear ? directionSeenFromEar (ear, source, distance)
                                      : source.direction;
        const auto around = neighbours (unitVector (direction));
        auto levelsDb = levels (around, ear, binHz, fft.numBins());

        if (isNear)
        {
            const DistanceVariation variation { ear, source, distance };

            for (std::size_t k = 0; k < levelsDb.size(); ++k)
                levelsDb[k] += variation.levelDbAt (binHz * static_cast<double> (k));
        }

        double delay = sphericalHeadDelay (incidence (ear, source)).value;

        for (const auto& neighbour : around)
            delay += neighbour.weight * neighbour.direction->ears[place (ear)].excessSeconds;

        auto& bins = result.bins[place (ear)];
        bins = dsp::minimumPhaseSpectrum (levelsDb, fft);
        blendPhaseIntoSphere (bins, incidence (ear, source), binHz, delay);
        result.delaySeconds[place (ear)] = delay;
    }

    return result;
}

} // namespace library
