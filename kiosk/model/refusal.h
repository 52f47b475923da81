// Refusal: the backend understood and said no, in words for the citizen; and the answer that may be one.
#pragma once

#include "kiosk/model/language.h"

#include <optional>
#include <string>

namespace balady::model {

/// Why the backend refused, from its problem details (RFC 9457). `type` is the last path segment of the
/// problem's type URI: "validation", "gate-not-met", "not-eligible", "file-refused", "wrong-code"…
struct Refusal {
    std::string type;
    LocalizedText sentence;    ///< written for the citizen, or empty
    std::string field;         ///< validation: which field, or empty
    std::string serviceId;     ///< gate-not-met: the service to start instead, or empty
    int retryAfterSeconds = 0; ///< 429
    int attemptsLeft = -1;     ///< wrong-code: how many are left; -1 where it does not apply
};

/// A value, or a refusal that the citizen must read. Faults are for everything else.
template <class T>
struct Answer {
    std::optional<T> value;
    Refusal refusal;
};

} // namespace balady::model
