// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/CheckText.h"

#include "report/SampleReport.h"
#include "report/SvgText.h"

#include <gmock/gmock.h>

#include <sstream>

namespace report
{

using analysis::RuleId;
using analysis::Severity;
using analysis::Verdict;
using testing::HasSubstr;
using testing::Not;

namespace
{

std::vector<std::string> linesOf (const std::string& text)
{
    std::istringstream stream { text };
    std::vector<std::string> lines;

    for (std::string line; std::getline (stream, line);)
        lines.push_back (line);

    return lines;
}

std::size_t placeOf (const std::string& words, const std::string& text)
{
    EXPECT_THAT (text, HasSubstr (words));
    return text.find (words);
}

} // namespace

TEST (CheckText, reads)
{
    EXPECT_EQ (checkText (sampleReport()), R"(Rain & <Thunder>.wav
Breaks on phones; likely problems in the sedan at 80 km/h; no problem on the
other 3.

  AirPods Pro 2                        Worth a listen  harshness
  Smartphone (2020)                    Breaks          bass line
  Phone, typical                       Breaks          bass line
  Laptop, typical                      Fine
  Sedan (2002), front                  Fine
  Sedan (2002), front, Car at 80 km/h  Likely problem  quiet parts

What matters most
1. Breaks · bass line
   On phones the bass line vanishes (1:01–1:34, 2:01–2:30); only the kick
   remains.
   Tried: +3 dB at 150 Hz: audible again on 2 of 2 phones; the sedan is slightly
          boomier.
   Shown by: Share of the bass line's time in which it cannot be followed: 91 %,
             threshold 75 % (heuristic: virtual pitch, docs/checking.md).
2. Likely problem · quiet parts
   In the sedan at 80 km/h the first verse sinks under the noise for 35 s
   (0:04–0:39).
   To do: Raise the verse by 3 dB; untried.
   Shown by: Longest stretch below 1 sone: 35 s, threshold 4 s (heuristic: ISO
             532-1, partial loudness).
3. Worth a listen · harshness
   On AirPods Pro 2, 3.2 kHz pokes out more than in released masters.
   Shown by: Something: 2 dB, threshold 1 dB (heuristic: our proposal).
   Not certain: please listen.

About the file
- 3:00, 44.1 kHz stereo, -9.8 LUFS integrated, 5.1 LU range, -0.3 dBTP true
  peak, 9.5 dB peak to loudness.
- True peaks reach -0.3 dBTP (1:15–1:16); some converters and codecs will clip.

Not assessable
- No voice found: voice not assessable.

Please note
- Levels are those at which people usually listen, not yours.
)");
}

TEST (CheckText, fitsTheTerminal)
{
    for (const std::size_t columns : { 60u, 80u, 132u })
        for (const auto& report : { sampleReport(), flawlessReport(), silentReport() })
            for (const auto& line :
                 linesOf (checkText (report, { columns, TextStyle::Ink::plain })))
                EXPECT_LE (numCharacters (line), columns) << line;
}

TEST (CheckText, isColouredOnlyWhenAsked)
{
    EXPECT_THAT (checkText (sampleReport()), Not (HasSubstr ("\x1b")));
    EXPECT_THAT (checkText (sampleReport(), { 80, TextStyle::Ink::coloured }),
                 HasSubstr ("\x1b[1;31mBreaks\x1b[0m"));
}

TEST (CheckText, saysTheWorstThreeAndNamesTheRest)
{
    auto report = sampleReport();

    for (const auto rule : { RuleId::monoLoss, RuleId::boomyBass, RuleId::stereoCollapse })
        report.findings.push_back (sampleFinding (rule, Severity::note, "laptop/laptop-typical"));

    const auto text = checkText (report);
    EXPECT_LT (placeOf ("1. Breaks", text), placeOf ("2. Likely problem", text));
    EXPECT_LT (placeOf ("2. Likely problem", text), placeOf ("3. Worth a listen", text));
    EXPECT_THAT (text, Not (HasSubstr ("4. ")));
    EXPECT_THAT (text, HasSubstr ("3 more findings: "));
}

TEST (CheckText, countsTheFineOnesAmongVeryManyDevices)
{
    auto report = sampleReport();

    for (int i = 0; i < 40; ++i)
        report.columns.push_back (
            { "monitor/" + std::to_string (i), "Monitor", "monitor", "", "", Verdict::pass, {} });

    const auto text = checkText (report);
    EXPECT_THAT (text, HasSubstr ("  42 devices: Fine\n"));
    EXPECT_THAT (text, Not (HasSubstr ("  Monitor")));
    EXPECT_THAT (text, HasSubstr ("  AirPods Pro 2"));
}

TEST (CheckText, letsNoFileNameReachTheTerminal)
{
    auto report = sampleReport();
    report.file = "/x/\x1b[2Jgotcha\xE9.wav";

    EXPECT_THAT (checkText (report), HasSubstr ("?[2Jgotcha\uFFFD.wav"));
}

} // namespace report
