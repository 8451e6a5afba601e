// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/MasterMeter.h"
#include "analysis/Rules.h"
#include "analysis/rules/SpeakerOverload.h"
#include "dsp/RandomNumbers.h"
#include "dsp/Resampler.h"
#include "dsp/TruePeakMeter.h"
#include "hearing/LoudnessMeter.h"

#include <algorithm>
#include <numbers>

#include "measured/flags/Excerpt.h"
#include "measured/flags/SampleChecks.h"

namespace flags
{

namespace
{

using analysis::Finding;
using analysis::Judgement;
using analysis::RuleId;
using analysis::Severity;

float gainOf (double decibels) { return static_cast<float> (std::pow (10.0, decibels / 20.0)); }

/** What a rule about the file itself says. */
auto judgedBy (RuleId rule)
{
    return [rule] (const Audio& audio, Rate rate) {
        analysis::MasterMeter meter { audio.numChannels(),
                                      rate,
                                      analysis::MasterMeter::Extent::withoutBass };
        meter.process (audio.block());
        const auto master = meter.finish();
        const analysis::ReferenceNorms norms;
        const auto rules = analysis::allRules();
        const auto found = std::ranges::find (rules, rule, &analysis::Rule::id);
        return found->judge ({ master, norms });
    };
}

double measureOf (const Judgement& judgement, std::string_view name)
{
    const auto found = std::ranges::find (judgement.measures, name, &analysis::Measure::name);
    return found == judgement.measures.end() ? 0.0 : found->value;
}

auto scored (std::string name, double sign = 1.0)
{
    return [name = std::move (name), sign] (const Judgement& judgement) {
        return sign * measureOf (judgement, name);
    };
}

bool isWarning (const Finding& finding) { return finding.severity != Severity::note; }
bool isAny (const Finding&) { return true; }

/** Findings of file-faults on this quantity. */
auto speaksOf (std::string quantity)
{
    return [quantity = std::move (quantity)] (const Finding& finding) {
        return finding.evidence.quantity.find (quantity) != std::string::npos;
    };
}

/** Of such a finding, what was measured; 0 without one. */
auto evidenceOf (std::string quantity, double sign = 1.0)
{
    return [quantity = std::move (quantity), sign] (const Judgement& judgement) {
        for (const auto& finding : judgement.findings)
            if (finding.evidence.quantity.find (quantity) != std::string::npos)
                return sign * finding.evidence.measured;

        return sign > 0.0 ? 0.0 : -1e3;
    };
}

/** `change (left, right)` on every frame of a part. */
template <typename Change>
void each (Audio& audio, std::size_t first, std::size_t end, Change&& change)
{
    for (auto i = first; i < end; ++i)
        change (audio.channel (0)[i], audio.channel (1)[i]);
}

void mixMidSide (Audio& audio, std::size_t first, std::size_t end, float midGain, float sideGain)
{
    each (audio, first, end, [=] (float& left, float& right) {
        const float mid = 0.5f * midGain * (left + right);
        const float side = 0.5f * sideGain * (left - right);
        left = mid + side;
        right = mid - side;
    });
}

//==================================================================================================
constexpr double bassHz = 150.0;

/** What is below, forwards and backwards through second order, so that nothing comes later. */
Audio below (const Audio& audio, Rate rate, double hertz)
{
    const std::array shape { dsp::Biquad::lowPass (rate, { units::Hertz { hertz } }) };
    auto low = filtered (audio, shape);

    for (int way = 0; way < 2; ++way)
    {
        for (std::size_t c = 0; c < low.numChannels(); ++c)
            std::ranges::reverse (low.channel (c));

        if (way == 0)
            low = filtered (low, shape);
    }

    return low;
}

Injection turnedBass()
{
    return { "bass below 150 Hz turned over in one channel, gain of it there",
             RuleId::monoLoss,
             { 0.0, -0.25, -0.5, -0.75, -1.0 },
             "",
             2,
             [] (Audio& audio, Rate rate, double dose, std::size_t first, std::size_t end) {
                 const auto low = below (audio, rate, bassHz);

                 for (auto i = first; i < end; ++i)
                     audio.channel (1)[i] += static_cast<float> (dose - 1.0) * low.channel (1)[i];
             },
             [] (const Audio& before, const Audio& after, Rate rate, double) {
                 const auto low = below (before, rate, bassHz);
                 const double share = db (powerOf (low.channel (0)) + powerOf (low.channel (1)))
                                      - db (powerOf (before.channel (0))
                                            + powerOf (before.channel (1)));
                 return share > -10.0 && correlationOf (low) > 0.7
                        && foldDb (below (after, rate, 0.6 * bassHz)) < -5.0;
             },
             judgedBy (RuleId::monoLoss),
             isWarning,
             scored ("monoBassLossDb", -1.0) };
}

Injection moreSide()
{
    return { "the side signal louder",
             RuleId::monoLoss,
             { 3.0, 6.0, 9.0, 12.0, 18.0 },
             "dB",
             2,
             [] (Audio& audio, Rate, double dose, std::size_t first, std::size_t end) {
                 mixMidSide (audio, first, end, 1.0f, gainOf (dose));
             },
             // It is there if the fold loses 4.5 dB and more in plain power.
             [] (const Audio& before, const Audio& after, Rate, double) {
                 return foldDb (before) < -0.5 && foldDb (after) < -4.5;
             },
             judgedBy (RuleId::monoLoss),
             isWarning,
             scored ("monoLossLu", -1.0) };
}

Injection delayedChannel()
{
    return {
        "one channel a copy of the middle that comes 8 ms late, level of it",
        RuleId::monoLoss,
        { -9.0, -6.0, -3.0, -1.5, 0.0 },
        "dB",
        2,
        [] (Audio& audio, Rate rate, double dose, std::size_t first, std::size_t end) {
            const auto late = rate.framesIn ({ 0.008 });
            const auto before = copyOf (audio);
            const auto mid = [&] (std::size_t i) {
                return 0.5f * (before.channel (0)[i] + before.channel (1)[i]);
            };

            for (auto i = std::max (first, late); i < end; ++i)
            {
                audio.channel (0)[i] = mid (i);
                audio.channel (1)[i] = gainOf (dose) * mid (i - late);
            }
        },
        // Depth of the comb: two copies, the softer by less than 4 dB, cancel by 13 dB and more.
        [] (const Audio& before, const Audio&, Rate, double dose) {
            return dose > -4.0 && foldDb (before) > -10.0;
        },
        judgedBy (RuleId::monoLoss),
        isWarning,
        scored ("monoCombedShare")
    };
}

Injection turnedChannel()
{
    return { "the middle softer than the sides",
             RuleId::antiPhase,
             { -6.0, -12.0, -18.0, -24.0, -60.0 },
             "dB",
             2,
             [] (Audio& audio, Rate, double dose, std::size_t first, std::size_t end) {
                 mixMidSide (audio, first, end, gainOf (dose), 1.0f);
             },
             [] (const Audio& before, const Audio& after, Rate, double) {
                 return foldDb (before) < -0.05 && correlationOf (after) < -0.35;
             },
             judgedBy (RuleId::antiPhase),
             isWarning,
             scored ("correlation", -1.0) };
}

Injection leaning()
{
    return {
        "the right channel softer",
        RuleId::channelBalance,
        { -2.0, -3.0, -4.5, -6.0, -9.0 },
        "dB",
        2,
        [] (Audio& audio, Rate, double dose, std::size_t first, std::size_t end) {
            each (audio, first, end, [dose] (float&, float& right) { right *= gainOf (dose); });
        },
        [] (const Audio& before, const Audio&, Rate, double) {
            return std::abs (db (powerOf (before.channel (0))) - db (powerOf (before.channel (1))))
                   < 1.0;
        },
        judgedBy (RuleId::channelBalance),
        isAny,
        scored ("leanDb")
    };
}

//==================================================================================================
Injection offset()
{
    return { "DC",
             RuleId::fileFaults,
             { 0.05, 0.15, 0.3, 1.0, 3.0 },
             "%",
             2,
             [] (Audio& audio, Rate, double dose, std::size_t first, std::size_t end) {
                 const auto more = static_cast<float> (dose / 100.0);
                 each (audio, first, end, [more] (float& left, float& right) {
                     left += more;
                     right += more;
                 });
             },
             [] (const Audio&, const Audio& after, Rate, double) {
                 double sum = 0.0;

                 for (const float sample : after.channel (0))
                     sum += static_cast<double> (sample);

                 return std::abs (sum) / static_cast<double> (after.numFrames()) > 0.001;
             },
             judgedBy (RuleId::fileFaults),
             speaksOf ("mean of the samples"),
             evidenceOf ("mean of the samples") };
}

float peakOf (const Audio& audio)
{
    float peak = 0.0f;

    for (std::size_t c = 0; c < audio.numChannels(); ++c)
        for (const float sample : audio.channel (c))
            peak = std::max (peak, std::abs (sample));

    return peak;
}

/** Runs of three and more samples at full scale. */
int flatTops (const Audio& audio)
{
    int tops = 0;

    for (std::size_t c = 0; c < audio.numChannels(); ++c)
    {
        int run = 0;

        for (const float sample : audio.channel (c))
        {
            run = std::abs (sample) >= 1.0f ? run + 1 : 0;
            tops += run == 3 ? 1 : 0;
        }
    }

    return tops;
}

Injection clipped()
{
    return { "clipped, level of the highest peak over full scale",
             RuleId::fileFaults,
             { 1.0, 2.0, 3.0, 4.5, 6.0 },
             "dB",
             2,
             [] (Audio& audio, Rate, double dose, std::size_t first, std::size_t end) {
                 const float gain = gainOf (dose) / std::max (peakOf (audio), 1e-6f);
                 each (audio, 0, audio.numFrames(), [&] (float& left, float& right) {
                     left *= gainOf (-dose) * gain;
                     right *= gainOf (-dose) * gain;
                 });
                 each (audio, first, end, [&] (float& left, float& right) {
                     left = std::clamp (gainOf (dose) * left, -1.0f, 1.0f);
                     right = std::clamp (gainOf (dose) * right, -1.0f, 1.0f);
                 });
             },
             [] (const Audio&, const Audio& after, Rate, double) { return flatTops (after) >= 5; },
             judgedBy (RuleId::fileFaults),
             [] (const Finding& finding) {
                 return speaksOf ("clipped runs") (finding) && isWarning (finding);
             },
             scored ("clippedRunsPerMinute") };
}

/** Where something sounds in both channels: RMS of 20 ms around it above −45 dBFS. */
bool sounds (const Audio& audio, Rate rate, std::size_t middle)
{
    const auto half = rate.framesIn ({ 0.01 });

    if (middle < half || middle + half > audio.numFrames())
        return false;

    return db (powerOf (audio.channel (0).subspan (middle - half, 2 * half))) > -45.0
           && db (powerOf (audio.channel (1).subspan (middle - half, 2 * half))) > -45.0;
}

Injection dropOuts()
{
    return { "a drop-out every 3 s, length",
             RuleId::fileFaults,
             { 3.0, 6.0, 10.0, 20.0, 50.0 },
             "ms",
             1,
             [] (Audio& audio, Rate rate, double dose, std::size_t first, std::size_t end) {
                 const auto length = rate.framesIn ({ dose / 1000.0 });

                 for (auto at = first + rate.framesIn ({ 1.0 }); at + length < end;
                      at += rate.framesIn ({ 3.0 }))
                     each (audio, at, at + length, [] (float& left, float& right) {
                         left = right = 0.0f;
                     });
             },
             [] (const Audio& before, const Audio&, Rate rate, double dose) {
                 int heard = 0;

                 for (auto at = rate.framesIn ({ 1.0 });
                      at + rate.framesIn ({ 0.1 }) < before.numFrames();
                      at += rate.framesIn ({ 3.0 }))
                     heard += sounds (before, rate, at) ? 1 : 0;

                 return dose > 5.0 && heard >= 1;
             },
             judgedBy (RuleId::fileFaults),
             speaksOf ("one and the same sample"),
             scored ("dropOuts"),
             false };
}

Injection deadChannel()
{
    return { "one channel gone, level of what is left",
             RuleId::fileFaults,
             { -20.0, -40.0, -65.0, -80.0, -200.0 },
             "dB",
             2,
             [] (Audio& audio, Rate, double dose, std::size_t first, std::size_t end) {
                 each (
                     audio, first, end, [dose] (float&, float& right) { right *= gainOf (dose); });
             },
             [] (const Audio& before, const Audio&, Rate, double dose) {
                 return dose < -60.0
                        && std::abs (db (powerOf (before.channel (0)))
                                     - db (powerOf (before.channel (1))))
                               < 4.0;
             },
             judgedBy (RuleId::fileFaults),
             speaksOf ("level of one channel"),
             evidenceOf ("level of one channel"),
             false };
}

Audio throughRate (const Audio& audio, Rate from, Rate to)
{
    dsp::Resampler resampler { audio.numChannels(), from, to };
    const auto first = resampler.process (audio.block());
    const auto rest = resampler.flush();
    Audio all (audio.numChannels(), first.numFrames() + rest.numFrames());

    for (std::size_t c = 0; c < audio.numChannels(); ++c)
    {
        std::ranges::copy (first.channel (c), all.channel (c).begin());
        std::ranges::copy (rest.channel (c), all.channel (c).subspan (first.numFrames()).begin());
    }

    return all;
}

/** What stands above a frequency, through a high-pass of eighth order. */
double levelAbove (const Audio& audio, Rate rate, double hertz)
{
    const auto once = dsp::Biquad::highPass (rate, { units::Hertz { hertz } });
    const std::array shapes { once, once, once, once };
    return db (powerOf (filtered (audio, shapes).channel (0)));
}

Injection lowPassed()
{
    return { "no sound above",
             RuleId::fileFaults,
             { 19.5, 18.5, 17.0, 16.0, 12.0 },
             "kHz",
             2,
             [] (Audio& audio, Rate rate, double dose, std::size_t, std::size_t) {
                 const Rate between { static_cast<int> (2000.0 * dose) };
                 const auto back = throughRate (throughRate (audio, rate, between), between, rate);

                 for (std::size_t c = 0; c < 2; ++c)
                     std::ranges::copy (
                         back.channel (c).first (std::min (back.numFrames(), audio.numFrames())),
                         audio.channel (c).begin());
             },
             // There was something to cut off: within 75 dB of full scale just below the edge.
             [] (const Audio& before, const Audio&, Rate rate, double dose) {
                 return levelAbove (before, rate, 1000.0 * dose - 1500.0) > -75.0;
             },
             judgedBy (RuleId::fileFaults),
             speaksOf ("breaks off"),
             evidenceOf ("breaks off", -1.0),
             false };
}

//==================================================================================================
/** Clipped at −1 dBFS, by as much gain as makes it so loud. */
Audio clippedTo (const Audio& audio, Rate rate, double lufs)
{
    double gainDb = 0.0;
    Audio result;

    for (int round = 0; round < 8; ++round)
    {
        result = copyOf (audio);
        each (result, 0, result.numFrames(), [gain = gainOf (gainDb)] (float& left, float& right) {
            constexpr float ceiling = 0.891f;
            left = std::clamp (gain * left, -ceiling, ceiling);
            right = std::clamp (gain * right, -ceiling, ceiling);
        });
        const auto loudness = hearing::programmeLoudness (result.block(), rate);

        if (! loudness.integrated)
            break;

        gainDb += 1.3 * (lufs - loudness.integrated->value);
    }

    return result;
}

Injection crushed()
{
    return { "clipped until it is so loud",
             RuleId::dynamics,
             { -11.0, -9.0, -7.0, -5.5, -4.5 },
             "LUFS",
             3,
             [] (Audio& audio, Rate rate, double dose, std::size_t, std::size_t) {
                 audio = clippedTo (audio, rate, dose);
             },
             // So loud, and the ceiling is where it was: nothing else is left to give.
             [] (const Audio&, const Audio& after, Rate rate, double dose) {
                 const auto loudness = hearing::programmeLoudness (after.block(), rate);
                 return loudness.integrated && std::abs (loudness.integrated->value - dose) < 0.7;
             },
             judgedBy (RuleId::dynamics),
             isWarning,
             scored ("psrDb", -1.0),
             false };
}

Injection highPeaks()
{
    return { "true peak",
             RuleId::truePeak,
             { -2.5, -0.5, 0.3, 1.0, 2.0 },
             "dBTP",
             2,
             [] (Audio& audio, Rate, double dose, std::size_t, std::size_t) {
                 dsp::TruePeakMeter meter { 2 };
                 meter.process (audio.block());
                 const float gain = gainOf (dose - meter.truePeak()->value());
                 each (audio, 0, audio.numFrames(), [gain] (float& left, float& right) {
                     left *= gain;
                     right *= gain;
                 });
             },
             // The highest of the samples at four times the rate.
             [] (const Audio&, const Audio& after, Rate rate, double) {
                 const auto fine = throughRate (after, rate, { 4 * rate.hertz });
                 return peakOf (fine) > 1.0f;
             },
             judgedBy (RuleId::truePeak),
             isWarning,
             scored ("truePeakDbtp"),
             false };
}

Injection tooLoud()
{
    return { "integrated loudness",
             RuleId::serviceGain,
             { -14.0, -12.0, -10.9, -9.0, -7.0 },
             "LUFS",
             2,
             [] (Audio& audio, Rate rate, double dose, std::size_t, std::size_t) {
                 const auto loudness = hearing::programmeLoudness (audio.block(), rate);
                 const float gain = gainOf (
                     dose - (loudness.integrated ? loudness.integrated->value : dose));
                 each (audio, 0, audio.numFrames(), [gain] (float& left, float& right) {
                     left *= gain;
                     right *= gain;
                 });
             },
             [] (const Audio&, const Audio&, Rate, double dose) { return dose > -11.0; },
             judgedBy (RuleId::serviceGain),
             isAny,
             scored ("gainOnYouTubeDb", -1.0),
             false };
}

//==================================================================================================
/** What the rule about small speakers says on a smart speaker. */
Judgement onASmartSpeaker (const Audio& audio, Rate rate)
{
    analysis::MasterMeter meter { audio.numChannels(),
                                  rate,
                                  analysis::MasterMeter::Extent::withoutBass };
    meter.process (audio.block());
    const auto master = meter.finish();
    library::DeviceProfile device;
    device.kind = library::DeviceKind::smartSpeaker;
    const analysis::Column column { &device };
    const analysis::ReferenceNorms norms;
    return analysis::speakerOverload ({ master, norms, &column });
}

constexpr double subFilterHz = 45.0;

/** The travel that 38 Hz as strong as `low` asks of a smart speaker, over what it has. */
double subTravel (const Audio& low, const Audio& whole, Rate rate)
{
    constexpr double hertz = 38.0;
    const auto index = analysis::speakerClassOf (library::DeviceKind::smartSpeaker).value();
    const auto& speaker = analysis::speakerClasses()[index];
    const auto loudness = hearing::programmeLoudness (whole.block(), rate);
    const double streamedDb = loudness.integrated
                                  ? std::min (0.0, -14.0 - loudness.integrated->value)
                                  : 0.0;
    const double highPass = 1.0 / std::sqrt (1.0 + std::pow (speaker.highPassHz / hertz, 8.0));
    // below() has taken some of it.
    const double passed = 1.0 / (1.0 + std::pow (hertz / subFilterHz, 4.0));
    const double amplitude = std::sqrt (2.0 * powerOf (low.channel (0))) / passed;
    return amplitude * static_cast<double> (gainOf (streamedDb)) * highPass
           * analysis::travelOfFullScaleMm (speaker, hertz) / speaker.excursionMm;
}

Injection sub()
{
    return {
        "a sub of 38 Hz on a smart speaker, level over what is below 150 Hz",
        RuleId::speakerOverload,
        { -6.0, 0.0, 6.0, 9.0, 12.0 },
        "dB",
        2,
        // The peaks stay where they were, as in a bounce.
        [] (Audio& audio, Rate rate, double dose, std::size_t first, std::size_t end) {
            const float peak = peakOf (audio);
            const auto low = below (audio, rate, bassHz);
            const double amplitude = std::sqrt (2.0 * powerOf (low.channel (0)))
                                     * static_cast<double> (gainOf (dose));

            for (auto i = first; i < end; ++i)
            {
                const double at = static_cast<double> (i) / rate.hertz;
                const auto tone = static_cast<float> (
                    amplitude * std::sin (2.0 * std::numbers::pi * 38.0 * at));
                audio.channel (0)[i] += tone;
                audio.channel (1)[i] += tone;
            }

            const float gain = peak / std::max (peakOf (audio), 1e-6f);
            each (audio, 0, audio.numFrames(), [gain] (float& left, float& right) {
                left *= gain;
                right *= gain;
            });
        },
        // By formula, the sub alone, streamed at full volume, asks for 6 dB more travel than there is.
        [] (const Audio&, const Audio& after, Rate rate, double) {
            constexpr double most = 2.0;
            return subTravel (below (after, rate, subFilterHz), after, rate) > most;
        },
        onASmartSpeaker,
        isWarning,
        scored ("subGainReductionDb")
    };
}

Audio scaledBy (const Audio& audio, float left, float right)
{
    auto copy = copyOf (audio);
    each (copy, 0, copy.numFrames(), [=] (float& l, float& r) {
        l *= left;
        r *= right;
    });
    return copy;
}

/** 200 late copies of the middle in each channel, at other times in each, dying away by 60 dB in a second: as strong
    as 9 dB below the music. */
Audio inAHall (const Audio& audio, Rate rate)
{
    auto copy = copyOf (audio);
    constexpr int numEchoes = 200;
    dsp::RandomNumbers random { 5 };

    for (std::size_t c = 0; c < 2; ++c)
        for (int echo = 0; echo < numEchoes; ++echo)
        {
            const double late = 0.01 + 0.99 * random.uniform();
            const double sign = random.uniform() < 0.5 ? -1.0 : 1.0;
            const auto gain = static_cast<float> (sign * 0.35 * std::pow (10.0, -3.0 * late)
                                                  * std::sqrt (13.8 / numEchoes));
            const auto delay = static_cast<std::size_t> (late * rate.hertz);

            for (auto i = delay; i < audio.numFrames(); ++i)
                copy.channel (c)[i] +=
                    gain * 0.5f * (audio.channel (0)[i - delay] + audio.channel (1)[i - delay]);
        }

    return copy;
}

} // namespace

std::vector<Injection> fileInjections()
{
    return { highPeaks(),      tooLoud(),       crushed(),   turnedBass(), moreSide(),
             delayedChannel(), turnedChannel(), leaning(),   offset(),     clipped(),
             dropOuts(),       deadChannel(),   lowPassed(), sub() };
}

std::vector<Control> fileControls()
{
    const std::vector<RuleId> stereo { RuleId::monoLoss,
                                       RuleId::antiPhase,
                                       RuleId::channelBalance };
    const std::vector<RuleId> all { RuleId::truePeak,  RuleId::dynamics,       RuleId::monoLoss,
                                    RuleId::antiPhase, RuleId::channelBalance, RuleId::fileFaults };
    return {
        { "folded to mono",
          [] (const Audio& audio, Rate) {
              auto copy = copyOf (audio);
              mixMidSide (copy, 0, copy.numFrames(), 1.0f, 0.0f);
              return copy;
          },
          true,
          stereo },
        { "both channels turned over",
          [] (const Audio& audio, Rate) { return scaledBy (audio, -1.0f, -1.0f); },
          false,
          all },
        { "0.1 dB softer",
          [] (const Audio& audio, Rate) { return scaledBy (audio, gainOf (-0.1), gainOf (-0.1)); },
          false,
          all },
        { "to 96 kHz and back",
          [] (const Audio& audio, Rate rate) {
              return throughRate (throughRate (audio, rate, { 96000 }), { 96000 }, rate);
          },
          false,
          all },
        { "in a wide hall", inAHall, false, stereo },
        { "channels exchanged",
          [] (const Audio& audio, Rate) {
              auto copy = copyOf (audio);
              each (copy, 0, copy.numFrames(), [] (float& left, float& right) {
                  std::swap (left, right);
              });
              return copy;
          },
          false,
          all },
    };
}

} // namespace flags
