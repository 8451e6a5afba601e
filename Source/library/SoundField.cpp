// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/SoundField.h"

#include "dsp/MinimumPhaseSpectrum.h"
#include "library/DiffuseTail.h"
#include "library/Geometry.h"
#include "library/ImageSources.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace library
{

namespace
{

using Spectrum = std::vector<std::complex<double>>;

// Where a fractional delay would ring, just below Nyquist, the arrivals fade out.
constexpr double fadeFromNyquist = 0.9;

// The sphere's phase below 300 Hz reaches a little before the arrival: room for it.
constexpr double guardSeconds = 0.0005;

constexpr double arrivalSeconds = 0.001;

/** Places arrivals, each coloured by the head, on the time line of the two ears. */
class EarTimeline
{
public:
    EarTimeline (const HrtfSet& listener, units::SampleRate sampleRate)
        : head (listener),
          rate (sampleRate),
          fft (HrtfSet::transformSize (sampleRate)),
          guard (rate.framesIn ({ guardSeconds }))
    {}

    const dsp::DesignFft& transform() const { return fft; }
    double binHz() const
    {
        return static_cast<double> (rate.hertz) / static_cast<double> (fft.size());
    }

    /** @param filter  bins of transform(), or nullptr */
    void add (const units::Position& source, double seconds, double gain, const Spectrum* filter)
    {
        auto arrivals = head.arrivals (source, rate, fft);

        for (std::size_t ear = 0; ear < 2; ++ear)
        {
            auto& bins = arrivals.bins[ear];

            for (std::size_t k = 0; k < bins.size(); ++k)
                bins[k] *= gain * nearNyquist (k) * (filter != nullptr ? (*filter)[k] : 1.0);

            place (samples[ear], bins, seconds + arrivals.delaySeconds[ear]);
        }
    }

    SoundField::Ears take()
    {
        const auto length = std::max (samples[0].size(), samples[1].size());
        samples[0].resize (length);
        samples[1].resize (length);
        return std::move (samples);
    }

private:
    double nearNyquist (std::size_t bin) const
    {
        const double way = (static_cast<double> (bin) / static_cast<double> (fft.numBins() - 1)
                            - fadeFromNyquist)
                           / (1.0 - fadeFromNyquist);
        return way <= 0.0 ? 1.0 : 0.5 + 0.5 * std::cos (std::numbers::pi * way);
    }

    void place (std::vector<double>& ear, Spectrum& bins, double seconds) const
    {
        const double arrival = seconds * rate.hertz
                               + static_cast<double> (framesBeforeArrival (rate));
        const double whole = std::floor (arrival);
        const double shift = static_cast<double> (guard) + (arrival - whole);
        const double radiansPerBin = 2.0 * std::numbers::pi / static_cast<double> (fft.size());

        for (std::size_t k = 0; k < bins.size(); ++k)
            bins[k] *= std::polar (1.0, -radiansPerBin * static_cast<double> (k) * shift);

        const auto burst = fft.inverse (bins);
        const auto start = static_cast<std::ptrdiff_t> (whole)
                           - static_cast<std::ptrdiff_t> (guard);
        PRECONDITION (start >= 0);
        const auto first = static_cast<std::size_t> (start);
        ear.resize (std::max (ear.size(), first + burst.size()));

        for (std::size_t n = 0; n < burst.size(); ++n)
            ear[first + n] += burst[n];
    }

    const HrtfSet& head;
    units::SampleRate rate;
    dsp::DesignFft fft;
    std::size_t guard;
    SoundField::Ears samples;
};

/** What remains after `bounces` walls that absorb this much energy. */
Spectrum reflected (const OctaveFigures& absorption, std::size_t bounces, const EarTimeline& ears)
{
    OctaveFigures levels {};

    for (std::size_t b = 0; b < levels.size(); ++b)
        levels[b] = static_cast<double> (bounces) * 10.0 * std::log10 (1.0 - absorption[b]);

    const auto curve = overOctaves (levels);
    std::vector<double> levelsDb;

    for (std::size_t k = 0; k < ears.transform().numBins(); ++k)
        levelsDb.push_back (
            curve.levelDbAt (std::max (1.0, ears.binHz() * static_cast<double> (k))));

    return dsp::minimumPhaseSpectrum (levelsDb, ears.transform());
}

/** One image of the loudspeaker, later and fainter by its longer way. */
void addImage (EarTimeline& ears,
               const Placement& loudspeaker,
               const units::Position& image,
               const Spectrum& filter)
{
    const double direct = loudspeaker.position.distanceMetres;
    ears.add (image,
              loudspeaker.secondsAfterFirst
                  + (image.distanceMetres - direct) / speedOfSoundMetresPerSecond,
              loudspeaker.gain * direct / image.distanceMetres,
              &filter);
}

void addWalls (EarTimeline& ears, const Room& room, const Placement& loudspeaker)
{
    std::vector<Spectrum> afterBounces;

    for (int bounces = 1; bounces <= room.imageOrder; ++bounces)
        afterBounces.push_back (
            reflected (room.absorption, static_cast<std::size_t> (bounces), ears));

    for (const auto& image : imageSources (room, loudspeaker.position))
        addImage (ears, loudspeaker, image.position, afterBounces[image.bounces - 1]);
}

void addDesk (EarTimeline& ears, const Desk& desk, const Placement& loudspeaker)
{
    // What lies on the table radiates into the half-space above it: its measurement has the table.
    constexpr double liesOnTableMetres = 0.03;
    auto point = pointAt (loudspeaker.position);

    if (point.z + desk.metresBelowHead <= liesOnTableMetres)
        return;

    point.z = -2.0 * desk.metresBelowHead - point.z;
    addImage (ears, loudspeaker, positionOf (point), reflected (desk.absorption, 1, ears));
}

void addCabin (EarTimeline& ears, const Cabin& cabin, const Placement& loudspeaker)
{
    Spectrum lowPass (ears.transform().numBins());

    for (std::size_t k = 0; k < lowPass.size(); ++k)
        lowPass[k] = 1.0
                     / std::complex {
                           1.0, ears.binHz() * static_cast<double> (k) / cabin.reflectionLowPassHz
                       };

    // Directions are given for a loudspeaker on the left; the right one's are mirrored.
    const double side = loudspeaker.position.direction.azimuthDegrees < 0.0 ? -1.0 : 1.0;

    for (const auto& reflection : cabin.reflections)
        ears.add ({ { side * reflection.azimuthDegrees, reflection.elevationDegrees },
                    loudspeaker.position.distanceMetres
                        + speedOfSoundMetresPerSecond * reflection.delaySeconds },
                  loudspeaker.secondsAfterFirst + reflection.delaySeconds,
                  loudspeaker.gain * std::pow (10.0, reflection.levelDb / 20.0),
                  &lowPass);
}

SoundField::Ears
tailOf (const DiffuseDecay& decay, const Placement& loudspeaker, units::SampleRate rate)
{
    const std::size_t before = framesBeforeArrival (rate)
                               + rate.framesIn ({ loudspeaker.secondsAfterFirst });
    const double longest = static_cast<double> (mostTaps - before) / rate.hertz;
    auto tail = diffuseTail (decay, rate, loudspeaker.seed, longest);

    for (auto& ear : tail)
    {
        for (double& sample : ear)
            sample *= loudspeaker.gain;

        ear.insert (ear.begin(), before, 0.0);
    }

    return tail;
}

DiffuseDecay decayOf (const Cabin& cabin)
{
    DiffuseDecay decay { {}, {}, 0.001, 0.01 }; // while the single reflections speak
    decay.reverberationTimeSeconds.fill (cabin.tailSeconds);
    decay.levelDb.fill (cabin.tailLevelDb);
    return decay;
}

} // namespace

std::size_t framesBeforeArrival (units::SampleRate rate)
{
    return rate.framesIn ({ arrivalSeconds });
}

SoundField soundField (const HrtfSet& head,
                       const ListeningEnvironment* environment,
                       const Placement& loudspeaker,
                       units::SampleRate rate)
{
    SoundField field;
    EarTimeline ears { head, rate };
    ears.add (loudspeaker.position, loudspeaker.secondsAfterFirst, loudspeaker.gain, nullptr);
    field.direct = ears.take();

    if (environment == nullptr)
        return field;

    EarTimeline reflections { head, rate };

    if (environment->room)
        addWalls (reflections, *environment->room, loudspeaker);

    if (environment->desk)
        addDesk (reflections, *environment->desk, loudspeaker);

    if (environment->cabin)
        addCabin (reflections, *environment->cabin, loudspeaker);

    field.early = reflections.take();

    if (environment->room)
        field.late = tailOf (
            decayOf (*environment->room, loudspeaker.position.distanceMetres), loudspeaker, rate);
    else if (environment->cabin)
        field.late = tailOf (decayOf (*environment->cabin), loudspeaker, rate);

    return field;
}

} // namespace library
