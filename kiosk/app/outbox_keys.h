// OutboxKeys: the keys that encrypt what is kept for the platform, from where the settings say; private to kiosk/app.
#pragma once

#include "kiosk/crypto/sealing.h"
#include "kiosk/settings/settings.h"

namespace balady::app {

/// Faults: those of readKeyText(), Malformed (no keys in it).
[[nodiscard]] Result<crypto::Keyring> readOutboxKeys(const settings::KeySource& from);

} // namespace balady::app
