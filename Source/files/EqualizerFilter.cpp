// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/EqualizerFilter.h"

#include "files/TextLines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace files
{

using units::Problem;

namespace
{

struct ShapeName
{
    std::string_view name;
    CookbookFilter::Shape shape;
    bool hasGain;
    bool needsQuality;
};

/** Names of Equalizer APO and, with Q at the end, of the graph tools that export for it. */
constexpr std::array<ShapeName, 16> shapeNames { {
    { "pk", CookbookFilter::Shape::peak, true, true },
    { "peq", CookbookFilter::Shape::peak, true, true },
    { "modal", CookbookFilter::Shape::peak, true, true },
    { "ls", CookbookFilter::Shape::lowShelf, true, true },
    { "lsc", CookbookFilter::Shape::lowShelf, true, true },
    { "lsq", CookbookFilter::Shape::lowShelf, true, true },
    { "hs", CookbookFilter::Shape::highShelf, true, true },
    { "hsc", CookbookFilter::Shape::highShelf, true, true },
    { "hsq", CookbookFilter::Shape::highShelf, true, true },
    { "lp", CookbookFilter::Shape::lowPass, false, false },
    { "lpq", CookbookFilter::Shape::lowPass, false, true },
    { "hp", CookbookFilter::Shape::highPass, false, false },
    { "hpq", CookbookFilter::Shape::highPass, false, true },
    { "bp", CookbookFilter::Shape::bandPass, false, true },
    { "no", CookbookFilter::Shape::notch, false, true },
    { "ap", CookbookFilter::Shape::allPass, false, true },
} };

/** Q of a filter with this bandwidth (Audio EQ Cookbook). */
double qualityOfBandwidth (double octaves, double centreHz)
{
    const double omega = 2.0 * std::numbers::pi * centreHz / evaluationRate.hertz;
    return 0.5 / std::sinh (std::numbers::ln2 / 2.0 * octaves * omega / std::sin (omega));
}

/** The numbers behind the words Fc, Gain, Q and BW. */
struct Settings
{
    std::optional<double> centreHz;
    std::optional<double> gainDb;
    std::optional<double> quality;
    std::optional<double> octaves;
};

std::optional<double>* settingNamed (const std::string& word, Settings& settings)
{
    if (word == "fc")
        return &settings.centreHz;

    if (word == "gain")
        return &settings.gainDb;

    if (word == "q")
        return &settings.quality;

    return word == "oct" ? &settings.octaves : nullptr;
}

/** Nothing when a word that should be a number is none. */
std::optional<Settings> readSettings (const std::vector<std::string_view>& words)
{
    Settings settings;

    for (std::size_t i = 0; i + 1 < words.size(); ++i)
    {
        auto* const place = settingNamed (lowerCase (words[i]), settings);

        if (place == nullptr)
            continue;

        *place = settingNumber (words[i + 1]);

        if (! place->has_value())
            return std::nullopt;
    }

    return settings;
}

Problem invalid (const std::string& where, std::string what, std::string cure)
{
    return { Problem::Kind::invalidValue, where, std::move (what), std::move (cure) };
}

units::Result<CookbookFilter>
filterOf (const ShapeName& shape, Settings settings, const std::string& where)
{
    const double centre = settings.centreHz.value_or (0.0);

    if (centre <= 0.0 || centre >= evaluationRate.nyquistHz())
        return invalid (where,
                        "The filter's frequency Fc is missing or not between 0 and 24000 Hz.",
                        "Write it as \"Fc 105 Hz\".");

    if (settings.octaves && *settings.octaves > 0.0)
        settings.quality = qualityOfBandwidth (*settings.octaves, centre);

    if (shape.needsQuality && settings.quality.value_or (0.0) <= 0.0)
        return invalid (where,
                        "The filter has no Q above zero, so its width is unknown.",
                        "Write it as \"Q 0.7\".");

    CookbookFilter filter { shape.shape, centre };
    filter.gainDb = shape.hasGain ? settings.gainDb.value_or (0.0) : 0.0;

    if (shape.needsQuality)
        filter.quality = *settings.quality;

    return filter;
}

} // namespace

std::optional<double> settingNumber (std::string_view text)
{
    const auto comma = text.find (',');
    const bool isUnclear = comma != std::string_view::npos && text.size() - comma == 4;
    const auto value = parseNumber (text, DecimalMark::comma);

    if (isUnclear || ! value || ! std::isfinite (*value))
        return std::nullopt;

    return value;
}

units::Result<CookbookFilter> parseFilter (const std::vector<std::string_view>& words,
                                           const std::string& where)
{
    const auto type = words.empty() ? "" : lowerCase (words.front());
    const auto* const shape = std::find_if (
        shapeNames.begin(), shapeNames.end(), [&] (const auto& s) { return s.name == type; });

    if (shape == shapeNames.end())
        return invalid (where,
                        "There is no filter type " + quoted (type) + ".",
                        "Known are PK, LSC, HSC, LP, LPQ, HP, HPQ, BP, NO and AP.");

    const auto settings = readSettings (words);

    if (! settings)
        return invalid (where,
                        "Fc, Gain or Q is not a number.",
                        "Write them as \"Fc 105 Hz Gain 6.4 dB Q 0.7\".");

    return filterOf (*shape, *settings, where);
}

} // namespace files
