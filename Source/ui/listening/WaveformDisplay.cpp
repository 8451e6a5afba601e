// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/WaveformDisplay.h"

#include "ui/listening/PositionHandler.h"
#include "ui/look/Look.h"

#include <cmath>

namespace ui
{

namespace
{

constexpr int rulerHeight = 24;
constexpr float handleReach = 6.0f;
constexpr float flagHeight = 20.0f;
constexpr float flagReach = 12.0f;
constexpr int dragThreshold = 4;
constexpr double shortestLoopSeconds = 0.05;

} // namespace

WaveformDisplay::WaveformDisplay (Actions& wantedActions) : actions (wantedActions)
{
    setTitle ("Position");
    setHelpText (
        "Click to go there, drag to loop, drag along the ruler to scrub, drag a flag to move it");
    setWantsKeyboardFocus (true);
    setMouseClickGrabsKeyboardFocus (false);
    setRepaintsOnMouseActivity (false);
}

void WaveformDisplay::show (const WaveformView& waveform)
{
    if (shown == waveform)
        return;

    shown = waveform;
    repaint();
}

void WaveformDisplay::showPosition (double seconds)
{
    const auto before = playheadArea (position);
    const auto after = playheadArea (seconds);
    position = seconds;

    if (before != after)
        repaint (before.getUnion (after).getWidth() < 64 ? before.getUnion (after)
                                                         : getLocalBounds());
}

juce::Rectangle<int> WaveformDisplay::waveArea() const
{
    return getLocalBounds().withTrimmedBottom (rulerHeight);
}

juce::Rectangle<int> WaveformDisplay::rulerArea() const
{
    return getLocalBounds().removeFromBottom (rulerHeight);
}

double WaveformDisplay::secondsAt (float x) const
{
    const auto share = static_cast<double> (x) / std::max (1, getWidth());
    return std::clamp (share, 0.0, 1.0) * shown.durationSeconds;
}

float WaveformDisplay::xOf (double seconds) const
{
    if (shown.durationSeconds <= 0.0)
        return 0.0f;

    return static_cast<float> (seconds / shown.durationSeconds * getWidth());
}

juce::Rectangle<int> WaveformDisplay::playheadArea (double seconds) const
{
    return { static_cast<int> (std::floor (xOf (seconds))) - 7, 0, 14, getHeight() };
}

std::optional<TimeSpan> WaveformDisplay::visibleLoop() const
{
    return dragged ? dragged : shown.loop;
}

std::optional<double> WaveformDisplay::otherEndOfLoop (float x) const
{
    if (! shown.loop)
        return std::nullopt;

    if (std::abs (x - xOf (shown.loop->beginSeconds)) <= handleReach)
        return shown.loop->endSeconds;

    if (std::abs (x - xOf (shown.loop->endSeconds)) <= handleReach)
        return shown.loop->beginSeconds;

    return std::nullopt;
}

std::optional<std::size_t> WaveformDisplay::markerAt (juce::Point<float> place) const
{
    // The last of several, which is painted over the others.
    for (auto marker = shown.markers.size(); place.y < flagHeight && marker-- > 0;)
    {
        const auto x = xOf (shown.markers[marker].seconds);

        if (place.x >= x - handleReach && place.x <= x + flagReach)
            return marker;
    }

    return std::nullopt;
}

const std::vector<Marker>& WaveformDisplay::visibleMarkers() const
{
    return movedMarkers.empty() ? shown.markers : movedMarkers;
}

void WaveformDisplay::dragMarker (float x)
{
    if (heldMarker >= shown.markers.size())
        return;

    movedMarkers = shown.markers;
    movedMarkers[heldMarker].seconds = secondsAt (x);
    repaint();
}

void WaveformDisplay::offerMarker (std::size_t marker)
{
    juce::PopupMenu menu;
    menu.addItem ("Name it", [this, marker] { actions.editMarker (marker); });
    menu.addItem ("Move it to where it plays", [this, marker] {
        if (marker < shown.markers.size())
            actions.setMarker (marker, { position, shown.markers[marker].label });
    });
    menu.addItem ("Remove it", [this, marker] { actions.removeMarker (marker); });
    menu.showMenuAsync (juce::PopupMenu::Options {}.withTargetComponent (this).withMousePosition());
}

void WaveformDisplay::mouseMove (const juce::MouseEvent& event)
{
    const bool isHandle = markerAt (event.position) || otherEndOfLoop (event.position.x);
    setMouseCursor (isHandle ? juce::MouseCursor::LeftRightResizeCursor
                             : juce::MouseCursor::NormalCursor);
}

void WaveformDisplay::mouseDown (const juce::MouseEvent& event)
{
    const auto marker = markerAt (event.position);

    if (marker && event.mods.isPopupMenu())
        offerMarker (*marker);

    if (shown.durationSeconds <= 0.0 || ! event.mods.isLeftButtonDown() || event.mods.isPopupMenu())
        return;

    if (marker)
    {
        gesture = Gesture::marker;
        heldMarker = *marker;
        return;
    }

    if (rulerArea().contains (event.getPosition()))
    {
        gesture = Gesture::scrub;
        actions.scrub (secondsAt (event.position.x));
        return;
    }

    const auto otherEnd = otherEndOfLoop (event.position.x);
    gesture = otherEnd ? Gesture::loop : Gesture::press;
    fixedEnd = otherEnd.value_or (secondsAt (event.position.x));
}

void WaveformDisplay::mouseDrag (const juce::MouseEvent& event)
{
    if (gesture == Gesture::scrub)
        actions.scrub (secondsAt (event.position.x));

    const bool hasMoved = std::abs (event.getDistanceFromDragStartX()) >= dragThreshold;

    if (gesture == Gesture::marker && (hasMoved || ! movedMarkers.empty()))
        dragMarker (event.position.x);

    if (gesture == Gesture::press && hasMoved)
        gesture = Gesture::loop;

    if (gesture != Gesture::loop)
        return;

    const auto moved = secondsAt (event.position.x);
    dragged = TimeSpan { std::min (fixedEnd, moved), std::max (fixedEnd, moved) };
    repaint();
}

void WaveformDisplay::mouseUp (const juce::MouseEvent& event)
{
    const auto finished = std::exchange (gesture, Gesture::none);
    const auto loop = std::exchange (dragged, std::nullopt);
    const auto moved = std::exchange (movedMarkers, {});

    if (finished == Gesture::marker && heldMarker < moved.size())
        actions.setMarker (heldMarker, moved[heldMarker]);
    else if (finished == Gesture::marker && heldMarker < shown.markers.size())
        actions.seek (shown.markers[heldMarker].seconds);
    else if (finished == Gesture::press || finished == Gesture::scrub)
        actions.seek (secondsAt (event.position.x));
    else if (loop && loop->endSeconds - loop->beginSeconds >= shortestLoopSeconds)
        actions.setLoop (loop);

    repaint();
}

void WaveformDisplay::mouseDoubleClick (const juce::MouseEvent& event)
{
    if (const auto marker = markerAt (event.position))
        actions.editMarker (*marker);
    else if (shown.loop)
        actions.setLoop (std::nullopt);
}

void WaveformDisplay::focusGained (FocusChangeType) { repaint(); }
void WaveformDisplay::focusLost (FocusChangeType) { repaint(); }

std::unique_ptr<juce::AccessibilityHandler> WaveformDisplay::createAccessibilityHandler()
{
    return positionHandler (*this,
                            { [this] { return position; },
                              [this] { return shown.durationSeconds; },
                              [this] (double seconds) { actions.seek (seconds); } });
}

} // namespace ui
