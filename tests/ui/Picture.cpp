// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Picture.h"

#include "ui/RecordedActions.h"

namespace ui
{

juce::Image pictureOf (juce::Component& component)
{
    return component.createComponentSnapshot (component.getLocalBounds(), true, 1.0f);
}

juce::Image pictureOf (const MainViewState& state, int width, int height)
{
    RecordedActions actions;
    MainView view { actions };
    view.setSize (width, height);
    view.show (state);
    return pictureOf (view);
}

int pixelsThatDiffer (const juce::Image& left, const juce::Image& right, juce::Rectangle<int> area)
{
    auto count = 0;

    for (auto y = area.getY(); y < area.getBottom(); ++y)
        for (auto x = area.getX(); x < area.getRight(); ++x)
            count += left.getPixelAt (x, y) == right.getPixelAt (x, y) ? 0 : 1;

    return count;
}

void savePicture (const juce::Image& picture, const juce::File& file)
{
    file.deleteFile();
    juce::FileOutputStream stream { file };
    juce::PNGImageFormat {}.writeImageToStream (picture.convertedToFormat (juce::Image::RGB),
                                                stream);
}

} // namespace ui
