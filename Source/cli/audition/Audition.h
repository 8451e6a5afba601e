// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/audition/OutputNames.h"
#include "cli/audition/Subjects.h"
#include "monitoring/DeviceBank.h"
#include "monitoring/LevelMatch.h"
#include "monitoring/LoudnessMatch.h"
#include "monitoring/Progress.h"

#include <optional>

namespace cli
{

enum class Noise
{
    on, ///< that of the environment, when it was asked for and has any
    off
};

struct AuditionRequest
{
    std::vector<std::filesystem::path> masters;
    std::vector<Subject> subjects;
    Listener listener;
    monitoring::Match match = monitoring::Match::loudness;
    monitoring::DeviceLevel deviceLevel = monitoring::DeviceLevel::equal;
    Noise noise = Noise::on;
    std::optional<double> levelDbSpl; ///< of −14 LUFS programme at the ear; else the device's own
    std::optional<int> rateHz;        ///< else each master's
    OutputWish output;
};

/** One output. */
struct AuditionRow
{
    std::string master;
    std::string subject;
    std::string device;               ///< its id, "neutral" or "untouched"
    std::filesystem::path file;       ///< empty where only levels were asked for
    std::optional<double> lufsBefore; ///< as rendered, before any gain
    double listeningLevelDbSpl = 0.0; ///< at which it was matched
    std::optional<monitoring::LoudnessMatch> loudness;
    double matchDb = 0.0;
    std::optional<double> lufsAfter;
    std::optional<double>
        truePeakDbtp; ///< as written; where only levels were asked for, as rendered
};

struct AuditionReport
{
    std::vector<AuditionRow> rows;
    monitoring::Match match = monitoring::Match::loudness;
    monitoring::DeviceLevel deviceLevel = monitoring::DeviceLevel::equal;
    double safetyDb = 0.0;
    bool isExact = false; ///< master ∗ impulse response and nothing else
    std::vector<std::string> notes;
    std::vector<units::Problem> problems; ///< masters that could not be used to their end
};

/** Renders every master on every subject. Nothing is written before everything was rendered and the
    one safety gain is known. */
units::Result<AuditionReport> audition (const AuditionRequest& request,
                                        const library::Catalogue& catalogue,
                                        const monitoring::Progress& progress);

} // namespace cli
