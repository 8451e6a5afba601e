// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/RuleId.h"

#include <algorithm>
#include <array>

namespace analysis
{

namespace
{

struct Words
{
    RuleId rule;
    std::string_view name;
    std::string_view heading;
    std::string_view question;
};

constexpr std::array table {
    Words { RuleId::truePeak, "true-peak", "Peaks", "Will it clip after conversion?" },
    Words { RuleId::codecOvers, "codec-overs", "Codecs", "Does the lossy encode clip?" },
    Words { RuleId::serviceGain,
            "service-gain",
            "Services",
            "What will streaming do to its level?" },
    Words { RuleId::dynamics, "dynamics", "Dynamics", "Is it crushed?" },
    Words { RuleId::monoLoss, "mono-loss", "Mono", "Does anything vanish on one speaker?" },
    Words { RuleId::antiPhase, "anti-phase", "Phase", "Is it out of phase?" },
    Words { RuleId::channelBalance, "channel-balance", "Balance", "Does it lean?" },
    Words { RuleId::fileFaults, "file-faults", "File", "Is the file itself sound?" },
    Words { RuleId::bassDisappears,
            "bass-disappears",
            "Bass line",
            "Can the bass line still be followed?" },
    Words { RuleId::boomyBass, "boomy-bass", "Boom", "Does the low end take over?" },
    Words { RuleId::voiceBuried, "voice-buried", "Voice", "Can the voice be followed?" },
    Words { RuleId::quietPartsMasked,
            "quiet-parts-masked",
            "Quiet parts",
            "Do the quiet parts drown?" },
    Words { RuleId::harsh, "harsh", "Harshness", "Does it hurt?" },
    Words { RuleId::tonalOutlier, "tonal-outlier", "Balance of tone", "Is its balance unusual?" },
    Words { RuleId::speakerOverload,
            "speaker-overload",
            "Overload",
            "Does the sub make the small speaker pump?" },
    Words { RuleId::stereoCollapse, "stereo-collapse", "Stereo", "Does the image lose something?" },
};

constexpr auto ids = [] {
    std::array<RuleId, table.size()> all {};
    std::ranges::transform (table, all.begin(), &Words::rule);
    return all;
}();

const Words& wordsOf (RuleId rule) { return *std::ranges::find (table, rule, &Words::rule); }

} // namespace

std::span<const RuleId> allRuleIds() { return ids; }
std::string_view ruleName (RuleId rule) { return wordsOf (rule).name; }
std::string_view ruleQuestion (RuleId rule) { return wordsOf (rule).question; }
std::string_view ruleHeading (RuleId rule) { return wordsOf (rule).heading; }

std::optional<RuleId> ruleNamed (std::string_view name)
{
    const auto* found = std::ranges::find (table, name, &Words::name);
    return found == table.end() ? std::nullopt : std::optional { found->rule };
}

} // namespace analysis
