// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keep/SettingsJson.h"

#include "app/keep/JsonFields.h"
#include "app/keep/ListsJson.h"

#include <algorithm>

namespace app
{

using files::Json;
using monitoring::Match;
using ui::Worn;

namespace
{

/** The word of each value, both ways. */
template <typename Value>
struct Word
{
    Value value;
    std::string_view word;
};

constexpr Word<Match> matches[] { { Match::loudness, "loudness" },
                                  { Match::lufs, "lufs" },
                                  { Match::off, "off" } };
constexpr Word<ui::Theme> themes[] { { ui::Theme::dark, "dark" }, { ui::Theme::light, "light" } };
constexpr Word<ui::Norms> norms[] { { ui::Norms::delivered, "delivered" },
                                    { ui::Norms::references, "references" } };
constexpr Word<Worn::Kind> wornKinds[] { { Worn::Kind::listed, "listed" },
                                         { Worn::Kind::notListed, "not-listed" },
                                         { Worn::Kind::loudspeakers, "loudspeakers" } };

template <typename Value, std::size_t size>
std::string_view wordOf (const Word<Value> (&words)[size], Value value)
{
    return std::ranges::find (words, value, &Word<Value>::value)->word;
}

template <typename Value, std::size_t size>
Value valueIn (const Json& json,
               std::string_view name,
               const Word<Value> (&words)[size],
               Value usual)
{
    const auto word = textIn (json, name);
    const auto* const found = std::ranges::find (words, word.value_or (""), &Word<Value>::word);
    return found != std::end (words) ? found->value : usual;
}

Json optional (const std::optional<double>& number) { return number ? Json { *number } : Json {}; }

Json jsonOf (const std::optional<Worn>& worn)
{
    if (! worn)
        return {};

    return Json::Object { { "kind", wordOf (wornKinds, worn->kind) }, { "id", worn->id } };
}

Json jsonOf (const SoundCardWish& card)
{
    return Json::Object { { "system", card.system },
                          { "device", card.device },
                          { "rateHz", card.rateHz },
                          { "bufferFrames", card.bufferFrames } };
}

Json jsonOf (const ui::QuickCycleView& cycle)
{
    return Json::Object { { "seconds", cycle.seconds },
                          { "bars", cycle.bars },
                          { "beatsPerMinute", optional (cycle.beatsPerMinute) } };
}

//==================================================================================================

std::optional<Worn> wornIn (const Json& json)
{
    const auto* const field = json.find ("headphones");

    if (field == nullptr || field->asObject() == nullptr)
        return std::nullopt;

    return Worn { valueIn (*field, "kind", wornKinds, Worn::Kind::notListed),
                  textIn (*field, "id").value_or ("") };
}

SoundCardWish cardIn (const Json& json)
{
    const auto* const field = json.find ("soundCard");

    if (field == nullptr)
        return {};

    const auto whole = [&] (std::string_view name) {
        return static_cast<int> (std::clamp (numberIn (*field, name).value_or (0.0), 0.0, 1e6));
    };
    return { textIn (*field, "system").value_or (""),
             textIn (*field, "device").value_or (""),
             whole ("rateHz"),
             whole ("bufferFrames") };
}

ui::QuickCycleView cycleIn (const Json& json)
{
    ui::QuickCycleView cycle;

    if (const auto* const field = json.find ("quickCycle"); field != nullptr)
    {
        cycle.seconds = numberIn (*field, "seconds").value_or (cycle.seconds);
        cycle.bars = static_cast<int> (
            std::clamp (numberIn (*field, "bars").value_or (cycle.bars), 1.0, 64.0));
        cycle.beatsPerMinute = numberIn (*field, "beatsPerMinute");
    }

    return cycle;
}

} // namespace

Json jsonOf (const Settings& settings)
{
    return Json::Object {
        { "schema", 1 },
        { "theme", wordOf (themes, settings.theme) },
        { "keys", settings.keys == ui::KeyBindings {} ? Json {} : jsonOf (settings.keys) },
        { "bank", arrayOf (settings.bank) },
        { "headphones", jsonOf (settings.worn) },
        { "headFile", settings.headFile },
        { "headFiles", arrayOf (settings.headFiles) },
        { "isCorrectedAbove8k", settings.isCorrectedAbove8k },
        { "volumeDb", settings.volumeDb },
        { "match", wordOf (matches, settings.match) },
        { "isNaturalLevel", settings.isNaturalLevel },
        { "listeningLevelDbSpl", optional (settings.listeningLevelDbSpl) },
        { "noise", settings.noise },
        { "noiseTrimDb", settings.noiseTrimDb },
        { "quickCycle", jsonOf (settings.quickCycle) },
        { "references", jsonOf (settings.references) },
        { "norms", wordOf (norms, settings.norms) },
        { "soundCard", jsonOf (settings.soundCard) },
        { "lastRateHz", settings.lastRateHz },
        { "scalePercent", settings.scalePercent },
        { "window", settings.window },
        { "recentFiles", arrayOf (settings.recentFiles) },
        { "playlist", jsonOf (settings.playlist) },
        { "track", static_cast<double> (settings.track) }
    };
}

Settings settingsOf (const Json& json)
{
    Settings settings;
    settings.theme = valueIn (json, "theme", themes, settings.theme);
    settings.keys = keysIn (json).value_or (settings.keys);
    settings.bank = bankIn (json);
    settings.worn = wornIn (json);
    settings.headFile = textIn (json, "headFile").value_or ("");
    settings.headFiles = textsIn (json, "headFiles");
    settings.isCorrectedAbove8k = flagIn (json, "isCorrectedAbove8k").value_or (true);
    settings.volumeDb = numberIn (json, "volumeDb").value_or (settings.volumeDb);
    settings.match = valueIn (json, "match", matches, settings.match);
    settings.isNaturalLevel = flagIn (json, "isNaturalLevel").value_or (false);
    settings.listeningLevelDbSpl = numberIn (json, "listeningLevelDbSpl");
    settings.noise = textIn (json, "noise").value_or ("");
    settings.noiseTrimDb = numberIn (json, "noiseTrimDb").value_or (0.0);
    settings.quickCycle = cycleIn (json);
    settings.references = referencesIn (json);
    settings.norms = valueIn (json, "norms", norms, settings.norms);
    settings.soundCard = cardIn (json);
    settings.lastRateHz = static_cast<int> (
        std::clamp (numberIn (json, "lastRateHz").value_or (48000.0), 8000.0, 192000.0));
    settings.scalePercent = static_cast<int> (
        std::clamp (numberIn (json, "scalePercent").value_or (0.0), 0.0, 400.0));
    settings.window = textIn (json, "window").value_or ("");
    settings.recentFiles = textsIn (json, "recentFiles");
    settings.playlist = playlistIn (json);
    settings.track = static_cast<std::size_t> (
        std::clamp (numberIn (json, "track").value_or (0.0), 0.0, 1e6));
    return settings;
}

} // namespace app
