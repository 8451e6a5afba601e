// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/ServiceGain.h"

#include "analysis/rules/Figures.h"

#include <array>
#include <string>

namespace analysis
{

namespace
{

using figures::signedTenths;
using figures::tenths;

struct Service
{
    std::string_view name;
    std::string_view measure;
    double targetLufs;
};

// What the services say or have been measured to do by default, in 2024; YouTube never turns up.
constexpr std::array services {
    Service { "Spotify", "gainOnSpotifyDb", -14.0 },
    Service { "YouTube", "gainOnYouTubeDb", -14.0 },
    Service { "TIDAL", "gainOnTidalDb", -14.0 },
    Service { "Amazon Music", "gainOnAmazonDb", -14.0 },
    Service { "Deezer", "gainOnDeezerDb", -15.0 },
    Service { "Apple Music", "gainOnAppleDb", -16.0 },
};

constexpr double worthSayingLu = 3.0;
constexpr double heavyLu = 6.0;
constexpr double denseplrDb = 8.0;
constexpr double mostTargetLufs = -14.0;

double gainOn (const Service& service, double integrated, double peakDbtp)
{
    const double gain = service.targetLufs - integrated;

    // A service that turns up stops where the peaks would clip.
    return service.name == "YouTube" ? std::min (gain, 0.0)
                                     : std::min (gain, std::max (0.0, -1.0 - peakDbtp));
}

std::string sentenceOf (double penalty, double plr)
{
    const auto base = "Most services will turn it down by " + tenths (penalty) + " dB ("
                      + tenths (penalty + 2.0) + " dB on Apple Music)";

    return penalty >= heavyLu && plr < denseplrDb
               ? base + ": all that the limiting gained is taken back, and the punch stays away."
               : base + ", and everyone else's music will be as loud.";
}

Finding findingOf (const MasterMeasures& master, double integrated, double plr)
{
    const double penalty = integrated - mostTargetLufs;
    Finding finding;
    finding.rule = RuleId::serviceGain;
    finding.ranges = { { 0.0, master.seconds } };
    finding.spread = Spread::widespread;
    finding.evidence = { "integrated loudness over the services' target of -14 LUFS",
                         penalty,
                         worthSayingLu,
                         "LU",
                         Basis::standard,
                         "ITU-R BS.1770-5; targets as the services state them (AES TD1008 "
                         "recommends -16 LUFS, -14 for the loudest track of an album)" };
    finding.summary = sentenceOf (penalty, plr);
    finding.remedy.proposals = { { Treatment::Kind::gain, 0.0, -penalty, 0.7 } };
    finding.remedy.sentence = "Nothing need be done; less limiting would sound as loud there: "
                              "untried.";
    return finding;
}

} // namespace

Judgement serviceGain (const Comparison& comparison)
{
    const auto& loudness = comparison.master.loudness;
    Judgement judgement;

    if (! loudness.integrated || ! loudness.truePeakDbtp)
    {
        judgement.notAssessable = "The file is silent, or shorter than 0.4 s.";
        return judgement;
    }

    const double integrated = loudness.integrated->value;
    const double plr = loudness.peakToLoudnessDb().value();
    judgement.measures = { { "plrDb", plr } };

    for (const auto& service : services)
        judgement.measures.push_back (
            { std::string (service.measure),
              gainOn (service, integrated, loudness.truePeakDbtp->value()) });

    if (integrated - mostTargetLufs >= worthSayingLu)
        judgement.findings = { findingOf (comparison.master, integrated, plr) };

    return judgement;
}

} // namespace analysis
