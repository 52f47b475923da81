// Platform: what every operation of the sandbox works with; one for the program, one thread.
#pragma once

#include "kiosk/model/service.h"
#include "tests/sandbox/database.h"
#include "tests/sandbox/licence_signer.h"
#include "tests/sandbox/rules.h"
#include "tests/sandbox/sandbox_clock.h"

#include <string>

namespace balady::sandbox {

/// The catalogue as it is sent and as it is checked against.
struct ServedCatalogue {
    std::string document; ///< JSON
    model::Catalogue catalogue;
    std::string signature{}; ///< of the document: detached JWS
};

struct Platform {
    Database& database;
    SandboxClock& clock;
    const Rules& rules;
    const ServedCatalogue& served;
    const LicenceSigner& signer;
    std::string phoneUrl = "https://localhost:8444"; ///< where telephones reach it
};

} // namespace balady::sandbox
