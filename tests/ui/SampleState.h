// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Catalogue.h"
#include "ui/values/MainViewState.h"

namespace ui
{

/** Our own library; read once. */
const library::Catalogue& sampleCatalogue();

/** A song, playing on a phone, as somebody would see it in the middle of a session. */
MainViewState sampleState();

/** Of a pair of headphones that many mixing engineers own. */
std::shared_ptr<const CorrectionView> sampleCorrection();

/** Nothing open yet, and everything else as delivered. */
MainViewState emptyState();

/** The same after a check: findings on tiles, on the waveform, and in their panel. */
MainViewState checkedState();

} // namespace ui
