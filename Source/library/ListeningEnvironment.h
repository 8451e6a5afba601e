// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dsp/FrequencyResponse.h"
#include "library/Provenance.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace library
{

/** A figure per octave band, 63, 125, 250, 500, 1k, 2k, 4k, 8k Hz. */
using OctaveFigures = std::array<double, 8>;

constexpr OctaveFigures octaveCentresHz { 63, 125, 250, 500, 1000, 2000, 4000, 8000 };

/** The figures, taken as dB, as a curve: straight over log frequency, level beyond the ends. */
dsp::FrequencyResponse overOctaves (const OctaveFigures& figures);

/** A box-shaped room: image sources up to 'imageOrder', then a diffuse tail. */
struct Room
{
    std::array<double, 3> sizeMetres { 5.0, 4.0, 2.7 }; ///< length (ahead), width, height
    std::array<double, 3> listenerMetres { 2.5,
                                           2.0,
                                           1.2 }; ///< head's centre, from the right rear corner
    int imageOrder = 2;
    OctaveFigures absorption {};               ///< energy absorbed by the walls, 0 … 1
    OctaveFigures reverberationTimeSeconds {}; ///< T60 of the tail

    /** Energy of the whole exponential decay, as if it began with the direct sound, re the energy of
        the direct sound of a flat omnidirectional source 1 m away. By Sabine: 10·lg (16π / A). */
    OctaveFigures reverberantLevelDb {};

    /** What an ordinary loudspeaker in this room sends towards the walls and all round, re its axis:
        for those that bring no early-reflection and sound-power curves of their own. 0: as much. */
    OctaveFigures usualEarlyReflectionsDb {};
    OctaveFigures usualSoundPowerDb {};

    bool operator== (const Room&) const = default;
};

/** A car's cabin, relative to the direct sound of each loudspeaker. */
struct Cabin
{
    struct Reflection
    {
        double delaySeconds;
        double levelDb;
        double azimuthDegrees;
        double elevationDegrees;

        bool operator== (const Reflection&) const = default;
    };

    double gainCornerHz = 66.0; ///< below it +12 dB per octave …
    double gainLimitDb = 12.0;  ///< … up to here
    std::vector<Reflection> reflections;
    double reflectionLowPassHz = 6000.0;
    double tailSeconds = 0.06;
    double tailLevelDb = -12.0;

    bool operator== (const Cabin&) const = default;
};

/** A table top under the loudspeakers: a mirror below them, delay about 2 h · sin α. */
struct Desk
{
    double metresBelowHead = 0.45; ///< the table top, below the head's centre
    OctaveFigures absorption {};   ///< energy absorbed by it, 0 … 1

    bool operator== (const Desk&) const = default;
};

/** Diffuse background noise at the ear's place. */
struct BackgroundNoise
{
    /** dB SPL in third octaves, 25 Hz … 16 kHz: pairs of centre and level, ascending. */
    dsp::FrequencyResponse thirdOctavesDbSpl = dsp::FrequencyResponse::flat (
        units::Decibels { 0.0 });

    bool operator== (const BackgroundNoise&) const = default;
};

/** A room, a cabin, and what can be heard there: ir_library/environments/<id>.json. */
struct ListeningEnvironment
{
    std::string id;
    std::string name;
    std::string summary;
    Provenance provenance;
    std::optional<Room> room;
    std::optional<Cabin> cabin;
    std::optional<Desk> desk;
    std::optional<BackgroundNoise> noise;
};

} // namespace library
