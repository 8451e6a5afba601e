// SPDX-License-Identifier: GPL-3.0-or-later
// In place of ZitaConvolver.cpp where libzita-convolver was not there when Elsewhere was built.
#include "bench/ZitaConvolver.h"

namespace bench
{

struct ZitaConvolver::State
{};

std::string ZitaConvolver::name() { return "zita-convolver"; }

units::Result<std::unique_ptr<ZitaConvolver>>
ZitaConvolver::make (const std::vector<dsp::TransferMatrix>&, std::size_t, Partitions)
{
    return units::Problem { units::Problem::Kind::missingFile,
                            name(),
                            "This Elsewhere was built without it.",
                            "Race with ./run.sh bench, which installs and builds all peers." };
}

ZitaConvolver::ZitaConvolver() = default;
ZitaConvolver::~ZitaConvolver() = default;

void ZitaConvolver::process (dsp::ConstAudioBlock) {}

std::span<const float> ZitaConvolver::output (std::size_t) const { return {}; }

} // namespace bench
