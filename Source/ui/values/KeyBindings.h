// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/Command.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ui
{

/** Which key does what. A command may have several.

    A key is written as on its cap: "A", "7", "?", "`", "Space", "Left", "Page up", "F9", "Esc", with
    "Ctrl+", "Alt+" and, where no other character comes of it, "Shift+" before it, in this order.
*/
class KeyBindings
{
public:
    struct Binding
    {
        std::string key;
        Command command;

        bool operator== (const Binding&) const = default;
    };

    /** As delivered. */
    KeyBindings();

    explicit KeyBindings (std::vector<Binding> bindings) : table (std::move (bindings)) {}

    /** To be kept in settings. */
    const std::vector<Binding>& bindings() const { return table; }

    std::string keyOf (Command command) const; ///< the first; empty: none
    std::vector<std::string> keysOf (Command command) const;
    std::optional<Command> commandOf (std::string_view key) const;

    /** The command's only key from now on, taken from any other command. Empty: it has none. */
    void assign (Command command, std::string_view key);

    bool operator== (const KeyBindings&) const = default;

private:
    std::vector<Binding> table;
};

} // namespace ui
