// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/Workers.h"

#include <algorithm>

namespace monitoring
{

Workers::Workers (std::size_t numWorkers)
{
    if (numWorkers == 0)
        numWorkers = std::max (1u, std::thread::hardware_concurrency());

    for (std::size_t worker = 1; worker < numWorkers; ++worker)
        threads.emplace_back ([this, worker] { serve (worker); });
}

Workers::~Workers()
{
    {
        const std::lock_guard lock { mutex };
        isEnding = true;
    }

    workArrived.notify_all();

    for (auto& thread : threads)
        thread.join();
}

void Workers::forEach (std::size_t numParts, const Work& work)
{
    std::unique_lock lock { mutex };
    current = &work;
    nextPart = 0;
    numPartsNow = numParts;

    // The others are only worth waking when there is more than the caller can take at once.
    if (numParts > 1)
        workArrived.notify_all();

    takeParts (lock, 0);
    workDone.wait (lock, [this] { return partsRunning == 0; });
    current = nullptr;
}

void Workers::serve (std::size_t worker)
{
    std::unique_lock lock { mutex };

    while (! isEnding)
    {
        if (current != nullptr && nextPart < numPartsNow)
            takeParts (lock, worker);
        else
            workArrived.wait (lock);
    }
}

void Workers::takeParts (std::unique_lock<std::mutex>& lock, std::size_t worker)
{
    while (nextPart < numPartsNow)
    {
        const auto part = nextPart++;
        const auto* work = current;
        ++partsRunning;
        lock.unlock();
        (*work) (part, worker);
        lock.lock();
        --partsRunning;
    }

    if (partsRunning == 0)
        workDone.notify_one();
}

} // namespace monitoring
