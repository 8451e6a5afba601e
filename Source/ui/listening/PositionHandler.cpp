// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listening/PositionHandler.h"

#include "ui/look/Words.h"

namespace ui
{

namespace
{

class PositionValue final : public juce::AccessibilityValueInterface
{
public:
    explicit PositionValue (PositionAccess wanted) : access (std::move (wanted)) {}

    bool isReadOnly() const override { return false; }
    double getCurrentValue() const override { return access.seconds(); }
    void setValue (double seconds) override { access.seek (seconds); }
    juce::String getCurrentValueAsString() const override { return clock (access.seconds()); }
    void setValueAsString (const juce::String& text) override { setValue (text.getDoubleValue()); }
    AccessibleValueRange getRange() const override
    {
        return { { 0.0, access.durationSeconds() }, 1.0 };
    }

private:
    PositionAccess access;
};

} // namespace

std::unique_ptr<juce::AccessibilityHandler> positionHandler (juce::Component& component,
                                                             PositionAccess access)
{
    return std::make_unique<juce::AccessibilityHandler> (
        component,
        juce::AccessibilityRole::slider,
        juce::AccessibilityActions {},
        juce::AccessibilityHandler::Interfaces {
            std::make_unique<PositionValue> (std::move (access)) });
}

} // namespace ui
