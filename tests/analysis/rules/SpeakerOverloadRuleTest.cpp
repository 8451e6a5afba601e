// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rules/JudgedMaster.h"
#include "analysis/rules/SpeakerOverload.h"

#include <gtest/gtest.h>

namespace analysis
{
namespace
{

using namespace test_master;

Judgement onA (library::DeviceKind kind, const dsp::AudioBuffer& master)
{
    library::DeviceProfile device;
    device.kind = kind;
    const Column column { &device };
    const ReferenceNorms norms;
    const auto measures = measured (master.block());
    return speakerOverload ({ measures, norms, &column });
}

/** Pink noise without its lowest octaves, and a sub of 42 Hz for a while. */
dsp::AudioBuffer withSub (double amplitude)
{
    auto master = pink (60.0, 0.2);
    std::size_t i = 0;
    during (master, 20.0, 40.0, [&] (float& left, float& right) {
        const auto sub = static_cast<float> (amplitude
                                             * sine (42.0, static_cast<double> (i++) / rate.hertz));
        left += sub;
        right += sub;
    });
    return master;
}

TEST (SpeakerOverloadRule, findsTheSubAndWhereItIs)
{
    const auto judgement = onA (library::DeviceKind::smartSpeaker, withSub (1.5));
    ASSERT_EQ (judgement.findings.size(), 1u);
    const auto& finding = judgement.findings[0];
    EXPECT_EQ (finding.severity, Severity::warn);
    EXPECT_NE (finding.evidence.quantity.find ("class-typical"), std::string::npos);
    EXPECT_EQ (finding.evidence.basis, Basis::heuristic);
    EXPECT_GT (overlap (finding.ranges, { 20.0, 40.0 }), 0.9);
}

TEST (SpeakerOverloadRule, isSilentWithoutASubAndOnWhatIsNotSmall)
{
    EXPECT_TRUE (onA (library::DeviceKind::smartSpeaker, withSub (0.0)).findings.empty());
    EXPECT_TRUE (onA (library::DeviceKind::monitor, withSub (1.5)).findings.empty());
    EXPECT_TRUE (onA (library::DeviceKind::headphones, withSub (1.5)).findings.empty());
}

} // namespace
} // namespace analysis
