// SettingsTrust: whether the settings are those that the municipality signed; private to kiosk/app.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/settings/settings.h"

#include <filesystem>

namespace balady::app {

/// Who may sign settings: a JWK Set (RFC 7517) beside the program. The settings cannot name it, and whoever can replace it can
/// replace the program itself.
[[nodiscard]] std::filesystem::path settingsKeysFile();

/// Verifies the detached JWS (Ed25519) that was read with the settings. Where `keys` is there, everything must be signed: a
/// development profile, too, for a stranger could write one; and not before what is `kept` (settings::keptSettingsFile())
/// was, for a stranger could bring last year's. Where it is not, only a development profile is taken, and the
/// log says so. Tampered, NotFound (no such key) and Malformed of the signature; Refused of older ones; InvalidSettings if the
/// keys cannot be read or are missing.
[[nodiscard]] Result<Done> trustSettings(const settings::Settings& settings,
                                         const std::filesystem::path& keys,
                                         const std::filesystem::path& kept);

} // namespace balady::app
