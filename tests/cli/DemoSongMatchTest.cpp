// SPDX-License-Identifier: GPL-3.0-or-later
// What is predicted for a live switch, beside the full model on the rendering (decision 0054).
#include "cli/demo/DemoSong.h"
#include "dsp/BlockOperations.h"
#include "library/DefaultHead.h"
#include "library/LibraryLocation.h"
#include "library/Listener.h"
#include "library/ScenarioResponse.h"
#include "monitoring/LoudnessMatch.h"
#include "monitoring/OfflineRenderer.h"
#include "monitoring/PredictedMatch.h"
#include "support/GoOn.h"
#include "support/TemporaryFolder.h"

#include <gtest/gtest.h>

namespace cli
{
namespace
{

using namespace monitoring;

constexpr units::SampleRate rate { 48000 };

using support::goOn;

/** The chorus, ten seconds of it. */
dsp::AudioBuffer chorus()
{
    const auto song = demoSong (rate);
    dsp::AudioBuffer part (2, rate.framesIn ({ 10.0 }));
    dsp::copy (song.block().slice (rate.framesIn ({ 15.0 }), part.numFrames()), part.block());
    return part;
}

/** What a matrix makes of a programme, on disk. */
files::Spool rendered (const dsp::AudioBuffer& programme,
                       const dsp::TransferMatrix& matrix,
                       const std::filesystem::path& folder)
{
    auto spool = files::Spool::create (folder, matrix.numOutputs());
    EXPECT_TRUE (spool);
    OfflineRenderer renderer { 2, { &matrix } };
    const auto keep = [&] (std::size_t, dsp::ConstAudioBlock block) {
        EXPECT_TRUE (spool->write (block));
    };
    renderer.process (programme.block(), keep);
    renderer.flush (keep);
    return std::move (*spool);
}

TEST (PredictedMatch, isWithinHalfAPhonOfTheFullModelOnTheDemoSong)
{
    const auto catalogue = library::readCatalogue ({});
    ASSERT_TRUE (catalogue);
    auto head = library::defaultHead (library::headFolders());
    ASSERT_TRUE (head);
    library::Listener listener;
    listener.head = std::make_shared<const library::HrtfSet> (std::move (*head));
    const auto scenario = [&] (library::Subject subject, const library::DeviceProfile* device) {
        return library::scenarioOf (subject, device, listener, *catalogue);
    };
    const auto path = earPath (
        scenario (library::Subject::untouched, nullptr), catalogue->targets(), rate);
    ASSERT_TRUE (path);

    const auto song = chorus();
    const auto spectra = masterSpectra (song.block(), rate);
    const support::TemporaryFolder folder;
    auto untouched = files::Spool::create (folder.path, 2);
    ASSERT_TRUE (untouched && untouched->write (song.block()));

    for (const char* id : { "phone/phone-typical",
                            "earbuds/airpods-pro-2",
                            "smart-speaker/smart-speaker-typical",
                            "car/sedan-2002-front" })
    {
        const auto* device = catalogue->device (id);
        ASSERT_NE (device, nullptr) << id;
        const auto response = library::scenarioResponse (
            scenario (library::Subject::device, device), catalogue->targets(), rate);
        ASSERT_TRUE (response) << id;
        const auto level = library::usualListeningLevel (device);
        const Hearing how { *path, rate, level };
        const auto target = loudnessTarget (*untouched, how, goOn);
        ASSERT_TRUE (target && *target) << id;
        const auto gain = PredictedMatch { spectra, *path, level }.gainFor (
            BandTransfer { response->matrix, path->response, spectra });
        ASSERT_TRUE (gain) << id;
        auto rendering = rendered (song, response->matrix, folder.path);
        const auto loudness = renderedLoudness (rendering, *gain, how, goOn);
        ASSERT_TRUE (loudness) << id;
        EXPECT_NEAR ((*target)->anchor.phonOf (loudness->sone), (*target)->phon, 0.5) << id;

        // The same test sees a prediction that is 2 dB off.
        const auto louder = renderedLoudness (
            rendering, *gain + units::Decibels { 2.0 }, how, goOn);
        ASSERT_TRUE (louder) << id;
        EXPECT_GT ((*target)->anchor.phonOf (louder->sone), (*target)->phon + 0.5) << id;
    }
}

} // namespace
} // namespace cli
