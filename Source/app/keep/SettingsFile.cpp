// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keep/SettingsFile.h"

#include "app/keep/SettingsJson.h"
#include "files/OutputFile.h"

namespace app
{

units::Result<Settings> readSettings (const std::filesystem::path& file)
{
    std::error_code error;

    if (! std::filesystem::exists (file, error))
        return Settings {};

    const auto json = files::readJson (file);

    if (json)
        return settingsOf (*json);

    auto aside = file;
    aside += ".broken";
    std::filesystem::rename (file, aside, error);
    auto problem = json.problem();
    problem.cure = "Everything is as delivered again; what was there is in " + aside.string() + ".";
    return problem;
}

units::Result<void> keep (const std::filesystem::path& file, const files::Json& json)
{
    std::error_code error;
    std::filesystem::create_directories (file.parent_path(), error);
    return files::writeText (file, files::writeJson (json), files::Overwrite::allow);
}

units::Result<void> writeSettings (const std::filesystem::path& file, const Settings& settings)
{
    return keep (file, jsonOf (settings));
}

} // namespace app
