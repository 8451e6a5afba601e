// SPDX-License-Identifier: GPL-3.0-or-later
// What each thing that can be clicked, dragged or typed does.
#include "app/model/SessionModel.h"

#include <cstdlib>

namespace app
{

//==================================================================================================
// Time

void SessionModel::seek (double seconds)
{
    player.seek (seconds);
    refresh();
}

void SessionModel::scrub (double seconds)
{
    card.need (now);
    player.scrub (seconds);
    movedAt = now;
    refresh();
}

void SessionModel::setLoop (const std::optional<ui::TimeSpan>& loop)
{
    player.setLoop (loop);
    refresh();
}

//==================================================================================================
// What it is heard on

void SessionModel::audition (const std::string& deviceId)
{
    cycle.end();
    bank.audition (deviceId);
    refresh();
}

void SessionModel::putOnKey (std::size_t slot, const std::string& deviceId)
{
    bank.putOnKey (slot, deviceId);
    refresh();
}

void SessionModel::pointAtHeadphones (const ui::Worn& pair)
{
    outfit.pointAt (pair);
    refresh();
}

void SessionModel::wear (const ui::Worn& pair)
{
    const bool isFirstRun = ! bench.settings.worn;
    outfit.wear (pair);

    // The question is answered; the one who opened the panel to compare pairs closes it too.
    if (isFirstRun)
        shown.panel = ui::Panel::none;

    refresh();
}

void SessionModel::chooseHead (const std::string& id)
{
    outfit.chooseHead (id);
    refresh();
}

void SessionModel::askForHeadFile()
{
    if (surface != nullptr)
        surface->ask ({ FileQuestion::Kind::oneFile, "A head, as a SOFA file", "*.sofa" },
                      [this] (const std::vector<std::string>& paths) {
                          if (! paths.empty())
                              chooseHead (paths.front());
                      });
}

void SessionModel::correctAbove8k (bool isWanted)
{
    outfit.correctAbove8k (isWanted);
    refresh();
}

//==================================================================================================
// The desk

void SessionModel::setVolume (double db)
{
    controls.setVolume (db);
    refresh();
}

void SessionModel::setStereoMode (monitoring::StereoMode mode)
{
    controls.setStereoMode (mode);
    refresh();
}

void SessionModel::solo (std::optional<monitoring::SoloBand> band)
{
    controls.solo (band);
    refresh();
}

void SessionModel::setMatch (monitoring::Match match)
{
    controls.setMatch (match);
    refresh();
}

void SessionModel::setListeningLevel (std::optional<double> dbSpl)
{
    controls.setListeningLevel (dbSpl);
    refresh();
}

void SessionModel::chooseNoise (const std::string& id)
{
    controls.chooseNoise (id);
    refresh();
}

void SessionModel::setNoiseTrim (double db)
{
    controls.setNoiseTrim (db);
    refresh();
}

void SessionModel::setQuickCycle (const ui::QuickCycleView& wanted)
{
    cycle.set (wanted);
    refresh();
}

//==================================================================================================
// The window

void SessionModel::setTheme (ui::Theme theme)
{
    kept.theme = theme;
    refresh();
}

void SessionModel::chooseScale (const std::string& id)
{
    kept.scalePercent = std::atoi (id.c_str());
    refresh();
}

void SessionModel::assignKey (ui::Command command, const std::string& key)
{
    kept.keys.assign (command, key);
    refresh();
}

void SessionModel::restoreKeys()
{
    kept.keys = {};
    refresh();
}

void SessionModel::dismiss (std::uint64_t noticeId)
{
    notices.dismiss (noticeId);
    refresh();
}

void SessionModel::resetMeters()
{
    live.resetMeters();
    refresh();
}

//==================================================================================================
// The sound card

void SessionModel::chooseCard (SoundCardWish wish)
{
    kept.soundCard = wish;
    card.choose (std::move (wish), now);
    tendCard();
    refresh();
}

void SessionModel::chooseSoundSystem (const std::string& id) { chooseCard ({ id }); }

void SessionModel::chooseSoundDevice (const std::string& id)
{
    chooseCard ({ kept.soundCard.system, id });
}

void SessionModel::chooseSampleRate (const std::string& id)
{
    auto wish = kept.soundCard;
    wish.rateHz = std::atoi (id.c_str());
    chooseCard (std::move (wish));
}

void SessionModel::chooseBufferSize (const std::string& id)
{
    auto wish = kept.soundCard;
    wish.bufferFrames = std::atoi (id.c_str());
    chooseCard (std::move (wish));
}

} // namespace app
