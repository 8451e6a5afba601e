// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/SessionModel.h"

#include "app/keep/SettingsFile.h"
#include "app/model/CardView.h"
#include "app/model/MeterWords.h"
#include "ui/values/DeviceRows.h"

namespace app
{

namespace
{

/** Meters fall back within this time after the music has stopped. */
constexpr double secondsOfAfterglow = 2.0;

constexpr double secondsWaitedForCard = 10.0;

/** Of the window, in per cent. */
ui::ChoiceOfOne scaleChoices (int percent)
{
    ui::ChoiceOfOne choices { { { "0", "As the display" } }, std::to_string (percent) };

    for (const int size : { 100, 125, 150, 175, 200, 250, 300 })
        choices.choices.push_back ({ std::to_string (size), std::to_string (size) + " %" });

    return choices;
}

} // namespace

SessionModel::SessionModel (library::Catalogue devices,
                            KeptPlaces where,
                            SoundCard::Systems systems)
    : catalogue (std::move (devices)),
      places (std::move (where)),
      kept (readKept()),
      live (catalogue),
      bench { catalogue, live, kept, notices },
      card (live, std::move (systems), kept.soundCard, { kept.lastRateHz }),
      outfit (bench),
      bank (bench),
      player (bench),
      controls (bench),
      comparison (bench),
      memory (bench, player, bank, places),
      markers (bench, player, memory),
      checking (bench, player, bank, controls, memory),
      cycle (bench, bank),
      rendering (bench),
      demo (notices, places.cache)
{
    shown.library.rows = ui::rowsOf (catalogue);

    // The first run asks what the listener wears before anything else.
    if (! kept.worn)
        shown.panel = ui::Panel::headphones;

    refresh();
}

SessionModel::~SessionModel() { memory.keepAll(); }

Settings SessionModel::readKept()
{
    const auto read = readSettings (places.settings);

    if (! read)
        notices.problem ("settings", read.problem());

    auto settings = read ? *read : Settings {};

    if (settings.bank == std::array<std::string, Bank::numKeys> {})
        settings.bank = usualBank();

    return settings;
}

void SessionModel::restore()
{
    memory.restore();
    refresh();
}

void SessionModel::appearOn (Surface* wanted)
{
    surface = wanted;
    refresh();
}

void SessionModel::tick (double nowSeconds)
{
    now = nowSeconds;
    live.tend();
    tendFiles();
    tendCard();
    memory.tick (now);
    cycle.tick (now);
    rendering.tick();
    checking.tick();
    tendDemo();
    notices.tick (now);
    refresh();
}

/** What happened to them on disk. */
void SessionModel::tendFiles()
{
    for (auto& note : live.takeNotes())
        notices.note ("files", std::move (note));
}

/** Asked for: then it is to be heard, too. */
void SessionModel::tendDemo()
{
    if (const auto file = demo.take(); ! file.empty())
    {
        open ({ file.string() });
        live.play();
        playOnlyIfHeard();
    }
}

void SessionModel::tendCard()
{
    card.tend (now);
    kept.lastRateHz = card.rate().hertz;

    // Once: what was dismissed is not said again and again.
    if (const auto& problem = card.problem(); problem != cardProblem)
    {
        cardProblem = problem;
        sayHowTheCardIs();
    }

    if (card.problem().empty())
        lastOpenAt = now;

    // Whoever has left the room does not want to be played to.
    else if (now - lastOpenAt >= secondsWaitedForCard)
        live.stop();
}

void SessionModel::sayHowTheCardIs()
{
    if (cardProblem.empty())
        notices.withdraw ("sound card");
    else
        notices.problem (
            "sound card", "Nothing can be heard. " + cardProblem, ui::Command::showSettings);
}

/** Asked to play just now: what nobody can hear does not play, and it is said why. A card that vanishes
    later is waited for. */
void SessionModel::playOnlyIfHeard()
{
    tendCard();

    if (! live.isPlaying() || card.state() == SoundCard::State::open)
        return;

    live.stop();
    sayHowTheCardIs();
}

bool SessionModel::isMoving() const
{
    return shown.transport.isPlaying || live.isPreparing() || rendering.isRunning()
           || checking.isRunning() || live.overview().progress() < 1.0
           || now - movedAt < secondsOfAfterglow;
}

//==================================================================================================
// What is shown

std::optional<monitoring::Pick>
SessionModel::heardNow (const monitoring::LiveReadings& reading) const
{
    if (reading.isPlaying && card.state() == SoundCard::State::open)
        return reading.heard;

    const auto& wanted = live.selected();
    return live.prepared (wanted) ? std::optional { wanted } : std::nullopt;
}

/** Without a sound card that asks for sound nothing is measured, whatever is to be played. */
void SessionModel::showMeters (const monitoring::LiveReadings& reading,
                               const std::optional<monitoring::Pick>& heard)
{
    const auto frames = live.meters().master.framesAnalysed;

    if (frames != framesMeasured)
        measuredAt = now;

    framesMeasured = frames;
    shown.meters = metersOf (live, reading, heard);
    shown.meters.isRunning = frames > 0 && now - measuredAt < secondsOfAfterglow
                             && now - movedAt < secondsOfAfterglow;
}

void SessionModel::refresh()
{
    const auto reading = live.readings();
    const auto heard = heardNow (reading);

    if (reading.isPlaying)
        movedAt = now;

    shown.theme = kept.theme;
    shown.settings.scale = scaleChoices (kept.scalePercent);
    shown.keys = kept.keys;
    shown.transport.isLost = live.selected().part == monitoring::Part::lost;
    shown.transport.lostOn = live.selected().device != nullptr ? live.selected().device->name : "";
    outfit.show (shown);
    bank.show (shown, heard);
    player.show (shown);
    picture.show (live.overview(), shown.waveform);
    comparison.show (shown);
    controls.show (shown);
    memory.show (shown);
    markers.show (shown);
    checking.show (shown);
    cycle.show (shown);
    rendering.show (shown);
    showMeters (reading, heard);
    shown.transport.isWaitingForCard = reading.isPlaying && card.state() != SoundCard::State::open;

    // What only the panel shows, and takes a while to ask for.
    if (shown.panel == ui::Panel::settings)
        shown.settings.soundCard = viewOf (card);

    shown.notices = notices.shown();

    if (surface != nullptr)
        surface->show (shown);
}

} // namespace app
