// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/Handoff.h"

#include "support/AllocationGuard.h"

#include <gtest/gtest.h>

#include <memory>
#include <thread>

namespace monitoring
{
namespace
{

struct Kernel
{
    explicit Kernel (int& living) : population (living) { ++population; }
    ~Kernel() { --population; }
    int& population;
};

TEST (Handoff, destroysWhatComesHomeOnTheControlThread)
{
    int living = 0;
    Handoff<Kernel, 2> handoff;

    ASSERT_EQ (handoff.send (std::make_unique<Kernel> (living)), nullptr);
    auto* playing = handoff.receive();
    handoff.giveBack (playing);
    EXPECT_EQ (living, 1);

    handoff.collect();
    EXPECT_EQ (living, 0);
}

TEST (Handoff, refusesToLendMoreThanCanComeHome)
{
    int living = 0;
    Handoff<Kernel, 2> handoff;

    EXPECT_EQ (handoff.send (std::make_unique<Kernel> (living)), nullptr);
    EXPECT_EQ (handoff.send (std::make_unique<Kernel> (living)), nullptr);
    EXPECT_NE (handoff.send (std::make_unique<Kernel> (living)), nullptr);
}

TEST (Handoff, audioSideLeavesTheHeapAlone)
{
    int living = 0;
    Handoff<Kernel, 2> handoff;
    ASSERT_EQ (handoff.send (std::make_unique<Kernel> (living)), nullptr);

    support::AllocationGuard heap;
    handoff.giveBack (handoff.receive());
    EXPECT_EQ (heap.count(), 0u);
}

TEST (Handoff, survivesAPlayerAndAPickerInAHurry)
{
    int living = 0;

    {
        Handoff<Kernel, 4> handoff;
        std::atomic<bool> playing { true };

        std::thread audio ([&] {
            Kernel* current = nullptr;

            while (playing.load() || current != nullptr)
            {
                auto* next = handoff.receive();

                if (next == nullptr && playing.load())
                    continue;

                if (current != nullptr)
                    handoff.giveBack (current);

                current = next;
            }
        });

        for (int sent = 0; sent < 20000;)
            if (handoff.send (std::make_unique<Kernel> (living)) == nullptr)
                ++sent;

        playing = false;
        audio.join();
    }

    EXPECT_EQ (living, 0);
}

} // namespace
} // namespace monitoring
