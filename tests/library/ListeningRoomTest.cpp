// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/EnvironmentReader.h"
#include "library/ScenarioExamples.h"

#include <gtest/gtest.h>

#include <array>
#include <numbers>

namespace
{

using namespace scenario_examples;

using Octaves = std::array<double, 6>; // 250 Hz … 8 kHz

/** Energies re the direct sound, dB, of the 14 horizontal loudspeakers of the BBC listening room taken
    together (docs/acoustics.md, "The listening room"). */
constexpr Octaves measuredEarlyDb { -1.3, -2.1, -3.3, -4.7, -7.5, -6.6 };  // 2.5 to 20 ms
constexpr Octaves measuredLateDb { -5.6, -6.9, -8.0, -9.1, -11.1, -11.3 }; // after 20 ms

constexpr std::array azimuths { 0, 30, -30, 45, -45, 60, -60, 90, -90, 110, -110, 135, -135, 180 };

library::ListeningEnvironment listeningRoom()
{
    const auto environment = library::readEnvironment (
        std::filesystem::path (ELSEWHERE_SOURCE_DIR)
            / "ir_library/environments/listening-room.json",
        library::Strictness::strict);
    return environment.value();
}

/** A flat loudspeaker in that room, seen from the head's centre. */
dsp::TransferMatrix
heard (double azimuth, const library::ListeningEnvironment& room, const library::HrtfSet& head)
{
    const auto headphones = diffuseFieldHeadphones();
    const auto speaker = loudspeaker (
        library::Fold::Kind::leftOnly, { { { azimuth, 0.0 }, 2.0 } }, flat());
    library::ListeningScenario scenario;
    scenario.device = &speaker;
    scenario.environment = &room;
    scenario.headphones = &headphones;
    scenario.head = &head;
    return library::scenarioResponse (scenario, targets(), rate)->matrix;
}

std::vector<double> between (std::span<const double> path, double fromSeconds, double toSeconds)
{
    const auto arrival = static_cast<double> (
        library::arrivalFrame (library::Listening::headphones, rate));
    std::vector<double> part (path.size());

    for (std::size_t n = 0; n < path.size(); ++n)
    {
        const double seconds = (static_cast<double> (n) - arrival) / rate.hertz;

        if (seconds >= fromSeconds && seconds < toSeconds)
            part[n] = path[n];
    }

    return part;
}

struct Energies
{
    Octaves direct {};
    Octaves early {};
    Octaves late {};
};

void addTo (Octaves& sum, const std::vector<double>& part)
{
    for (std::size_t b = 0; b < sum.size(); ++b)
    {
        const double centre = 250.0 * std::exp2 (static_cast<double> (b));
        sum[b] += bandPower (part, centre / std::sqrt (2.0), centre * std::sqrt (2.0));
    }
}

double ratioDb (double a, double b) { return 10.0 * std::log10 (a / b); }

/** Seconds for 60 dB, from −5 to −25 dB of the backward integral of one octave. */
double reverberationTime (std::span<const double> path, double centreHz)
{
    const dsp::DesignFft fft { 65536 };
    auto bins = fft.forward (path.subspan (0, std::min<std::size_t> (path.size(), 65536)));

    // Round flanks, as wide as the octave is, so that the filter does not ring longer than the room.
    for (std::size_t k = 0; k < bins.size(); ++k)
    {
        const double away = std::abs (
            std::log2 ((static_cast<double> (k) + 0.01) * rate.hertz / 65536.0 / centreHz));
        bins[k] *= away >= 1.0 ? 0.0 : std::cos (0.5 * std::numbers::pi * away);
    }

    const auto band = fft.inverse (bins);
    std::vector<double> remaining (path.size());
    double sum = 0.0;

    for (std::size_t n = remaining.size(); n-- > 0;)
        remaining[n] = sum += band[n] * band[n];

    const auto frameAt = [&] (double db) {
        std::size_t n = 0;

        while (ratioDb (remaining[n], remaining[0]) > db)
            ++n;

        return static_cast<double> (n);
    };

    return 3.0 * (frameAt (-25.0) - frameAt (-5.0)) / rate.hertz;
}

} // namespace

TEST (ListeningRoom, hasTheEarlyAndLateEnergyOfTheMeasuredRoom)
{
    const auto room = listeningRoom();
    const auto head = library::HrtfSet::sphericalHead();
    Energies sum;

    for (const double azimuth : azimuths)
    {
        const auto matrix = heard (azimuth, room, head);

        for (std::size_t ear = 0; ear < 2; ++ear)
        {
            const auto path = matrix.path (ear, 0);
            addTo (sum.direct, between (path, -1.0, 0.0025));
            addTo (sum.early, between (path, 0.0025, 0.020));
            addTo (sum.late, between (path, 0.020, 10.0));
        }
    }

    for (std::size_t b = 0; b < measuredEarlyDb.size(); ++b)
    {
        EXPECT_NEAR (ratioDb (sum.early[b], sum.direct[b]), measuredEarlyDb[b], 1.5) << b;
        EXPECT_NEAR (ratioDb (sum.late[b], sum.direct[b]), measuredLateDb[b], 1.5) << b;
    }
}

TEST (ListeningRoom, decaysAsTheMeasuredRoom)
{
    const auto room = listeningRoom();
    const auto head = library::HrtfSet::sphericalHead();

    for (std::size_t b = 2; b < 8; ++b)
    {
        double sum = 0.0;

        for (const double azimuth : { 30.0, -30.0, 90.0, -110.0 })
        {
            const auto matrix = heard (azimuth, room, head);

            for (std::size_t ear = 0; ear < 2; ++ear)
                sum += reverberationTime (matrix.path (ear, 0), library::octaveCentresHz[b]) / 8.0;
        }

        const double expected = room.room->reverberationTimeSeconds[b];
        EXPECT_NEAR (sum / expected, 1.0, 0.15) << library::octaveCentresHz[b];
    }
}
