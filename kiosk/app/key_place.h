// KeyPlace: the file that holds a secret of this terminal, from where the settings say; private to kiosk/app.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/settings/settings.h"

#include <filesystem>

namespace balady::app {

/// A credential is a file of $CREDENTIALS_DIRECTORY, where systemd puts it decrypted, in memory that is not swapped
/// (systemd.exec(5), "CREDENTIALS"). Faults, with the credential's name: NotFound (no such credential, no credentials at
/// all, or no such file), AccessDenied (no regular file, or others may read it).
[[nodiscard]] Result<std::filesystem::path> keyPlace(const settings::KeySource& source);

} // namespace balady::app
