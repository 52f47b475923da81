// KeptRequest: a request that was accepted at the terminal without a network, and what is known of it until the platform
// has it (ADR 0017).
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/model/request.h"

#include <cstdint>
#include <string>
#include <vector>

namespace balady::model {

/// All that must be sent. Personal: on the disk it is encrypted.
struct KeptRequest {
    std::string idempotencyKey; ///< the same one for every attempt
    std::string visit;          ///< random, one a visit: the requests of one visit are sent in their order
    int priority = 5;           ///< 1 is sent first, 9 last; from the catalogue
    Draft draft;                ///< without attachment ids
    std::vector<Attachment> attachments;
    WallTime acceptedAt{};
};

/// Whether a kept request may have reached the platform.
enum class KeptState {
    Waiting, ///< certainly not
    Unknown, ///< it may have: the platform is asked before it is sent again
    Parked   ///< it cannot be sent as it is; a technician must look
};

/// What may be known of a kept request without opening it. Nothing personal.
struct KeptEntry {
    std::int64_t number = 0; ///< grows with each request that this terminal keeps, and is never given twice
    std::string idempotencyKey;
    std::string serviceId;
    std::string visit;
    int priority = 5;
    WallTime acceptedAt{};
    KeptState state = KeptState::Waiting;
    int attempts = 0;     ///< that ended without an answer
    WallTime notBefore{}; ///< the next attempt, where there was one already; of Parked: since when
    std::string reason;   ///< of Parked: a word for the technician
    friend bool operator==(const KeptEntry&, const KeptEntry&) = default;
};

} // namespace balady::model
