// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/SampleState.h"

#include "dsp/RegularisedInverse.h"
#include "ui/values/DeviceRows.h"

#include <array>
#include <cmath>
#include <random>

namespace ui
{

namespace
{

constexpr double songSeconds = 231.4;

/** Verses, choruses and a bridge, drawn with a fixed seed. */
std::shared_ptr<const WaveformPeaks> songPeaks()
{
    constexpr std::size_t count = 4096;
    auto peaks = std::make_shared<WaveformPeaks>();
    std::minstd_rand random { 7 };
    std::uniform_real_distribution<float> spread { 0.55f, 1.0f };
    constexpr std::array loudness { 0.18f, 0.42f, 0.46f, 0.82f, 0.5f,  0.52f,
                                    0.86f, 0.3f,  0.62f, 0.9f,  0.92f, 0.35f };

    for (std::size_t index = 0; index < count; ++index)
    {
        const auto part = loudness[index * loudness.size() / count];
        const auto beat = index % 16 < 3 ? 1.0f : 0.74f;
        peaks->highest.push_back (part * beat * spread (random));
        peaks->lowest.push_back (-part * beat * spread (random));
    }

    return peaks;
}

SoundView masterSound()
{
    SoundView sound;
    sound.loudness = { -13.1, -13.8, -14.2, 6.4, -1.1 };

    for (std::size_t band = 0; band < SoundView::numBands; ++band)
    {
        const auto octaves = (static_cast<float> (band) - 5.0f) / 3.0f;
        const auto ripple = 2.0f * std::sin (static_cast<float> (band) * 1.9f);
        const auto tilt = octaves > 0.0f ? -3.1f * octaves : 9.0f * octaves;
        sound.bandsDb[band] = -21.0f + tilt + ripple;
    }

    return sound;
}

SoundView soundOn (const library::DeviceProfile& device)
{
    auto sound = masterSound();
    sound.loudness = { -15.0, -15.6, -16.3, 5.1, -4.0 };

    for (std::size_t band = 0; band < SoundView::numBands; ++band)
    {
        const auto place = static_cast<int> (band) + SoundView::lowestBand;
        const auto frequency = 1000.0 * std::pow (10.0, place / 10.0);
        sound.bandsDb[band] += static_cast<float> (
            device.responses.front().level.levelDbAt (frequency));
    }

    return sound;
}

const library::DeviceProfile& device (const char* id) { return *sampleCatalogue().device (id); }

constexpr std::array bankIds { "earbuds/airpods-pro-2",      "earbuds/airpods-3",
                               "phone/phone-typical",        "laptop/laptop-typical",
                               "smart-speaker/homepod-mini", "bluetooth-speaker/soundlink-revolve",
                               "car/sedan-2002-front",       "headphones/sony-wh-1000xm5",
                               "soundbar/bose-tv-speaker" };

void fillBank (MainViewState& state)
{
    for (std::size_t slot = 0; slot < bankIds.size(); ++slot)
    {
        const auto* profile = sampleCatalogue().device (bankIds[slot]);

        if (profile == nullptr)
            continue;

        state.bank[slot] = tileOf (*profile);
        state.bank[slot]->key = std::to_string (slot + 1);
        state.library.bank[slot] = profile->id;
    }

    state.neutral.key = "R";
    state.neutral.name = "Neutral";
    state.neutral.evidence = "A flat pair in a good room";
    state.untouched.key = "`";
    state.untouched.name = "Untouched";
    state.untouched.evidence = "The file, level-matched";
}

PlaylistView album()
{
    PlaylistView playlist;
    playlist.tracks = { { "Salt", 203.0, 2.0, -14.6, -1.0, "" },
                        { "Undertow (master 4)", songSeconds, 2.0, -14.2, -1.1, "" },
                        { "Kelp", 187.4, 0.0, -13.9, -1.0, "" },
                        { "Kelp (reprise)", 64.8, 4.5, -18.3, -3.2, "" },
                        { "Long way out", 412.7, 2.0, {}, {}, "" },
                        { "Old tape transfer", 0.0, 2.0, {}, {}, "It ends in the middle." } };
    playlist.current = 1;
    playlist.albumLufs = -14.4;
    return playlist;
}

ReferencesView references()
{
    ReferencesView view;
    view.slots[0] = ReferenceSlot { "Harbour lights (their master)", 254.0, -2.3, 61.5, false, "" };
    view.slots[1] = ReferenceSlot { "Slow engine", 198.0, 1.1, 0.0, true, "" };
    view.chosen = 0;
    view.previousBounce = "bounce 3";
    return view;
}

CheckView checked()
{
    using analysis::Severity;
    const std::vector<FindingRow> rows {
        { Severity::fail,
          "Bass line",
          "on phones, 1:01–1:34",
          "On phones the bass line vanishes (1:01–1:34); only the kick remains. Less so on "
          "laptops.",
          { "+3 dB at 150 Hz was tried: audible again on 2 of 2 phones; the sedan gets boomier.",
            "Share of the time in which it cannot be followed: 91 %, threshold 75 % (heuristic: "
            "our "
            "proposal)." },
          { { 61.0, 94.0 } } },
        { Severity::warn,
          "Mono",
          "everywhere, 2:01–2:30",
          "In mono the pads drop 7 dB (2:01–2:30); the vocal is unaffected.",
          { "Loss in mono: 7 dB, threshold 6 dB (heuristic: our proposal)." },
          { { 121.0, 150.0 } } },
        { Severity::warn,
          "Boom",
          "in the sedan, throughout",
          "In the sedan, low A booms, 5 dB over its neighbours.",
          {},
          { { 10.0, 40.0 } },
          true },
        { Severity::note,
          "Harshness",
          "on AirPods Pro 2, 3:02–3:04",
          "On AirPods Pro 2, 3.2 kHz pokes out.",
          { "Not certain: please listen." },
          { { 182.0, 184.5 } } }
    };
    CheckView view;
    view.verdict =
        "Breaks on phones; likely problems everywhere in mono; no problem on the other 14.";
    view.findings = std::make_shared<const std::vector<FindingRow>> (rows);
    view.pointedAt = 0;
    view.comparedWith = "24 excerpts of game music";
    return view;
}

SoundCardView soundCard()
{
    SoundCardView card;
    card.system = { { { "alsa", "ALSA" }, { "jack", "JACK" } }, "alsa" };
    card.device = { { { "hw", "Babyface Pro, analogue out" }, { "default", "Default" } }, "hw" };
    card.rate = { { { "44100", "44.1 kHz" }, { "48000", "48 kHz" } }, "48000" };
    card.buffer = { { { "128", "128 frames" }, { "256", "256 frames" } }, "128" };
    card.latencyMilliseconds = 13.7;
    card.state = "open";
    return card;
}

} // namespace

const library::Catalogue& sampleCatalogue()
{
    static const auto catalogue = library::Catalogue::read (
        { std::filesystem::path { ELSEWHERE_SOURCE_DIR } / "ir_library" });
    return catalogue.value();
}

std::shared_ptr<const CorrectionView> sampleCorrection()
{
    const auto& pair = device ("headphones/sennheiser-hd-600");
    auto view = std::make_shared<CorrectionView>();
    view->of = { Worn::Kind::listed, pair.id };
    view->measured = report::plottedResponses (pair).front();
    view->measured.label = "What they do";
    view->measured.uncertaintyDb.clear();
    view->correction = view->measured;
    view->correction.label = "What is done about it";
    view->correction.level = dsp::regularisedInverse (view->measured.level);
    view->validUpToHz = 8000.0;
    view->validity = "Valid up to 8 kHz. Above, how they sit on your head changes more than the "
                     "correction can know; it follows the mean of each octave only.";
    return view;
}

MainViewState emptyState()
{
    MainViewState state;
    fillBank (state);
    state.library.rows = rowsOf (sampleCatalogue());
    state.headphones.rows = wornRowsOf (sampleCatalogue());
    state.topBar.volumeDb = -20.0;
    state.settings.noise.choices = { { "", "None" } };
    state.settings.head = { { { "", "KEMAR, the default" } }, "" };
    state.settings.soundCard = soundCard();

    for (const auto& place : sampleCatalogue().environments())
        if (place.noise)
            state.settings.noise.choices.push_back ({ place.id, place.name });

    return state;
}

MainViewState sampleState()
{
    auto state = emptyState();
    state.topBar = { "Undertow (master 4)", "bounce 4", "Sennheiser HD 600", -18.5, false };
    state.bank[2]->isHeard = true;
    state.bank[2]->matchDb = 3.2;

    state.waveform.peaks = songPeaks();
    state.waveform.durationSeconds = songSeconds;
    state.waveform.loop = TimeSpan { 61.0, 94.0 };
    state.waveform.isLooping = true;
    state.waveform.markers = { { 16.5, "" }, { 154.0, "bridge: sub?" } };
    state.settings.scale = { { { "0", "As the display" } }, "0" };

    state.transport.hasTrack = true;
    state.transport.isPlaying = true;
    state.transport.positionSeconds = 78.34;
    state.transport.durationSeconds = songSeconds;
    state.transport.isLooping = true;
    state.transport.lostOn = state.bank[2]->name;
    state.transport.comparedTo = "bounce 3";
    state.transport.noise = "Car at 80 km/h";
    state.transport.cycle = "every 8 s";

    state.meters.isRunning = true;
    state.meters.master = masterSound();
    state.meters.heard = soundOn (device ("phone/phone-typical"));
    state.meters.heardName = state.bank[2]->name;
    state.meters.correlation = 0.62f;
    state.meters.matchDb = 3.2;
    state.meters.headroomDb = -8.0;
    state.meters.limiterGainDb = -1.4;

    state.playlist = album();
    state.references = references();
    state.notes = "2:34 sub alone, nothing left on the phone.\n3:02 vocal a touch loud in the car?";
    state.settings.noise.chosen = "car-80-kmh";
    state.settings.noiseDbSpl = 64.0;
    state.settings.usualLevelDbSpl = 68.0;
    return state;
}

MainViewState checkedState()
{
    auto state = sampleState();
    state.check = checked();
    state.waveform.findings = state.check.findings;
    state.waveform.findingPointedAt = state.check.pointedAt;
    state.bank[2]->finding = analysis::Severity::fail;
    state.bank[6]->finding = analysis::Severity::warn;
    return state;
}

} // namespace ui
