// ReplaceFile: a small file that a power cut leaves as it was or as it shall be; blocks; any thread.
#pragma once

#include "kiosk/base/result.h"

#include <sys/types.h>

#include <filesystem>
#include <string_view>

namespace balady {

/// Whole or not at all, and on the disk when it returns, under the name that it had. `mode` as of chmod(2). AccessDenied,
/// StorageFull, HardwareError of the file system.
[[nodiscard]] Result<Done> replaceFile(const std::filesystem::path& file, std::string_view text, mode_t mode);

} // namespace balady
