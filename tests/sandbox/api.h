// Api: the contract's operations, one file a resource; each adds its routes to the terminals' router.
#pragma once

#include "kiosk/base/result.h"
#include "tests/sandbox/platform.h"
#include "tests/sandbox/router.h"

#include <functional>
#include <optional>
#include <string>

namespace balady::sandbox {

// `platform` must outlive the router.
void addAuditHeadsApi(Router& router, Platform& platform);
void addCatalogueApi(Router& router, Platform& platform);
void addIdentityApi(Router& router, Platform& platform);
void addOptionsApi(Router& router, Platform& platform);
void addAttachmentsApi(Router& router, Platform& platform);
void addTicketsApi(Router& router, Platform& platform);
void addSubmissionsApi(Router& router, Platform& platform);
void addInquiriesApi(Router& router, Platform& platform);
void addLicencesApi(Router& router, Platform& platform);
void addRatingsApi(Router& router, Platform& platform);
void addSheetsApi(Router& router, Platform& platform);

/// A terminal's next certificate: the request's body and the name of the terminal that sent it; see renewedCertificate().
using RenewCertificate =
    std::function<Result<std::string>(const std::string& request, const std::string& terminal)>;
void addEnrolmentApi(Router& router, RenewCertificate renew);

/// All that the platform alone can answer, with the sandbox's own check of tokens.
[[nodiscard]] Router terminalRouter(Platform& platform);

/// Whose session the token is; nothing when it has ended.
[[nodiscard]] std::optional<std::string> identityOfToken(Platform& platform, const std::string& token);

} // namespace balady::sandbox
