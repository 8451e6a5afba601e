// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace files
{

/** SHA-256 (FIPS 180-4) of bytes as they come. */
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256 (Sha256&&) noexcept;
    Sha256& operator= (Sha256&&) noexcept;

    void add (std::string_view bytes);

    /** Of all so far, as 64 hexadecimal digits; what comes next is new. */
    std::string finish();

private:
    struct State;
    std::unique_ptr<State> state;
};

std::string sha256 (std::string_view bytes);

units::Result<std::string> sha256OfFile (const std::filesystem::path& file);

} // namespace files
