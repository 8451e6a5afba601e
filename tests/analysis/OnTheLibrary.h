// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/Catalogue.h"
#include "library/DefaultHead.h"
#include "library/LibraryLocation.h"

#include <gtest/gtest.h>

#include <memory>

namespace analysis
{

/** Tests that check masters on devices of the library, which is read once for all of a suite. */
class OnTheLibrary : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        catalogue = std::make_unique<library::Catalogue> (*library::readCatalogue ({}));
        head = std::make_shared<library::HrtfSet> (*library::defaultHead (library::headFolders()));
    }

    static void TearDownTestSuite()
    {
        catalogue.reset();
        head.reset();
    }

    static inline std::unique_ptr<library::Catalogue> catalogue;
    static inline std::shared_ptr<const library::HrtfSet> head;
};

} // namespace analysis
