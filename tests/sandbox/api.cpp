#include "tests/sandbox/api.h"

namespace balady::sandbox {

Router terminalRouter(Platform& platform) {
    Router router([&platform](const std::string& token) { return identityOfToken(platform, token); });
    addAuditHeadsApi(router, platform);
    addCatalogueApi(router, platform);
    addIdentityApi(router, platform);
    addOptionsApi(router, platform);
    addAttachmentsApi(router, platform);
    addTicketsApi(router, platform);
    addSubmissionsApi(router, platform);
    addInquiriesApi(router, platform);
    addLicencesApi(router, platform);
    addRatingsApi(router, platform);
    addSheetsApi(router, platform);
    return router;
}

} // namespace balady::sandbox
