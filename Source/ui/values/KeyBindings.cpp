// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/KeyBindings.h"

#include <algorithm>

namespace ui
{

KeyBindings::KeyBindings()
{
    for (const auto& entry : allCommands())
    {
        table.push_back ({ std::string { entry.key }, entry.command });

        if (! entry.otherKey.empty())
            table.push_back ({ std::string { entry.otherKey }, entry.command });
    }
}

std::string KeyBindings::keyOf (Command command) const
{
    const auto found = std::ranges::find (table, command, &Binding::command);
    return found == table.end() ? std::string {} : found->key;
}

std::vector<std::string> KeyBindings::keysOf (Command command) const
{
    std::vector<std::string> keys;

    for (const auto& binding : table)
        if (binding.command == command)
            keys.push_back (binding.key);

    return keys;
}

std::optional<Command> KeyBindings::commandOf (std::string_view key) const
{
    const auto found = std::ranges::find (table, key, &Binding::key);

    if (found == table.end())
        return std::nullopt;

    return found->command;
}

void KeyBindings::assign (Command command, std::string_view key)
{
    std::erase_if (table, [&] (const Binding& binding) {
        return binding.command == command || binding.key == key;
    });

    if (! key.empty())
        table.push_back ({ std::string { key }, command });
}

} // namespace ui
