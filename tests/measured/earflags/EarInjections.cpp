// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured/earflags/EarInjections.h"

#include "dsp/Biquad.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace earflags
{

namespace
{

constexpr const char* phone = "phone/phone-typical";
constexpr const char* laptop = "laptop/laptop-typical";
constexpr const char* openBuds = "earbuds/airpods-3";
constexpr const char* overEar = "headphones/over-ear-wireless-typical";
constexpr const char* sedan = "car/sedan-2002-front";
constexpr const char* sedanDriving = "car/sedan-2002-front@car-80-kmh";
constexpr const char* trainBuds = "earbuds/airpods-3@train";

double powerOf (const Audio& audio, std::size_t first, std::size_t end)
{
    double power = 0.0;

    for (std::size_t c = 0; c < audio.numChannels(); ++c)
        for (std::size_t i = first; i < end; ++i)
            power += std::pow (static_cast<double> (audio.channel (c)[i]), 2.0);

    return power / static_cast<double> (end - first);
}

double powerOf (const Audio& audio) { return powerOf (audio, 0, audio.numFrames()); }
double db (double power) { return 10.0 * std::log10 (power + 1e-20); }

Audio copyOf (const Audio& audio)
{
    Audio copy (audio.numChannels(), audio.numFrames());

    for (std::size_t c = 0; c < audio.numChannels(); ++c)
        std::ranges::copy (audio.channel (c), copy.channel (c).begin());

    return copy;
}

void filter (std::span<float> samples, const std::vector<dsp::Biquad>& shapes)
{
    for (const auto& shape : shapes)
    {
        dsp::BiquadFilter running { shape };

        for (auto& sample : samples)
            sample = static_cast<float> (running.process (static_cast<double> (sample)));
    }
}

void filter (Audio& audio, const std::vector<dsp::Biquad>& shapes)
{
    for (std::size_t c = 0; c < audio.numChannels(); ++c)
        filter (audio.channel (c), shapes);
}

std::vector<dsp::Biquad> highPass (Rate rate, double hz)
{
    return { dsp::Biquad::highPass (rate, { { hz }, 0.5412 }),
             dsp::Biquad::highPass (rate, { { hz }, 1.3066 }) };
}

std::vector<dsp::Biquad> lowPass (Rate rate, double hz)
{
    return { dsp::Biquad::lowPass (rate, { { hz }, 0.5412 }),
             dsp::Biquad::lowPass (rate, { { hz }, 1.3066 }) };
}

double lowPower (const Audio& audio, Rate rate, double hz)
{
    auto low = copyOf (audio);
    filter (low, lowPass (rate, hz));
    return powerOf (low);
}

/** A line of half-second notes: a fundamental, and overtones 2 to 6 that have so many dB of it together. */
std::vector<float> bassLine (std::size_t numFrames, Rate rate, double overtonesDb)
{
    constexpr std::array notesHz { 41.2, 55.0, 49.0, 61.7, 41.2, 73.4, 65.4, 55.0 };
    constexpr int highest = 6;
    const auto perNote = rate.hertz / 2;
    const double each = std::pow (10.0, overtonesDb / 20.0) / std::sqrt (highest - 1.0);
    std::vector<float> line (numFrames);

    for (std::size_t i = 0; i < numFrames; ++i)
    {
        const auto note = i / static_cast<std::size_t> (perNote);
        const double t = static_cast<double> (i % static_cast<std::size_t> (perNote)) / rate.hertz;
        const double envelope = std::min ({ 1.0, t / 0.01, (0.48 - t) / 0.03 })
                                * std::exp (-1.5 * t);
        const double phase = 2.0 * std::numbers::pi * notesHz[note % notesHz.size()] * t;
        double sample = std::sin (phase);

        for (int n = 2; n <= highest; ++n)
            sample += each * std::sin (n * phase + n);

        line[i] = static_cast<float> (std::max (0.0, envelope) * sample);
    }

    return line;
}

/** In place of all below 250 Hz, as strong as that was, at least 6 dB below the whole. */
void replaceBass (Audio& audio, Rate rate, double overtonesDb)
{
    const double low = std::max (lowPower (audio, rate, 250.0), 0.25 * powerOf (audio));
    filter (audio, highPass (rate, 250.0));
    const auto line = bassLine (audio.numFrames(), rate, overtonesDb);
    double power = 0.0;

    for (const float sample : line)
        power += 2.0 * static_cast<double> (sample) * static_cast<double> (sample);

    const double gain = std::sqrt (low / (power / static_cast<double> (line.size())));

    for (std::size_t c = 0; c < audio.numChannels(); ++c)
        for (std::size_t i = 0; i < line.size(); ++i)
            audio.channel (c)[i] += static_cast<float> (gain * static_cast<double> (line[i]));
}

/** Ten seconds in the middle, with ramps of a tenth of a second. */
void lowerMiddle (Audio& audio, Rate rate, double dbDown)
{
    const auto length = rate.framesIn ({ 10.0 });
    const auto first = (audio.numFrames() - length) / 2;
    const double ramp = 0.1 * rate.hertz;

    for (std::size_t c = 0; c < audio.numChannels(); ++c)
        for (std::size_t i = first; i < first + length; ++i)
        {
            const auto in = static_cast<double> (i - first);
            const auto out = static_cast<double> (first + length - i);
            const double depth = std::min ({ 1.0, in / ramp, out / ramp });
            audio.channel (c)[i] *= static_cast<float> (std::pow (10.0, dbDown * depth / 20.0));
        }
}

/** Above 500 Hz the right channel becomes the left one turned over, as far as `share` says. */
void turnOver (Audio& audio, Rate rate, double share)
{
    auto high = copyOf (audio);
    filter (high, highPass (rate, 500.0));
    const auto part = static_cast<float> (share);

    for (std::size_t i = 0; i < audio.numFrames(); ++i)
        audio.channel (1)[i] -= part * (high.channel (1)[i] + high.channel (0)[i]);
}

double correlationAbove (const Audio& audio, Rate rate, double hz)
{
    auto high = copyOf (audio);
    filter (high, highPass (rate, hz));
    double left = 0.0;
    double right = 0.0;
    double both = 0.0;

    for (std::size_t i = 0; i < audio.numFrames(); ++i)
    {
        const double l = static_cast<double> (high.channel (0)[i]);
        const double r = static_cast<double> (high.channel (1)[i]);
        left += l * l;
        right += r * r;
        both += l * r;
    }

    return both / std::sqrt (left * right + 1e-20);
}

double bandPower (const Audio& audio, Rate rate, double hz, double q = 4.0)
{
    auto band = copyOf (audio);
    const auto shape = dsp::Biquad::bandPass (rate, { { hz }, q });
    filter (band, { shape, shape, shape });
    return powerOf (band);
}

} // namespace

std::vector<EarInjection> earInjections()
{
    return {
        { "bass of sines only, overtones at … dB",
          "bass-disappears",
          { -15, -25, -60 },
          1,
          { phone, laptop },
          { overEar, sedan },
          replaceBass,
          [] (const Audio&, const Audio& after, Rate rate, double) {
              return db (lowPower (after, rate, 100.0) / powerOf (after)) >= -12.0;
          } },
        { "ten seconds lower by … dB",
          "quiet-parts-masked",
          { -10, -15, -20, -25 },
          1,
          { sedanDriving, trainBuds },
          {},
          lowerMiddle,
          [] (const Audio& before, const Audio& after, Rate rate, double dose) {
              const auto length = rate.framesIn ({ 9.0 }); // without the ramps
              const auto first = (before.numFrames() - length) / 2;
              const double was = powerOf (before, first, first + length);
              return db (was / powerOf (before)) > -4.0
                     && std::abs (db (powerOf (after, first, first + length) / was) - dose) < 1.0;
          } },
        { "shelf below 120 Hz, + … dB",
          "boomy-bass",
          { 3, 6, 10 },
          1,
          { sedan, overEar },
          { phone },
          [] (Audio& audio, Rate rate, double dose) {
              filter (
                  audio,
                  { dsp::Biquad::lowShelf (rate, { { 120.0 }, 0.7 }, units::Decibels { dose }) });
          },
          [] (const Audio& before, const Audio& after, Rate rate, double dose) {
              const double share = db (lowPower (before, rate, 120.0) / powerOf (before));
              const double change = db (lowPower (after, rate, 80.0)
                                        / lowPower (before, rate, 80.0));
              return share > -12.0 && change > 0.6 * dose;
          } },
        { "peak at 3 kHz, Q 4, + … dB",
          "harsh",
          { 4, 8, 12 },
          1,
          { openBuds, overEar },
          {},
          [] (Audio& audio, Rate rate, double dose) {
              filter (
                  audio,
                  { dsp::Biquad::peaking (rate, { { 3000.0 }, 4.0 }, units::Decibels { dose }) });
          },
          [] (const Audio& before, const Audio& after, Rate rate, double dose) {
              return db (bandPower (before, rate, 3000.0) / powerOf (before)) > -50.0
                     && db (bandPower (after, rate, 3000.0) / bandPower (before, rate, 3000.0))
                            > 0.5 * dose;
          } },
        { "a mode of the room in the master: peak at 82 Hz, Q 8, + … dB",
          "boomy-bass",
          { 5, 10 },
          1,
          { sedan, overEar },
          {},
          [] (Audio& audio, Rate rate, double dose) {
              filter (audio,
                      { dsp::Biquad::peaking (rate, { { 82.0 }, 8.0 }, units::Decibels { dose }) });
          },
          [] (const Audio& before, const Audio& after, Rate rate, double dose) {
              const double was = bandPower (before, rate, 82.0, 8.0);
              return db (was / powerOf (before)) > -25.0
                     && db (bandPower (after, rate, 82.0, 8.0) / was) > 0.5 * dose;
          } },
        { "above 500 Hz the right channel the left one turned over, share …",
          "stereo-collapse",
          { 0.5, 0.75, 1.0 },
          1,
          { phone },
          { overEar },
          turnOver,
          [] (const Audio& before, const Audio& after, Rate rate, double dose) {
              const double is = correlationAbove (after, rate, 500.0);
              return correlationAbove (before, rate, 500.0) > 0.0
                     && (dose > 0.7 ? is < -0.5 : is < 0.3);
          } },
    };
}

std::vector<EarControl> earControls()
{
    return {
        { "a bass of sines beside an octave above as strong",
          [] (Audio& audio, Rate rate) { replaceBass (audio, rate, 0.0); } },
        { "mono",
          [] (Audio& audio, Rate) {
              for (std::size_t i = 0; i < audio.numFrames(); ++i)
                  audio.channel (0)[i] = audio.channel (
                      1)[i] = 0.5f * (audio.channel (0)[i] + audio.channel (1)[i]);
          } },
        { "a smooth shelf of +2 dB above 4 kHz",
          [] (Audio& audio, Rate rate) {
              filter (
                  audio,
                  { dsp::Biquad::highShelf (rate, { { 4000.0 }, 0.5 }, units::Decibels { 2.0 }) });
          } },
        { "a fade-out over eight seconds",
          [] (Audio& audio, Rate rate) {
              const auto length = rate.framesIn ({ 8.0 });

              for (std::size_t c = 0; c < 2; ++c)
                  for (std::size_t i = 0; i < length; ++i)
                      audio.channel (c)[audio.numFrames() - length + i] *= static_cast<float> (
                          std::pow (10.0,
                                    -3.0 * static_cast<double> (i) / static_cast<double> (length)));
          } },
        { "side-chain pumping, 6 dB twice a second",
          [] (Audio& audio, Rate rate) {
              for (std::size_t c = 0; c < 2; ++c)
                  for (std::size_t i = 0; i < audio.numFrames(); ++i)
                  {
                      const double t = std::fmod (2.0 * static_cast<double> (i) / rate.hertz, 1.0);
                      audio.channel (c)[i] *= static_cast<float> (
                          std::pow (10.0, -0.3 * std::exp (-4.0 * t)));
                  }
          } },
    };
}

std::vector<std::string> earColumns()
{
    return { phone, laptop, openBuds, overEar, sedan, sedanDriving, trainBuds };
}

std::vector<std::string> controlColumns() { return { phone, overEar, sedanDriving }; }

} // namespace earflags
