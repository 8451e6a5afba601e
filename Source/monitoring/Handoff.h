// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "units/Realtime.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>

namespace monitoring
{

/** A single-producer, single-consumer queue of pointers. Wait-free at both ends. */
template <typename Item, std::size_t capacity>
class PointerQueue
{
public:
    bool push (Item* item) noexcept REALTIME
    {
        const auto end = writeCount.load (std::memory_order_relaxed);

        if (end - readCount.load (std::memory_order_acquire) == capacity)
            return false;

        slots[end % capacity] = item;
        writeCount.store (end + 1, std::memory_order_release);
        return true;
    }

    Item* pop() noexcept REALTIME
    {
        const auto start = readCount.load (std::memory_order_relaxed);

        if (start == writeCount.load (std::memory_order_acquire))
            return nullptr;

        auto* item = slots[start % capacity];
        readCount.store (start + 1, std::memory_order_release);
        return item;
    }

private:
    std::array<Item*, capacity> slots {};
    std::atomic<std::size_t> writeCount { 0 };
    std::atomic<std::size_t> readCount { 0 };
};

/** Lends objects to the audio thread and takes them back to be destroyed.

    The control thread builds an object, sends it, and later collects it. The audio thread
    receives it, uses it for as long as it likes, and returns it. So every object is built and
    destroyed on the control thread, and the audio thread never allocates, frees or waits.

    Returning cannot fail: at most `capacity` objects are ever out on loan, and the way back has
    room for all of them. send() is the one call that can refuse, and it refuses on the thread
    that is able to try again.
*/
template <typename Item, std::size_t capacity = 8>
class Handoff
{
public:
    Handoff() = default;
    Handoff (const Handoff&) = delete;
    Handoff& operator= (const Handoff&) = delete;

    /** The audio thread must have stopped, and must have returned what it held. */
    ~Handoff()
    {
        collect();

        while (auto* unclaimed = outward.pop())
            delete unclaimed;
    }

    //==============================================================================
    // Control thread

    /** Lends the item, or hands it straight back when `capacity` items are already on loan. */
    [[nodiscard]] std::unique_ptr<Item> send (std::unique_ptr<Item> item)
    {
        collect();

        if (onLoan == capacity)
            return item;

        outward.push (item.release());
        ++onLoan;
        return nullptr;
    }

    /** Destroys every item the audio thread has finished with. */
    void collect()
    {
        while (auto* finished = homeward.pop())
        {
            delete finished;
            --onLoan;
        }
    }

    //==============================================================================
    // Audio thread

    /** The next item, or nullptr when none is waiting. */
    Item* receive() noexcept REALTIME { return outward.pop(); }

    /** Gives an item back. The caller must not touch it again. */
    void giveBack (Item* item) noexcept REALTIME { homeward.push (item); }

private:
    PointerQueue<Item, capacity> outward;
    PointerQueue<Item, capacity> homeward;
    std::size_t onLoan = 0;
};

} // namespace monitoring
