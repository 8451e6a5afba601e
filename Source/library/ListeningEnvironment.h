// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    OctaveFigures
        reverberantLevelDb {}; ///< tail energy re direct sound of a flat omni at 1 m … see docs

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
    std::optional<BackgroundNoise> noise;
};

} // namespace library
