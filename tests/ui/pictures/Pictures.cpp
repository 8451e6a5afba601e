// SPDX-License-Identifier: GPL-3.0-or-later
//
// ui_pictures FOLDER   draws every view, in both themes, for the README and for whoever looks.
#include "ui/Picture.h"
#include "ui/Scenes.h"

#include <iostream>

int main (int argc, char** argv)
{
    if (argc != 2)
    {
        std::cerr << "ui_pictures FOLDER\n";
        return 2;
    }

    const juce::ScopedJuceInitialiser_GUI framework;
    const auto folder = juce::File::getCurrentWorkingDirectory().getChildFile (argv[1]);
    folder.createDirectory();

    for (const auto& scene : ui::allScenes())
    {
        const auto file = folder.getChildFile (scene.name + ".png");
        ui::savePicture (ui::pictureOf (scene.state, scene.width, scene.height), file);
        std::cout << file.getFileName() << ' ' << file.getSize() / 1024 << " kB\n";
    }

    return 0;
}
