// OutboxKeys: the keys that encrypt what is kept for the platform, from where the settings say; private to kiosk/app.
#pragma once

#include "kiosk/crypto/sealing.h"
#include "kiosk/settings/settings.h"

namespace balady::app {

/// A credential is read from $CREDENTIALS_DIRECTORY, where systemd puts it decrypted, in memory that is not swapped
/// (systemd.exec(5), "CREDENTIALS"). A development file that is missing is made. Faults: NotFound (no such credential,
/// or no credentials at all), AccessDenied (cannot be read, or others may read the file), Malformed (no keys in it).
[[nodiscard]] Result<crypto::Keyring> readOutboxKeys(const settings::OutboxKeys& from);

} // namespace balady::app
