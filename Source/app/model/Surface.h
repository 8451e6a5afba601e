// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/values/MainViewState.h"

#include <functional>
#include <string>
#include <vector>

namespace app
{

/** A question that a file dialog answers. */
struct FileQuestion
{
    enum class Kind
    {
        filesAndFolders,
        oneFile,
        newFile
    };

    Kind kind = Kind::oneFile;
    std::string title;
    std::string pattern;       ///< "*.wav;*.flac"
    std::string suggestion {}; ///< a path
};

/** What the model asks of the window around it. Message thread only. */
class Surface
{
public:
    virtual ~Surface() = default;

    virtual void show (const ui::MainViewState& state) = 0;

    /** The answer may come later, and not at all when the dialog is closed. */
    virtual void ask (const FileQuestion& question,
                      std::function<void (std::vector<std::string>)> answer) = 0;

    virtual void toggleFullScreen() = 0;
};

} // namespace app
