#include "tests/sandbox/api.h"

namespace balady::sandbox {
namespace {

/// RFC 9110 13.1.2: weak comparison with any of the listed tags.
bool matchesEtag(std::string_view ifNoneMatch, std::string_view etag) {
    return ifNoneMatch == "*" || ifNoneMatch.find(etag) != std::string_view::npos;
}

} // namespace

void addCatalogueApi(Router& router, Platform& platform) {
    router.add({"GET",
                "/v1/catalogue",
                BodyKind::None,
                Caller::Anybody,
                [&platform](Call& call) -> Response {
                    const auto etag = '"' + platform.served.catalogue.version + '"';
                    const auto known = call.request.headers.find("if-none-match");
                    if (known != call.request.headers.end() && matchesEtag(known->second, etag))
                        return {304, {{"etag", etag}}, {}};
                    return {200,
                            {{"content-type", "application/json"},
                             {"etag", etag},
                             {"catalogue-signature", platform.served.signature}},
                            platform.served.document};
                },
                {}});
}

} // namespace balady::sandbox
