// AdminApi: the administrator's page and operations, on loopback without TLS: decide, pay, look, break things.
#pragma once

#include "tests/sandbox/faults.h"
#include "tests/sandbox/platform.h"
#include "tests/sandbox/router.h"

#include <functional>
#include <string_view>

namespace balady::sandbox {

/// `connections` is called with true when terminals are refused from now on, and with false when they are served
/// again. All must outlive the router.
[[nodiscard]] Router adminRouter(Platform& platform, FaultSwitches& faults, std::string_view page,
                                 std::function<void(bool refuse)> connections);

/// Answers only what a browser or a tool on this machine asks for itself: a foreign Host or Origin is a page in
/// the browser that tries to reach the administrator's operations (DNS rebinding, cross-site requests).
[[nodiscard]] Response answerAdministrator(const Router& router, const Request& request);

} // namespace balady::sandbox
