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
    Rule { RuleId::codecOvers, Scope::master, codecOvers },
    Rule { RuleId::serviceGain, Scope::master, serviceGain },
    Rule { RuleId::dynamics, Scope::master, dynamics },
    Rule { RuleId::monoLoss, Scope::master, monoLoss },
    Rule { RuleId::antiPhase, Scope::master, antiPhase },
    Rule { RuleId::channelBalance, Scope::master, channelBalance },
    Rule { RuleId::fileFaults, Scope::master, fileFaults },
    Rule { RuleId::bassDisappears, Scope::device, bassDisappears },
    Rule { RuleId::boomyBass, Scope::device, boomyBass },
    Rule { RuleId::voiceBuried, Scope::device, voiceBuried },
    Rule { RuleId::quietPartsMasked, Scope::device, quietPartsMasked },
    Rule { RuleId::harsh, Scope::device, harsh },
    Rule { RuleId::tonalOutlier, Scope::device, tonalOutlier },
    Rule { RuleId::speakerOverload, Scope::device, speakerOverload },
    Rule { RuleId::stereoCollapse, Scope::device, stereoCollapse },
};

} // namespace

std::span<const Rule> allRules() { return rules; }

} // namespace analysis
