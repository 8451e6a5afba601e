// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hearing/LoudnessMeter.h"

#include <cmath>
#include <vector>

namespace hearing
{

/** A 1 kHz tone, the same in every channel. */
struct Tone
{
    double levelDbfs; ///< of the peak
    double seconds;
};

inline constexpr double silent = -HUGE_VAL;
inline constexpr int standardRate = 48000;

using Channels = std::vector<std::vector<float>>;

std::vector<float> tones (const std::vector<Tone>& parts, double frequencyHz = 1000.0);

std::vector<Tone> repeated (const std::vector<Tone>& parts, int times);

/** In blocks of 4096 frames. */
void listen (LoudnessMeter& meter, const Channels& channels);

/** A meter with its curve that has heard this. */
LoudnessMeter heardBy (const Channels& channels, int atRate = standardRate);

ProgrammeLoudness measured (const Channels& channels, int atRate = standardRate);

/** Of two equal channels. */
ProgrammeLoudness measuredTones (const std::vector<Tone>& parts);

/** Within the 0.1 LU of EBU Tech 3341. */
void expectIntegrated (const ProgrammeLoudness& loudness, double lufs);

} // namespace hearing
