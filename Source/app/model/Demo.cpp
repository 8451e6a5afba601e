// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/Demo.h"

#include "cli/demo/DemoFile.h"

namespace app
{

namespace
{

units::Result<void> compose (const std::filesystem::path& file)
{
    std::error_code error;

    if (std::filesystem::exists (file, error))
        return {};

    std::filesystem::create_directories (file.parent_path(), error);
    return cli::writeDemo (file, units::SampleRate { 48000 }, files::Overwrite::allow);
}

} // namespace

// Named after the version, for another may have another song.
Demo::Demo (Notices& said, const std::filesystem::path& cache)
    : notices (said),
      file (cache / ELSEWHERE_VERSION / "Elsewhere demo.wav")
{}

void Demo::ask()
{
    if (! isBeingComposed())
        composing = std::async (std::launch::async, compose, file);
}

std::filesystem::path Demo::take()
{
    if (! isBeingComposed()
        || composing.wait_for (std::chrono::seconds { 0 }) != std::future_status::ready)
        return {};

    if (const auto written = composing.get(); ! written)
    {
        notices.problem ("demo", written.problem());
        return {};
    }

    return file;
}

} // namespace app
