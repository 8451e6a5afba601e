// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/MonitoringSession.h"

#include <utility>

namespace monitoring
{

MonitoringSession::MonitoringSession (const ChainLayout& layout)
    : unity (ChainBuilder { layout }.unity()),
      selected (unity),
      chain (layout)
{
    hear (unity);
}

void MonitoringSession::select (ChainPlan plan)
{
    selected = std::move (plan);

    if (bypassed == Bypass::off)
        hear (selected);
}

void MonitoringSession::bypass (Bypass wanted)
{
    if (bypassed == wanted)
        return;

    bypassed = wanted;
    hear (wanted == Bypass::on ? unity : selected);
}

void MonitoringSession::tend()
{
    chain.collect();

    if (waiting != nullptr)
        waiting = chain.send (std::move (waiting));
}

/** A plan that waits is never heard once there is a newer one. */
void MonitoringSession::hear (const ChainPlan& plan)
{
    waiting = chain.send (std::make_unique<ChainPlan> (plan));
}

} // namespace monitoring
