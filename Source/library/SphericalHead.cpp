// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/SphericalHead.h"

#include "library/Geometry.h"
#include "units/Precondition.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace library
{

namespace
{

using Complex = std::complex<double>;

constexpr Complex i { 0.0, 1.0 };

/** The ears' axis: +1 for the left ear. */
double side (Ear ear) { return ear == Ear::left ? 1.0 : -1.0; }

/** Two neighbours of a row of functions of rising order m, which follow from one another. */
template <typename Value>
struct Neighbours
{
    void advance (const Value& next)
    {
        previous = current;
        current = next;
        order += 1.0;
    }

    Value current;
    Value previous;
    double order = 0.0;
};

/** Spherical Hankel functions of the first kind, h_{m−1} and h_m, upwards from order 0. The upward
    recurrence is stable here, because the growing part (the Neumann function) is the wanted one. */
class Hankel
{
public:
    explicit Hankel (double argument)
        : x (argument),
          h { std::exp (i * argument) / (i * argument), std::exp (i * argument) / argument }
    {}

    Complex value() const { return h.current; }
    Complex slope() const { return h.previous - (h.order + 1.0) / x * h.current; }
    void advance() { h.advance ((2.0 * h.order + 1.0) / x * h.current - h.previous); }

private:
    double x;
    Neighbours<Complex> h; // from h_0 and h_{−1} = e^{ix}/x on
};

/** Legendre polynomials P_m, upwards from order 0. */
class Legendre
{
public:
    explicit Legendre (double argument) : x (argument) {}

    double value() const { return p.current; }

    void advance()
    {
        p.advance (((2.0 * p.order + 1.0) * x * p.current - p.order * p.previous)
                   / (p.order + 1.0));
    }

private:
    double x;
    Neighbours<double> p { 1.0, 0.0 };
};

/** Sums terms (m) from m = 0 until two in a row no longer matter. */
template <typename Term>
Complex series (Term&& term)
{
    constexpr int mostTerms = 400;
    constexpr double negligible = 1.0e-9;
    Complex sum = 0.0;
    int small = 0;

    for (int m = 0; m < mostTerms && small < 2; ++m)
    {
        const Complex next = term (m);

        if (! std::isfinite (next.real()) || ! std::isfinite (next.imag()))
            break; // the Hankel functions have left the range of doubles: the rest is below them

        sum += next;
        small = std::abs (next) < negligible * std::abs (sum) ? small + 1 : 0;
    }

    return sum;
}

Complex planeWavePressure (double angle, double ka)
{
    Hankel surface (ka);
    Legendre legendre (std::cos (angle));
    Complex turn = i; // i · (−i)^m

    const Complex sum = series ([&] (int m) {
        const Complex term = turn * (2.0 * m + 1.0) * legendre.value() / surface.slope();
        surface.advance();
        legendre.advance();
        turn *= -i;
        return term;
    });

    return std::conj (sum / (ka * ka));
}

Complex pointSourcePressure (double angle, double ka, double distanceInRadii)
{
    Hankel surface (ka);
    Hankel source (ka * distanceInRadii);
    Legendre legendre (std::cos (angle));

    const Complex sum = series ([&] (int m) {
        const Complex term = (2.0 * m + 1.0) * legendre.value() * source.value() / surface.slope();
        surface.advance();
        source.advance();
        legendre.advance();
        return term;
    });

    return std::conj (-distanceInRadii / ka * std::exp (-i * (ka * distanceInRadii)) * sum);
}

} // namespace

Incidence incidence (Ear ear, const units::Position& source)
{
    const double cosine = side (ear) * unitVector (source.direction).y;
    return { std::acos (std::clamp (cosine, -1.0, 1.0)), source.distanceMetres };
}

Complex sphericalHeadPressure (const Incidence& incidence, units::Hertz frequency)
{
    PRECONDITION (frequency.value > 0.0 && incidence.distanceMetres > headRadiusMetres);
    const double ka = 2.0 * std::numbers::pi * frequency.value * headRadiusMetres
                      / speedOfSoundMetresPerSecond;

    return std::isinf (incidence.distanceMetres)
               ? planeWavePressure (incidence.angleRadians, ka)
               : pointSourcePressure (
                   incidence.angleRadians, ka, incidence.distanceMetres / headRadiusMetres);
}

units::Seconds sphericalHeadDelay (const Incidence& incidence)
{
    const double radius = headRadiusMetres;
    const double angle = incidence.angleRadians;
    const double distance = incidence.distanceMetres;
    PRECONDITION (distance > radius);

    if (std::isinf (distance))
    {
        const double way = angle < std::numbers::pi / 2.0
                               ? -radius * std::cos (angle)
                               : radius * (angle - std::numbers::pi / 2.0);
        return { way / speedOfSoundMetresPerSecond };
    }

    // The tangent from the source touches the sphere at this angle; beyond it the sound creeps.
    const double tangentAngle = std::acos (radius / distance);
    const double way = angle < tangentAngle
                           ? std::sqrt (distance * distance + radius * radius
                                        - 2.0 * distance * radius * std::cos (angle))
                           : std::sqrt (distance * distance - radius * radius)
                                 + radius * (angle - tangentAngle);

    return { (way - distance) / speedOfSoundMetresPerSecond };
}

units::Direction
directionSeenFromEar (Ear ear, const units::Position& source, double distanceMetres)
{
    PRECONDITION (distanceMetres > headRadiusMetres);
    const Point from { 0.0, side (ear) * headRadiusMetres, 0.0 };
    const Point toSource = pointAt (source) - from;
    const Point along = (1.0 / length (toSource)) * toSource;

    // |from + t · along| = distance, the positive root.
    const double half = dot (from, along);
    const double t = -half
                     + std::sqrt (half * half + distanceMetres * distanceMetres - dot (from, from));

    return positionOf (from + t * along).direction;
}

} // namespace library
