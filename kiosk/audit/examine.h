// examine(): reads an audit trail from its first line to its last and says what somebody did to it.
#pragma once

#include "kiosk/ports/audit_trail.h"

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace balady::audit {

struct Finding {
    std::uint64_t line = 0; ///< from 1
    std::string what;
};

struct Examination {
    std::uint64_t entries = 0;
    std::uint64_t signedUpTo = 0; ///< the sequence of the last entry that a good signature covers
    ports::AuditHead head;
    std::vector<Finding> findings; ///< empty: nothing was altered, removed or put in
    std::uint64_t tornBytes = 0;   ///< behind the last line end: a power cut, no finding
};

/// What is known from elsewhere. Without the key, the one in the first signature is believed: then whoever made the whole file
/// anew is not found.
struct Known {
    std::string publicKey;                ///< hexadecimal, or ""
    std::optional<ports::AuditHead> head; ///< that the terminal told before: it must be in the trail
};

[[nodiscard]] Examination examine(std::istream& trail, const Known& known);

} // namespace balady::audit
