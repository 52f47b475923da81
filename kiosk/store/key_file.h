// KeyFile: a key that this terminal made for itself and keeps beside its store; blocks, before the core thread runs.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"

#include <filesystem>

namespace balady::store {

/// The 16 bytes in `file`; random ones are put there first, whole or not at all and readable to this account only, if
/// there is no such file. InvalidData if it holds anything else: with another key, what was told apart by the old one
/// is lost, and that is for a person to decide. AccessDenied, StorageFull, HardwareError of the file system.
[[nodiscard]] Result<Bytes> readOrMakeKey(const std::filesystem::path& file);

} // namespace balady::store
