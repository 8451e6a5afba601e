// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/CheckText.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace report
{

/** Levels of an album as one programme: services that play it as an album turn all of it by the same. */
struct Album
{
    std::optional<units::Lufs> integrated;
    std::optional<units::Decibels> truePeakDbtp;
};

/** "As one, the album has -11.2 LUFS. …", for whom levels between tracks matter. Empty: silence. */
std::string albumSentence (const Album& album,
                           std::span<const analysis::TranslationReport> masters);

/** Many masters, a line each: verdict, name, loudness, what was found; and how many fared how. */
std::string summaryText (std::span<const analysis::TranslationReport> masters,
                         TextStyle style = {});

} // namespace report
