// SPDX-License-Identifier: GPL-3.0-or-later
#include "dsp/SpectralProduct.h"

#include "dsp/InstructionSet.h"
#include "dsp/SpectralProductLoop.h"

namespace dsp
{

#if defined(__x86_64__)

SpectralArithmetic avx2Arithmetic(); // SpectralProductAvx2.cpp

SpectralArithmetic fastestArithmetic()
{
    return bestInstructionSet() == InstructionSet::avx2 ? avx2Arithmetic() : portableArithmetic();
}

#else

SpectralArithmetic fastestArithmetic() { return portableArithmetic(); }

#endif

SpectralArithmetic portableArithmetic() { return arithmetic; }

} // namespace dsp
