// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/TranslationAnalyzer.h"
#include "library/ScenarioResponse.h"
#include "monitoring/NoiseBed.h"

namespace analysis
{

namespace
{

/** As NoiseBed wants to be told it: the ears' full scale is the one that the rules judged with. */
monitoring::NoiseBed::Calibration noiseCalibration (const EarCalibration& atTheEar)
{
    monitoring::NoiseBed::Calibration calibration { { 0.0 }, atTheEar.match };
    calibration.listeningLevel.dbSpl = atTheEar.fullScaleDbSpl - calibration.fullScaleDbSpl();
    return calibration;
}

void amplify (dsp::AudioBlock block, units::Decibels gain)
{
    const auto factor = static_cast<float> (gain.toGain());

    for (std::size_t c = 0; c < block.numChannels(); ++c)
        for (float& sample : block.channel (c))
            sample *= factor;
}

} // namespace

units::Result<monitoring::ProgrammeExcerpts>
TranslationAnalyzer::hear (const CalibratedPanel& panel,
                           std::size_t column,
                           Side side,
                           const monitoring::ProgrammeExcerpts& part) const
{
    const auto& rendering = side == Side::neutral ? panel.neutralBeside (column)
                                                  : panel.renderingOf (column);
    const auto& device = panel.deviceOf (rendering);
    auto heard = monitoring::heardThrough (device.heard, part);
    amplify (heard.frames.block(), rendering.calibration.match);

    const auto* place = request.columns[column].noise;

    if (side == Side::neutral || place == nullptr || ! place->noise)
        return heard;

    const auto toOutput = library::diffuseFieldToOutput (
        library::scenarioOf (library::Subject::device, device.device, request.listener, catalogue),
        catalogue.targets(),
        panel.rate());

    if (! toOutput)
        return toOutput.problem();

    monitoring::NoiseBed { *place->noise, *toOutput, noiseCalibration (rendering.calibration) }
        .addTo (heard.frames.block());
    return heard;
}

} // namespace analysis
