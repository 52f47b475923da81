// Faults: trouble that the administrator can switch on, between the router and the connection.
#pragma once

#include "tests/sandbox/http.h"

#include <functional>

namespace balady::sandbox {

struct FaultSwitches {
    std::chrono::milliseconds latency{0}; ///< before every reply
    int failStatus = 503;
    int failCount = 0;       ///< so many requests get failStatus and have no effect
    int dropAfterCommit = 0; ///< so many accepted POST, PATCH, DELETE have their effect and no reply: a reset
    int garbage = 0;         ///< so many replies are not HTTP; the request has had its effect
    int wrongShape = 0; ///< so many replies with a body are JSON of a shape that the contract does not know
    int garbleUploads =
        0; ///< so many chunks of a file arrive with one bit turned: the file is then not what was announced
    int alterCatalogues =
        0; ///< so many catalogues arrive with another price and the signature of the true one
    int foreignCertificates = 0; ///< so many renewed certificates are of another authority
    bool refuseConnections = false;
};

/// Answers a request through the switches, and counts them down.
[[nodiscard]] Reply answerWithFaults(FaultSwitches& switches, const Request& request,
                                     const std::function<Response(const Request&)>& answer);

} // namespace balady::sandbox
