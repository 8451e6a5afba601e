// SPDX-License-Identifier: GPL-3.0-or-later
#include "hearing/DecayNetwork.h"

#include <cmath>

namespace hearing
{

DecayNetwork decayNetwork (std::size_t rate)
{
    constexpr double shortSeconds = 0.005;
    constexpr double longSeconds = 0.015;
    constexpr double chargeSeconds = 0.075;
    const double step = 1.0 / static_cast<double> (rate * innerSteps);

    // The two exponentials of the network: roots of λ² + p λ + q.
    const double p = (chargeSeconds + longSeconds) / (chargeSeconds * shortSeconds);
    const double q = 1.0 / (shortSeconds * chargeSeconds);
    const double slow = -p / 2.0 + std::sqrt (p * p / 4.0 - q);
    const double fast = -p / 2.0 - std::sqrt (p * p / 4.0 - q);

    const double slowStep = std::exp (slow * step);
    const double fastStep = std::exp (fast * step);
    const double slowPart = chargeSeconds * slow + 1.0;
    const double fastPart = chargeSeconds * fast + 1.0;
    const double divisor = chargeSeconds * (slow - fast);

    return { (slowPart * slowStep - fastPart * fastStep) / divisor,
             -slowPart * fastPart * (slowStep - fastStep) / divisor,
             (slowStep - fastStep) / divisor,
             -(fastPart * slowStep - slowPart * fastStep) / divisor,
             std::exp (-step / longSeconds),
             std::exp (-step / chargeSeconds) };
}

} // namespace hearing
