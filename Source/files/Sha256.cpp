// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/Sha256.h"

#include <array>
#include <fstream>
#include <nettle/sha2.h>
#include <vector>

namespace files
{

struct Sha256::State
{
    sha256_ctx context;
};

Sha256::Sha256() : state (std::make_unique<State>()) { sha256_init (&state->context); }
Sha256::~Sha256() = default;
Sha256::Sha256 (Sha256&&) noexcept = default;
Sha256& Sha256::operator= (Sha256&&) noexcept = default;

void Sha256::add (std::string_view bytes)
{
    sha256_update (
        &state->context, bytes.size(), reinterpret_cast<const std::uint8_t*> (bytes.data()));
}

std::string Sha256::finish()
{
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest {};
    sha256_digest (&state->context, digest.size(), digest.data());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;

    for (const unsigned byte : digest)
    {
        text += digits[byte / 16];
        text += digits[byte % 16];
    }

    return text;
}

std::string sha256 (std::string_view bytes)
{
    Sha256 hash;
    hash.add (bytes);
    return hash.finish();
}

units::Result<std::string> sha256OfFile (const std::filesystem::path& file)
{
    std::ifstream in { file, std::ios::binary };
    constexpr std::size_t portion = 1 << 20;
    std::vector<char> buffer (portion);
    Sha256 hash;

    while (in)
    {
        in.read (buffer.data(), static_cast<std::streamsize> (buffer.size()));
        hash.add ({ buffer.data(), static_cast<std::size_t> (in.gcount()) });
    }

    if (! in.eof())
        return units::Problem { units::Problem::Kind::unreadableFile,
                                file.string(),
                                "it cannot be read.",
                                "Check that it exists and that you may read it." };

    return hash.finish();
}

} // namespace files
