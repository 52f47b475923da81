// Mappings: what another process has in its memory, read piece by piece through /proc.
#pragma once

#include "kiosk/base/bytes.h"

#include <functional>
#include <string>
#include <vector>

namespace balady::privacy {

/// One line of /proc/PID/maps.
struct Mapping {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    std::string permissions; ///< "rw-p"
    std::string name;        ///< "[heap]", "[stack]", a file, or "anonymous"
};

/// Throws std::runtime_error if there is no such process.
[[nodiscard]] std::vector<Mapping> mappingsOf(int pid);

/// Calls `see` with the mapping's pages that are in memory, in pieces that overlap; the offset is that of the piece in the
/// mapping. Pages that cannot be read (a device's, a guard) are left out. `memory` is /proc/PID/mem, opened by somebody
/// who may.
void readMapping(int memory, const Mapping& mapping, std::size_t overlap,
                 const std::function<void(ByteView piece, std::uint64_t offset)>& see);

} // namespace balady::privacy
