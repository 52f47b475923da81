// KeyText: what stands in the file or credential that holds a secret of this terminal; private to kiosk/app.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/base/secret.h"
#include "kiosk/settings/settings.h"

namespace balady::app {

/// A development file that is missing is made, with one fresh key (crypto::Keyring::freshLine()), readable to this account alone.
/// Faults: those of keyPlace(), AccessDenied (cannot be read).
[[nodiscard]] Result<SecretBytes> readKeyText(const settings::KeySource& from);

} // namespace balady::app
