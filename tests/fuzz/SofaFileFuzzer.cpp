// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/SofaArrays.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "MemoryFile.h"

namespace
{

/** Takes the input apart; gives zeros when it is used up. */
class Bytes
{
public:
    Bytes (const std::uint8_t* first, std::size_t count) : next (first), left (count) {}

    std::uint8_t byte()
    {
        if (left == 0)
            return 0;

        --left;
        return *next++;
    }

    /** Any double at all, or a small whole number. */
    double number()
    {
        if (byte() % 4 != 0 || left < sizeof (double))
            return static_cast<double> (byte());

        double value = 0.0;
        std::memcpy (&value, next, sizeof value);
        next += sizeof value;
        left -= sizeof value;
        return value;
    }

    std::vector<double> numbers()
    {
        std::vector<double> values (byte());

        for (double& value : values)
            value = number();

        return values;
    }

private:
    const std::uint8_t* next;
    std::size_t left;
};

files::SofaPositions positions (Bytes& bytes)
{
    files::SofaPositions positions;
    positions.type = bytes.byte() % 2 == 0 ? "spherical" : "cartesian";
    positions.units = bytes.byte() % 2 == 0 ? "degree, degree, metre" : "radian, radian, metre";
    positions.values = bytes.numbers();
    return positions;
}

files::SofaArrays arrays (Bytes& bytes)
{
    constexpr const char* conventions[] = {
        "SimpleFreeFieldHRIR", "MultiSpeakerBRIR", "SingleRoomSRIR", "Anything"
    };
    constexpr const char* orders[] = { "M,R,N", "M,R,E,N", "M,E,R,N", "N" };

    files::SofaArrays made;
    made.conventions = conventions[bytes.byte() % 4];
    made.responseOrder = orders[bytes.byte() % 4];
    made.measurements = bytes.byte();
    made.receivers = bytes.byte();
    made.emitters = bytes.byte();
    made.samples = bytes.byte();
    made.ratesHz = { bytes.byte() % 2 == 0 ? 48000.0 : bytes.number() };
    made.responses = bytes.numbers();
    made.delays = bytes.numbers();
    made.source = positions (bytes);
    made.emitter = positions (bytes);
    made.listener = positions (bytes);
    made.view = positions (bytes);
    made.up = positions (bytes);
    return made;
}

} // namespace

/** Fuzzes what we make of the arrays. libmysofa itself cannot be watched here: it is the system's
    library, without instrumentation. */
extern "C" int LLVMFuzzerTestOneInput (const std::uint8_t* input, std::size_t count)
{
    Bytes bytes (input, count);
    const auto sofa = files::arrangeSofa (arrays (bytes), "fuzz.sofa");

    if (! sofa)
        return sofa.problem().what.empty() || sofa.problem().cure.empty() ? std::abort(), 0 : 0;

    for (const auto& measurement : sofa->measurements)
    {
        const double azimuth = measurement.source.direction.azimuthDegrees;

        if (! (azimuth > -180.0 && azimuth <= 180.0)
            || measurement.impulseResponses.size() != sofa->numReceivers)
            std::abort();
    }

    return 0;
}
