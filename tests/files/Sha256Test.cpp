// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/Sha256.h"

#include <gtest/gtest.h>

namespace files
{
namespace
{

// The examples that NIST publishes with FIPS 180-4.
TEST (Sha256, givesThePublishedDigests)
{
    EXPECT_EQ (sha256 ("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ (sha256 (""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST (Sha256, inPartsIsTheSame)
{
    Sha256 hash;
    hash.add ("a");
    hash.add ("bc");
    EXPECT_EQ (hash.finish(), sha256 ("abc"));
}

TEST (Sha256, aMissingFileIsAProblem) { EXPECT_FALSE (sha256OfFile ("/nowhere/at/all.wav")); }

} // namespace
} // namespace files
