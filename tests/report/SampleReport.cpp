// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/SampleReport.h"

#include <cmath>

namespace report
{

namespace
{

using analysis::Basis;
using analysis::RuleId;
using analysis::Severity;
using analysis::Verdict;

analysis::ColumnReport column (const std::string& id, const std::string& name, Verdict verdict)
{
    return { id,         name,    id.substr (0, id.find ('/')), "",
             "measured", verdict, { { "bassLost", 0.125 } } };
}

analysis::FindingPlot harmonicsPlot()
{
    return {
        analysis::FindingPlot::Over::ordinal,
        "The harmonics of the bass at 1:12",
        "harmonic",
        "level at the ear",
        "dB SPL",
        { { analysis::PlotSeries::Role::neutral, "Neutral", { 1, 2, 3, 4 }, { 61, 58, 47, 41 } },
          { analysis::PlotSeries::Role::device,
            "Smartphone (2020)",
            { 1, 2, 3, 4 },
            { 12, 21, 30, 34 } },
          { analysis::PlotSeries::Role::threshold,
            "must exceed",
            { 1, 2, 3, 4 },
            { 44, 33, 36, 39 } } }
    };
}

analysis::FindingPlot loudnessPlot()
{
    analysis::FindingPlot plot { analysis::FindingPlot::Over::seconds,
                                 "Loudness beside the noise",
                                 "",
                                 "loudness",
                                 "sone",
                                 { { analysis::PlotSeries::Role::noise, "the noise", {}, {} },
                                   { analysis::PlotSeries::Role::device, "the music", {}, {} } } };

    for (int second = 0; second < 180; ++second)
    {
        plot.series[0].x.push_back (second);
        plot.series[0].y.push_back (9.0 + 0.3 * std::sin (0.7 * second));
        plot.series[1].x.push_back (second);
        plot.series[1].y.push_back (second < 40 ? 1.0 + 0.02 * second
                                                : 14.0 + 3.0 * std::sin (0.2 * second));
    }

    return plot;
}

analysis::Finding bassOn (const std::string& device, double lost)
{
    auto finding = sampleFinding (RuleId::bassDisappears, Severity::fail, device);
    finding.ranges = { { 61.2, 94.0 }, { 121.0, 150.0 } };
    finding.band = analysis::Band { 30.0, 120.0 };
    finding.spread = analysis::Spread::localized;
    finding.evidence = { "share of the bass line's time in which it cannot be followed",
                         lost,
                         0.75,
                         "",
                         Basis::heuristic,
                         "virtual pitch, docs/checking.md" };
    finding.confidence = 0.8;
    finding.summary = "The bass line vanishes; only the kick remains.";
    finding.remedy = {
        {}, "+3 dB at 150 Hz: audible again on 2 of 2 phones; the sedan is slightly boomier.", true
    };
    finding.plot = harmonicsPlot();
    return finding;
}

} // namespace

analysis::Finding sampleFinding (RuleId rule, Severity severity, const std::string& device)
{
    analysis::Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.device = device;
    finding.ranges = { { 10.0, 14.5 } };
    finding.evidence = { "something", 2.0, 1.0, "dB", Basis::heuristic, "our proposal" };
    finding.summary = "Something is lost.";
    return finding;
}

analysis::TranslationReport sampleReport()
{
    analysis::TranslationReport report;
    report.file = "/music/Rain & <Thunder>.wav";
    report.sha256 = std::string (64, 'a');
    report.seconds = 180.04;
    report.sampleRate = 44100;
    report.loudness = { units::Lufs { -9.8 },
                        5.1,
                        units::Decibels { -0.3 },
                        units::Lufs { -6.0 },
                        units::Lufs { -7.9 } };
    report.measures = { { "psr10Db", 6.5 } };
    report.columns = { column ("earbuds/airpods-pro-2", "AirPods Pro 2", Verdict::note),
                       column ("phone/smartphone-2020", "Smartphone (2020)", Verdict::fail),
                       column ("phone/phone-typical", "Phone, typical", Verdict::fail),
                       column ("laptop/laptop-typical", "Laptop, typical", Verdict::pass),
                       column ("car/sedan-2002-front", "Sedan (2002), front", Verdict::pass),
                       column ("car/sedan-2002-front@car-80-kmh",
                               "Sedan (2002), front, Car at 80 km/h",
                               Verdict::warn) };
    report.columns.back().noise = "Car at 80 km/h";

    auto peaks = sampleFinding (RuleId::truePeak, Severity::note, "*");
    peaks.ranges = { { 75.0, 75.4 } };
    peaks.summary = "True peaks reach -0.3 dBTP; some converters and codecs will clip.";
    peaks.evidence = { "true peak", -0.3, -1.0, "dBTP", Basis::standard, "EBU R 128" };
    peaks.remedy = { {}, "-0.7 dB: no peak above -1 dBTP.", true };

    auto drowned = sampleFinding (
        RuleId::quietPartsMasked, Severity::warn, "car/sedan-2002-front@car-80-kmh");
    drowned.ranges = { { 4.0, 39.0 } };
    drowned.summary = "The first verse sinks under the noise for 35 s.";
    drowned.evidence = { "longest stretch below 1 sone", 35.0, 4.0, "s", Basis::heuristic,
                         "ISO 532-1, partial loudness" };
    drowned.remedy = { {}, "Raise the verse by 3 dB; untried.", false };
    drowned.plot = loudnessPlot();

    auto harsh = sampleFinding (RuleId::harsh, Severity::note, "earbuds/airpods-pro-2");
    harsh.ranges.clear();
    harsh.confidence = 0.3;
    harsh.band = analysis::Band { 2900.0, 3500.0 };
    harsh.summary = "3.2 kHz pokes out more than in released masters.";

    report.findings = { peaks,
                        bassOn ("phone/smartphone-2020", 0.91),
                        bassOn ("phone/phone-typical", 0.84),
                        drowned,
                        harsh };
    report.notAssessable = {
        { RuleId::voiceBuried, "*", "No voice found: voice not assessable." }
    };
    report.notes = { "Levels are those at which people usually listen, not yours." };
    report.normsOrigin = "214 tracks of game music";
    return report;
}

analysis::TranslationReport flawlessReport()
{
    auto report = sampleReport();
    report.findings.clear();
    report.notAssessable.clear();

    for (auto& each : report.columns)
        each.verdict = Verdict::pass;

    return report;
}

analysis::TranslationReport silentReport()
{
    auto report = flawlessReport();
    report.loudness = {};
    report.columns[0].measures = { { "nothing", std::nan ("") } };
    report.notAssessable = {
        { RuleId::bassDisappears, "*", "No bass line found: bass not assessable." }
    };
    return report;
}

} // namespace report
