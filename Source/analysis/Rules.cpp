// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Rules.h"

#include "analysis/rules/AntiPhase.h"
#include "analysis/rules/BassDisappears.h"
#include "analysis/rules/BoomyBass.h"
#include "analysis/rules/ChannelBalance.h"
#include "analysis/rules/CodecOvers.h"
#include "analysis/rules/Dynamics.h"
#include "analysis/rules/FileFaults.h"
#include "analysis/rules/Harsh.h"
#include "analysis/rules/MonoLoss.h"
#include "analysis/rules/QuietPartsMasked.h"
#include "analysis/rules/ServiceGain.h"
#include "analysis/rules/SpeakerOverload.h"
#include "analysis/rules/StereoCollapse.h"
#include "analysis/rules/TonalOutlier.h"
#include "analysis/rules/TruePeak.h"
#include "analysis/rules/VoiceBuried.h"

#include <array>

namespace analysis
{

namespace
{

constexpr std::array rules {
    Rule { RuleId::truePeak, Scope::master, truePeak },
    Rule { RuleId::codecOvers, Scope::master, codecOvers, Severity::warn },
    Rule { RuleId::serviceGain, Scope::master, serviceGain },
    Rule { RuleId::dynamics, Scope::master, dynamics, Severity::note },
    Rule { RuleId::monoLoss, Scope::master, monoLoss },
    Rule { RuleId::antiPhase, Scope::master, antiPhase },
    Rule { RuleId::channelBalance, Scope::master, channelBalance },
    Rule { RuleId::fileFaults, Scope::master, fileFaults },
    Rule { RuleId::bassDisappears, Scope::device, bassDisappears, Severity::note },
    Rule { RuleId::boomyBass, Scope::device, boomyBass, Severity::note },
    Rule { RuleId::voiceBuried, Scope::device, voiceBuried, Severity::note },
    Rule { RuleId::quietPartsMasked, Scope::device, quietPartsMasked, Severity::note },
    Rule { RuleId::harsh, Scope::device, harsh, Severity::warn },
    Rule { RuleId::tonalOutlier, Scope::device, tonalOutlier, Severity::warn },
    Rule { RuleId::speakerOverload, Scope::device, speakerOverload, Severity::warn },
    Rule { RuleId::stereoCollapse, Scope::device, stereoCollapse, Severity::warn },
};

} // namespace

std::span<const Rule> allRules() { return rules; }

} // namespace analysis
