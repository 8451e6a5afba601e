// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace monitoring
{

/** Worker threads for offline work that falls into independent parts. Never for the audio thread. */
class Workers
{
public:
    /** @param numWorkers  the caller's thread is one of them; 0: as many as there are cores */
    explicit Workers (std::size_t numWorkers = 0);

    /** Waits for the threads to end. */
    ~Workers();
    Workers (const Workers&) = delete;
    Workers& operator= (const Workers&) = delete;

    std::size_t size() const { return threads.size() + 1; }

    /** Calls work (part, worker) once for every part in 0 … numParts − 1, each on some worker
        0 … size() − 1, and returns when all are done. `work` must not throw. */
    using Work = std::function<void (std::size_t part, std::size_t worker)>;
    void forEach (std::size_t numParts, const Work& work);

private:
    void serve (std::size_t worker);
    void takeParts (std::unique_lock<std::mutex>& lock, std::size_t worker);

    std::mutex mutex;
    std::condition_variable workArrived;
    std::condition_variable workDone;
    const Work* current = nullptr;
    std::size_t nextPart = 0;
    std::size_t numPartsNow = 0;
    std::size_t partsRunning = 0;
    bool isEnding = false;
    std::vector<std::thread> threads;
};

} // namespace monitoring
