// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html/ReportHtml.h"

#include "report/SampleReport.h"

#include <gmock/gmock.h>

#include <cmath>
#include <regex>
#include <set>

namespace report
{

using testing::AnyOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

namespace
{

Exhibits exhibitsOf (const analysis::TranslationReport& report)
{
    Exhibits exhibits { report,
                        std::vector<monitoring::WaveformColumn> (100, { -0.5f, 0.5f, 0.2f }),
                        {} };

    for (const auto& place : excerptsWorthHearing (report))
    {
        exhibits.excerpts.push_back ({ place, dsp::AudioBuffer { 2, 22050 }, { 44100 } });
        auto left = exhibits.excerpts.back().stereo.channel (0);

        for (std::size_t i = 0; i < left.size(); ++i)
            left[i] = 0.5f * std::sin (0.05f * static_cast<float> (i));
    }

    return exhibits;
}

std::string pageOf (const analysis::TranslationReport& report)
{
    const auto exhibits = exhibitsOf (report);
    return reportHtml ({ &exhibits, 1 }, { "c0ffee", "0.1.0" });
}

std::vector<std::string> all (const std::string& text, const std::string& pattern)
{
    const std::regex expression { pattern };
    std::vector<std::string> found;

    for (std::sregex_iterator each (text.begin(), text.end(), expression), end; each != end; ++each)
        found.push_back ((*each)[1].str());

    return found;
}

std::size_t placeOf (const std::string& words, const std::string& page)
{
    EXPECT_THAT (page, HasSubstr (words));
    return page.find (words);
}

/** The first tag that does not close what is open, or what is left open; empty: none. */
std::string unbalanced (const std::string& page)
{
    const std::set<std::string> alone { "meta", "input", "!DOCTYPE" };
    std::vector<std::string> open;

    for (const auto& tag : all (page, "<(/?[!a-zA-Z0-9]+[^>]*)>"))
    {
        const auto name = tag.substr (0, tag.find_first_of (" \n"));

        if (name.starts_with ('/'))
        {
            if (open.empty() || open.back() != name.substr (1))
                return "<" + tag + ">";

            open.pop_back();
        }
        else if (! tag.ends_with ('/') && ! alone.contains (name))
            open.push_back (name);
    }

    return open.empty() ? "" : "<" + open.back() + "> left open";
}

} // namespace

TEST (ReportHtml, opensWithTheVerdictAndTheThreeFixes)
{
    const auto page = pageOf (sampleReport());

    EXPECT_LT (placeOf ("<h1", page), placeOf ("What matters most", page));
    EXPECT_LT (placeOf ("What matters most", page), placeOf ("only the kick remains", page));
    EXPECT_LT (placeOf ("only the kick remains", page), placeOf (">Where<", page));
    EXPECT_LT (placeOf (">Where<", page), placeOf (">When<", page));
    EXPECT_LT (placeOf (">When<", page), placeOf ("About the file", page));
}

TEST (ReportHtml, needsNothingElse)
{
    const auto page = pageOf (sampleReport());

    EXPECT_THAT (page, Not (HasSubstr ("<script")));
    EXPECT_THAT (page, Not (HasSubstr ("http:")));
    EXPECT_THAT (page, Not (HasSubstr ("https:")));
    EXPECT_THAT (page, Not (HasSubstr ("url(")));
    EXPECT_THAT (page, Not (HasSubstr ("@import")));
    EXPECT_THAT (page, HasSubstr ("default-src 'none'"));

    for (const auto& source : all (page, "(?:src|href)=\"([^\"]{0,40})"))
        EXPECT_THAT (source, AnyOf (StartsWith ("data:audio/"), StartsWith ("#")));
}

TEST (ReportHtml, isWellFormedAndItsLinksLeadSomewhere)
{
    for (const auto& report : { sampleReport(), flawlessReport(), silentReport() })
    {
        const auto page = pageOf (report);
        EXPECT_EQ (unbalanced (page), "");

        const auto ids = all (page, " id=\"([^\"]*)\"");
        const std::set<std::string> different (ids.begin(), ids.end());
        EXPECT_EQ (different.size(), ids.size());

        for (const auto& target : all (page, "href=\"#([^\"]*)\""))
            EXPECT_TRUE (different.contains (target)) << target;
    }
}

TEST (ReportHtml, letsNoNameBecomeMarkup)
{
    auto report = sampleReport();
    report.file = "/x/\"'><script>alert(1)<\\script>&caf\xE9.wav";
    report.columns[0].name = "<b>AirPods</b>";
    report.findings[1].summary = "<i>gone</i>";
    const auto page = pageOf (report);

    EXPECT_EQ (unbalanced (page), "");
    EXPECT_THAT (page, Not (HasSubstr ("<script")));
    EXPECT_THAT (page, Not (HasSubstr ("<b>AirPods")));
    EXPECT_THAT (page, Not (HasSubstr ("<i>gone")));
    EXPECT_THAT (page, HasSubstr ("&lt;script&gt;alert(1)&lt;\\script&gt;&amp;caf\uFFFD.wav"));
}

TEST (ReportHtml, letsProblemsBeHeard)
{
    const auto page = pageOf (sampleReport());
    EXPECT_EQ (all (page, "<(audio) controls").size(), 6u);
    EXPECT_EQ (all (page, "<audio [^>]*src=\"data:(audio/mpeg);base64,").size(), 6u);
    EXPECT_LT (page.size(), 500000u);
}

TEST (ReportHtml, doesWithoutSoundOrWaveform)
{
    const Exhibits bare { sampleReport(), {}, {} };
    const auto page = reportHtml ({ &bare, 1 }, {});

    EXPECT_EQ (unbalanced (page), "");
    EXPECT_THAT (page, Not (HasSubstr ("<audio")));
    EXPECT_THAT (page, HasSubstr ("only the kick remains"));
}

TEST (ReportHtml, isTheSameEveryTime)
{
    EXPECT_EQ (pageOf (sampleReport()), pageOf (sampleReport()));
}

TEST (ReportHtml, saysByWordsWhatItSaysByColour)
{
    const auto page = pageOf (sampleReport());
    const auto signs = all (page, "<svg class=\"sign [a-z]*\"( role=\"img\" aria-label=\"[A-Z])");
    EXPECT_EQ (signs.size(), all (page, "(<svg class=\"sign )").size());
    EXPECT_THAT (signs, Not (IsEmpty()));
}

TEST (ReportHtml, headsItsTables)
{
    for (const auto& heading : all (pageOf (sampleReport()), "<th( [^>]*)>"))
        EXPECT_THAT (heading, HasSubstr ("scope="));
}

TEST (ReportHtml, leadsFromManyMastersToEach)
{
    const Exhibits masters[] { exhibitsOf (sampleReport()), exhibitsOf (flawlessReport()) };
    const auto page = reportHtml (masters, {});

    EXPECT_EQ (unbalanced (page), "");
    EXPECT_THAT (page, HasSubstr ("href=\"#m1-top\""));
    EXPECT_THAT (page, HasSubstr ("id=\"m2-top\""));
    EXPECT_THAT (page, HasSubstr (">2 masters<"));
}

} // namespace report
