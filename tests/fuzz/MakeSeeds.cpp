// SPDX-License-Identifier: GPL-3.0-or-later
// makeSeeds FOLDER   writes FOLDER/<importer>/seeds/: small good files to start from.
#include "dsp/AudioBuffer.h"
#include "files/AudioFile.h"
#include "files/Json.h"
#include "files/OutputFile.h"
#include "library/ProfileWriter.h"

#include <sndfile.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <vector>

namespace
{

namespace fs = std::filesystem;

fs::path seedFolder (const fs::path& root, const char* importer)
{
    const auto folder = root / importer / "seeds";
    fs::create_directories (folder);
    return folder;
}

void writeAll (const fs::path& folder, const std::vector<std::string>& texts)
{
    for (std::size_t i = 0; i < texts.size(); ++i)
        static_cast<void> (
            files::writeText (folder / std::to_string (i), texts[i], files::Overwrite::allow));
}

std::vector<std::string> jsonTexts()
{
    using files::Json;
    const Json profile = Json::Object {
        { "schema", 1 },
        { "id", "phone/example" },
        { "transducers",
          Json::Array { Json::Object { { "coupling", "air" },
                                       { "frequenciesHz", Json (Json::Array (40, Json (31.5))) },
                                       { "levelsDb", Json::Array { -1.5, 0, 2e-9, nullptr } } } } },
        { "notes", "\"quoted\" \\ \u00e4\n" }
    };

    return { files::writeJson (profile),
             "[[[[]]],{},true,false,null,-0.0,1e300]",
             "\"\\ud83d\\ude00\"" };
}

std::vector<std::string> profileTexts()
{
    library::DeviceProfile phone;
    phone.id = "phone/example";
    phone.name = "Example";
    phone.summary = "A phone that is none.";
    phone.fold.kind = library::Fold::Kind::monoSum;
    phone.provenance.evidence = library::Evidence::modelled;
    phone.provenance.source = "made for the fuzzer";
    phone.provenance.licence = "CC0-1.0";
    phone.provenance.modelledParts = { { { 20.0, 300.0 }, "example" } };
    phone.provenance.uncertaintyDb = { { { 20.0, 20000.0 }, 3.0 } };
    phone.responses.push_back (
        { "main",
          library::Quantity::freeField,
          {},
          dsp::FrequencyResponse::sampled (dsp::libraryGridHz(), [] (double) { return -1.5; }),
          {},
          {},
          {} });
    phone.transducers.push_back ({ "bottom", 0, { { 0.0, -35.0 }, 0.35 } });

    auto earbuds = phone;
    earbuds.id = "earbuds/example";
    earbuds.kind = library::DeviceKind::earbuds;
    earbuds.coupling = library::Coupling::ear;
    earbuds.fold.kind = library::Fold::Kind::stereo;
    earbuds.responses[0].quantity = library::Quantity::deviationFromTarget;
    earbuds.responses[0].target = "harman-in-ear-2019";
    earbuds.transducers = { { "left", 0, {} }, { "right", 0, {} } };
    return { library::writeProfile (phone), library::writeProfile (earbuds) };
}

std::vector<std::string> environmentTexts()
{
    using files::Json;
    const Json provenance = Json::Object { { "evidence", "modelled" },
                                           { "source", "made for the fuzzer" },
                                           { "licence", "CC0-1.0" } };
    return { files::writeJson (
        Json::Object { { "schema", 1 },
                       { "id", "train" },
                       { "name", "Train" },
                       { "summary", "Noise." },
                       { "provenance", provenance },
                       { "noise",
                         Json::Object { { "frequenciesHz", Json::Array { 100, 125 } },
                                        { "levelsDbSpl", Json::Array { 60, 59.5 } } } } }) };
}

std::vector<std::string> tableTexts()
{
    return {
        "* Measurement data measured by REW V5.20\n* Freq(Hz) SPL(dB) Phase(degrees)\n"
        "20.0 91.8 -7.8\n21.0 91.9 -7.9\n",
        "frequency,raw,error,target\n20.00,-1.60,-0.00,-1.60\n20.20,-1.61,-0.01,-1.60\n",
        "\nFrequency\tdB\tUnweighted\n20.5\t65.2\n31.5\t-1.5\n31.5\t-1.6\n",
        "# derived\nfrequency,deviation_db,eardrum_est_db\n20,1,nan\n25,2,3\n31.5,4,5\n",
        "Freq,On Axis,Sound Power,Sound Power DI,DI offset\n20,80,78,32,30\n25,81,78,33,30\n",
        "Freq \"On Axis\"\n20.1 49.1\n20.5 47.9\n",
        "Hz;dB\n20,5;65,25\n31,5;-1,5\n63;7\n",
        "\"20,5\",\"65,25\"\n\"31,5\",\"-1,5\"\n",
        "Preamp: -1 dB\nGraphicEQ: 20 -1.5; 100 0.5; 10000 3\n",
        "Preamp: -3.0 dB\nFilter 1: ON PK Fc 1000 Hz Gain 6.0 dB Q 4.000\n"
        "Filter 2: OFF PK Fc 50 Hz Gain 12 dB Q 1\nFilter 3: ON LSC Fc 60 Hz Gain -4 dB Q 0.71\n"
        "Filter 4: ON HP Fc 30 Hz\nFilter 5: ON PK Fc 500 Hz Gain 1 dB BW Oct 1\n"
    };
}

void writeSound (const fs::path& file, int format)
{
    constexpr int frames = 600;
    SF_INFO info {};
    info.format = format;
    info.channels = 2;
    info.samplerate = 48000;
    SNDFILE* handle = sf_open (file.c_str(), SFM_WRITE, &info);

    if (handle == nullptr)
        return;

    std::vector<float> samples (2 * frames);

    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = 0.5f * std::sin (0.1f * static_cast<float> (i));

    sf_writef_float (handle, samples.data(), frames);
    sf_close (handle);
}

void writeSounds (const fs::path& folder)
{
    constexpr std::array<int, 11> formats {
        SF_FORMAT_WAV | SF_FORMAT_PCM_16,         SF_FORMAT_WAV | SF_FORMAT_FLOAT,
        SF_FORMAT_WAV | SF_FORMAT_IMA_ADPCM,      SF_FORMAT_RF64 | SF_FORMAT_PCM_24,
        SF_FORMAT_AIFF | SF_FORMAT_PCM_16,        SF_FORMAT_CAF | SF_FORMAT_PCM_16,
        SF_FORMAT_W64 | SF_FORMAT_DOUBLE,         SF_FORMAT_FLAC | SF_FORMAT_PCM_16,
        SF_FORMAT_OGG | SF_FORMAT_VORBIS,         SF_FORMAT_OGG | SF_FORMAT_OPUS,
        SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III
    };

    for (std::size_t i = 0; i < formats.size(); ++i)
        writeSound (folder / std::to_string (i), formats[i]);
}

/** See the order in which SofaFileFuzzer takes its input apart. */
std::vector<std::string> sofaBytes()
{
    const std::string twoNumbers ("\2\1\1\1\2", 5);
    const std::string place ("\0\0\3\1\1\1\2\1\3", 9);

    return { std::string ("\0\0\1\2\1\1\0", 7) + twoNumbers + twoNumbers + place + place + place
                 + place + place,
             std::string ("\1\1\1\1\2\1\0", 7) + twoNumbers + twoNumbers + place + place + place
                 + place + place };
}

} // namespace

int main (int count, char** arguments)
{
    if (count != 2)
    {
        std::fputs ("makeSeeds FOLDER\n", stderr);
        return 2;
    }

    const fs::path root = arguments[1];
    writeAll (seedFolder (root, "Json"), jsonTexts());
    writeAll (seedFolder (root, "Profile"), profileTexts());
    writeAll (seedFolder (root, "Environment"), environmentTexts());
    writeAll (seedFolder (root, "ResponseTable"), tableTexts());
    writeSounds (seedFolder (root, "AudioFile"));
    writeAll (seedFolder (root, "SofaFile"), sofaBytes());
    return 0;
}
