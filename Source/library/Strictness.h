// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace library
{

/** Unknown keys are Problems in our own library and passed over in a user's file. */
enum class Strictness
{
    strict,
    lenient
};

} // namespace library
