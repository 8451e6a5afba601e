// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/values/KeyBindings.h"

#include <gtest/gtest.h>

#include <set>

namespace ui
{

TEST (KeyBindings, areDeliveredWithEveryKeyDoingOneThing)
{
    std::set<std::string> keys;

    const KeyBindings delivered;

    for (const auto& binding : delivered.bindings())
        EXPECT_TRUE (keys.insert (binding.key).second) << binding.key;
}

TEST (KeyBindings, reachEveryCommand)
{
    const KeyBindings delivered;

    for (const auto& entry : allCommands())
        EXPECT_EQ (delivered.commandOf (delivered.keyOf (entry.command)), entry.command)
            << entry.id;
}

TEST (KeyBindings, takeAKeyFromWhatHadIt)
{
    KeyBindings keys;
    keys.assign (Command::lost, "L");
    EXPECT_EQ (keys.commandOf ("L"), Command::lost);
    EXPECT_EQ (keys.keyOf (Command::loopOnOff), "");
    EXPECT_EQ (keys.commandOf ("T"), std::nullopt);
}

TEST (KeyBindings, canLeaveACommandWithoutAKey)
{
    KeyBindings keys;
    keys.assign (Command::dim, "");
    EXPECT_EQ (keys.keyOf (Command::dim), "");
    EXPECT_EQ (keys.commandOf (""), std::nullopt);
}

TEST (Command, isFoundByItsIdAgain)
{
    std::set<std::string_view> ids;

    for (const auto& entry : allCommands())
    {
        EXPECT_TRUE (ids.insert (entry.id).second) << entry.id;
        EXPECT_EQ (commandFromId (entry.id), entry.command);
    }

    EXPECT_EQ (commandFromId ("make-coffee"), std::nullopt);
}

TEST (Command, belongsToASlotOfTheBank)
{
    EXPECT_EQ (deviceCommand (0), Command::device1);
    EXPECT_EQ (deviceCommand (8), Command::device9);
    EXPECT_EQ (slotOf (Command::device4), 3u);
    EXPECT_EQ (slotOf (Command::neutral), std::nullopt);
}

} // namespace ui
