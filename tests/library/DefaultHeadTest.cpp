// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/DefaultHead.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

TEST (DefaultHead, aFileInTheFolderComesFirstAndMustBeGood)
{
    const auto folder = std::filesystem::temp_directory_path() / "elsewhere-default-head";
    std::filesystem::create_directories (folder);
    std::ofstream (folder / "mine.sofa") << "no SOFA at all";

    EXPECT_EQ (library::headFiles ({ folder }).front(), folder / "mine.sofa");
    const auto head = library::defaultHead ({ folder });
    ASSERT_FALSE (head);
    EXPECT_NE (head.problem().where.find ("mine.sofa"), std::string::npos);

    std::filesystem::remove_all (folder);
    EXPECT_TRUE (library::defaultHead ({ folder }));
}
