// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/SofaFile.h"
#include "units/Result.h"

#include <array>
#include <string>
#include <vector>

namespace files
{

/** One position or direction of AES69, as many as the file has: one for all, or one each. */
struct SofaPositions
{
    std::vector<double> values; ///< n × 3
    std::string type;           ///< "spherical" (azimuth, elevation, distance) or "cartesian"
    std::string units;          ///< "degree, degree, metre" or "metre"
};

/** What a SOFA file holds, before its arrays are brought into one shape. */
struct SofaArrays
{
    std::size_t measurements = 0; ///< M
    std::size_t receivers = 0;    ///< R
    std::size_t emitters = 0;     ///< E
    std::size_t samples = 0;      ///< N

    std::string conventions;
    std::string title;
    std::string databaseName;
    std::string licence;

    std::vector<double> responses;
    std::string responseOrder; ///< "M,R,N", "M,R,E,N" or "M,E,R,N"
    std::vector<double> ratesHz;
    std::vector<double> delays; ///< in samples; R, M × R, R × E or M × R × E

    SofaPositions source;
    SofaPositions emitter;
    SofaPositions listener;
    SofaPositions view;
    SofaPositions up;
};

/** One measurement for each source and each emitter, seen from the listener; delays go into the
    responses, fractions of a sample by a windowed sinc. @returns a Problem for conventions other
    than impulse responses in space, and for arrays that do not fit together. */
units::Result<SofaFile> arrangeSofa (const SofaArrays& arrays, const std::string& where);

} // namespace files
