// ParseSettings: the text of settings, wherever it was kept; private to this folder.
#pragma once

#include "kiosk/settings/settings.h"

namespace balady::settings {

/// As readSettings() does with a file: relative paths start from `folder`, and faults call `document` by that name.
[[nodiscard]] Result<Settings> parseSettings(std::string document, const std::filesystem::path& folder,
                                             const std::string& name);

} // namespace balady::settings
