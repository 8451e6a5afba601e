// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html/Markup.h"

#include "files/Utf8.h"
#include "report/SvgText.h"

#include <cstdint>

namespace report
{

namespace
{

bool isDigit (char c) { return c >= '0' && c <= '9'; }
bool isCapital (char c) { return c >= 'A' && c <= 'Z'; }

/** At a space: a number and its unit, or a name and its number. */
bool belongsTogetherAt (const std::string& text, std::size_t space)
{
    if (space == 0 || space + 1 >= text.size())
        return false;

    const auto before = text.rfind (' ', space - 1);
    const auto word = text.substr (before == std::string::npos ? 0 : before + 1);
    return isDigit (text[space - 1]) || (isCapital (word[0]) && isDigit (text[space + 1]));
}

} // namespace

std::string escaped (std::string_view text) { return escapedXml (files::validUtf8 (text)); }

std::string escapedSentence (std::string_view text)
{
    constexpr std::string_view dash = "–";
    constexpr std::string_view joinedDash = "\u2060–\u2060";
    const auto plain = escaped (text);
    std::string glued;

    for (std::size_t i = 0; i < plain.size(); ++i)
    {
        if (plain[i] == ' ' && belongsTogetherAt (plain, i))
            glued += "\u00A0";
        else if (i > 0 && isDigit (plain[i - 1]) && plain.compare (i, dash.size(), dash) == 0)
        {
            glued += joinedDash;
            i += dash.size() - 1;
        }
        else
            glued += plain[i];
    }

    return glued;
}

std::string element (std::string_view tag, std::string_view attributes, std::string_view content)
{
    std::string markup = "<";
    markup.append (tag).append (attributes.empty() ? "" : " ").append (attributes).append (">");
    return markup.append (content).append ("</").append (tag).append (">\n");
}

std::string classed (std::string_view tag, std::string_view name, std::string_view content)
{
    return element (tag, "class=\"" + std::string { name } + "\"", content);
}

std::string base64 (std::string_view bytes)
{
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve ((bytes.size() + 2) / 3 * 4);

    for (std::size_t i = 0; i < bytes.size(); i += 3)
    {
        std::uint32_t group = 0;

        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8u
                    | (i + k < bytes.size() ? static_cast<unsigned char> (bytes[i + k]) : 0u);

        for (std::size_t k = 0; k < 4; ++k)
            text += i + k <= bytes.size() ? digits[group >> (18u - 6u * k) & 63u] : '=';
    }

    return text;
}

std::string verdictSign (analysis::Verdict verdict)
{
    const std::string id { verdictId (verdict) };
    return "<svg class=\"sign " + id + "\" role=\"img\" aria-label=\""
           + escaped (verdictName (verdict)) + "\"><use href=\"#sign-" + id + "\"/></svg>";
}

std::string verdictShapes()
{
    return R"(<svg width="0" height="0" class="unseen" aria-hidden="true"><defs>
<symbol id="sign-fail" viewBox="0 0 16 16"><path class="body" d="M5 0h6l5 5v6l-5 5H5l-5-5V5z"/><path class="mark" d="M5 5l6 6M11 5l-6 6"/></symbol>
<symbol id="sign-warn" viewBox="0 0 16 16"><path class="body" d="M8 0.5L16 15.5H0z"/><path class="mark" d="M8 6v4.5M8 12.2v1.4"/></symbol>
<symbol id="sign-note" viewBox="0 0 16 16"><circle class="body" cx="8" cy="8" r="7.5"/><path class="mark" d="M8 3.6v1.4M8 7v5.2"/></symbol>
<symbol id="sign-pass" viewBox="0 0 16 16"><path class="tick" d="M3 8.5l3.5 3.5L13 4.5"/></symbol>
</defs></svg>
)";
}

} // namespace report
