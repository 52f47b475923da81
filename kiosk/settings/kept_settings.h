// KeptSettings: the settings with which a terminal served last, for the day when those that it is given are of no use.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/settings/settings.h"

#include <filesystem>
#include <string>

namespace balady::settings {

/// As it was read: who signed it, and that nobody altered it, is for app::trustSettings() to find out.
struct KeptText {
    std::string signature; ///< as Settings::signature
    std::string document;  ///< as Settings::document
};

/// In the folder that systemd gives a service for its state (systemd.exec(5), $STATE_DIRECTORY), because the settings that
/// name another may be the ones that are damaged. Empty outside of systemd: then none are kept.
[[nodiscard]] std::filesystem::path keptSettingsFile();

/// Blocks. NotFound (none are kept), AccessDenied, Malformed (nobody's writing).
[[nodiscard]] Result<KeptText> readKeptText(const std::filesystem::path& kept);
/// The same as settings: relative paths start from the folder of `given`, the file in whose place they are. The faults of
/// readSettings(), too.
[[nodiscard]] Result<Settings> readKeptSettings(const std::filesystem::path& kept,
                                                const std::filesystem::path& given);

/// Takes the place of what was kept, whole or not at all; blocks. Done where nothing is kept, or these are already.
/// AccessDenied, StorageFull, HardwareError of the file system.
[[nodiscard]] Result<Done> keepSettings(const std::filesystem::path& kept, const Settings& settings);

} // namespace balady::settings
