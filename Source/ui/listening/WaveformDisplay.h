// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Actions.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <optional>

namespace ui
{

/** The track from its beginning to its end. A click goes there; a drag makes a loop, or moves an end of
    one, or a marker by its flag; a drag along the ruler scrubs; a double click takes the loop away, or,
    on a flag, names it. The other button has what can be done with a flag. */
class WaveformDisplay final : public juce::Component
{
public:
    explicit WaveformDisplay (Actions& actions);

    void show (const WaveformView& waveform);

    /** Repaints where the playhead was and where it is now. */
    void showPosition (double seconds);

    void paint (juce::Graphics& graphics) override;
    void mouseMove (const juce::MouseEvent& event) override;
    void mouseDown (const juce::MouseEvent& event) override;
    void mouseDrag (const juce::MouseEvent& event) override;
    void mouseUp (const juce::MouseEvent& event) override;
    void mouseDoubleClick (const juce::MouseEvent& event) override;
    void focusGained (FocusChangeType cause) override;
    void focusLost (FocusChangeType cause) override;
    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

private:
    enum class Gesture
    {
        none,
        press, ///< a click, until it has moved
        loop,
        marker, ///< a click on a flag, until it has moved
        scrub
    };

    juce::Rectangle<int> waveArea() const;
    juce::Rectangle<int> rulerArea() const;
    double secondsAt (float x) const;
    float xOf (double seconds) const;
    std::optional<double> otherEndOfLoop (float x) const;
    std::optional<std::size_t> markerAt (juce::Point<float> place) const;
    const std::vector<Marker>& visibleMarkers() const;
    void dragMarker (float x);
    void offerMarker (std::size_t marker);
    juce::Rectangle<int> playheadArea (double seconds) const;
    std::optional<TimeSpan> visibleLoop() const;

    void paintWave (juce::Graphics& graphics);
    void paintUnread (juce::Graphics& graphics);
    void paintLoop (juce::Graphics& graphics);
    void paintRuler (juce::Graphics& graphics);
    void paintFindings (juce::Graphics& graphics);
    void paintMarkers (juce::Graphics& graphics);
    void paintPlayhead (juce::Graphics& graphics);

    Actions& actions;
    WaveformView shown;
    double position = 0.0;
    Gesture gesture = Gesture::none;
    double fixedEnd = 0.0;           ///< of the loop that is being dragged
    std::optional<TimeSpan> dragged; ///< not yet anybody's
    std::size_t heldMarker = 0;
    std::vector<Marker> movedMarkers; ///< as they would be; none: none was moved
};

} // namespace ui
