// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/Fft.h"
#include "files/SofaFile.h"
#include "library/Geometry.h"
#include "library/Provenance.h"
#include "library/SphericalHead.h"
#include "units/Direction.h"
#include "units/Result.h"
#include "units/SampleRate.h"

#include <array>
#include <complex>
#include <string>
#include <vector>

namespace library
{

/** How the sound of one source reaches the two ears, left first. */
struct EarArrivals
{
    /** Directional transfer functions at bins 0 … size / 2, their delay taken out. */
    std::array<std::vector<std::complex<double>>, 2> bins;

    /** Arrival at each ear after arrival at the place of the head's centre; negative: earlier. */
    std::array<double, 2> delaySeconds {};
};

/** A head: directional transfer functions (DTF) to its two ears, from any position.

    A DTF is the HRTF over the set's own diffuse-field response, so neither the microphones nor the
    loudspeaker of the measurement are in it, and the power mean over all directions is 0 dB. It is
    kept as magnitude and delay: minimum phase and an interaural delay are what the ear needs
    (Kulkarni, Isabelle & Colburn 1999).

    Between measured directions the levels in dB and the delays' difference from a rigid sphere are
    interpolated over the four nearest (modified Shepard weights: exact at a measured direction,
    continuous between). Below 100 Hz the DTF is 0 dB and its phase that of the rigid sphere, from
    300 Hz on that of the data. Nearer than the measuring distance each ear takes the direction in
    which it sees the source, and the level of the rigid sphere there over that at the measuring
    distance (distance variation, Kan, Jin & van Schaik 2009).

    A value. Off the audio thread.
*/
class HrtfSet
{
public:
    /** Any rate, two receivers, SimpleFreeFieldHRIR, at least 16 directions.
        @param where  the file, which the set is named after and Problems name */
    static units::Result<HrtfSet> fromSofa (const files::SofaFile& file, const std::string& where);

    /** A rigid sphere: right in delay and shadow below 2 kHz, without ears above. Modelled. */
    static HrtfSet sphericalHead();

    const std::string& name() const { return title; }
    Evidence evidence() const { return basis; }
    double measuringDistanceMetres() const { return distance; }

    /** Length of the transforms in which arrivals (…) speaks at this rate: about 21 ms. */
    static std::size_t transformSize (units::SampleRate rate);

    /** @param fft  of transformSize (rate) samples
        @param source  outside the head (at least 2 mm from its surface) */
    EarArrivals arrivals (const units::Position& source,
                          units::SampleRate rate,
                          const dsp::DesignFft& fft) const;

private:
    /** What one ear receives from one measured direction. */
    struct EarFigures
    {
        std::vector<float> levelsDb; ///< DTF, at multiples of stepHz
        double excessSeconds = 0.0;  ///< delay beyond that of the rigid sphere
    };

    struct MeasuredDirection
    {
        Point unit {};
        std::array<EarFigures, 2> ears {};
    };

    struct Neighbour
    {
        const MeasuredDirection* direction;
        double weight;
    };

    HrtfSet (std::string name, Evidence evidence, double distanceMetres, double gridStepHz)
        : title (std::move (name)),
          basis (evidence),
          distance (distanceMetres),
          stepHz (gridStepHz)
    {}

    void takeDiffuseFieldOut();
    void centreDelays();
    std::vector<double> solidAngles() const;
    std::array<Neighbour, 4> neighbours (const Point& unit) const;
    std::vector<double>
    levels (const std::array<Neighbour, 4>& around, Ear ear, double binHz, std::size_t count) const;

    std::string title;
    Evidence basis;
    double distance;
    double stepHz;
    std::vector<MeasuredDirection> directions;
};

} // namespace library
