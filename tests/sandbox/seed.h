// Seed: the demo citizens and what they have on the first start (seed.json; the table is in README.md).
#pragma once

#include "kiosk/base/result.h"
#include "tests/sandbox/platform.h"

#include <string_view>

namespace balady::sandbox {

/// Fills an empty database; days in the file count from the platform's today. Nothing happens in a database that
/// has people. InvalidData if the file breaks its form; throws StorageError.
[[nodiscard]] Result<Done> seed(Platform& platform, std::string_view json);

} // namespace balady::sandbox
