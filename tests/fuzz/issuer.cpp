#include "tests/fuzz/issuer.h"

#include "kiosk/crypto/crypto.h"

namespace balady::fuzz {

using namespace std::chrono_literals;

std::string_view issuerCertificate() {
    return R"(
-----BEGIN CERTIFICATE-----
MIIBXTCCAQOgAwIBAgIHAW7GXLyJDzAKBggqhkjOPQQDAjAhMQswCQYDVQQGEwJV
VDESMBAGA1UEAwwJRGVtbyBDU0NBMB4XDTE2MTEyNDA0MTYwN1oXDTM2MTExOTA0
MTYwN1owITELMAkGA1UEBhMCVVQxEjAQBgNVBAMMCURlbW8gQ1NDQTBZMBMGByqG
SM49AgEGCCqGSM49AwEHA0IABOSgOK3xQlCcgDYnokoqNooTAe1iCF9kxieym90n
tXUkOvLcPaM6hMdOVulZCKbz30UHV2jw/z59yhh087NK+J+jJjAkMBIGA1UdEwEB
/wQIMAYBAf8CAQAwDgYDVR0PAQH/BAQDAgEGMAoGCCqGSM49BAMCA0gAMEUCIBN9
l/z7ntUWwrxBiJ+7ByVgNEdbUfv2jCOm+XDW7MoRAiEAnGhLpYRoaT7BGrWOzUhm
3qmETi4M6ndCjP7Lo+TeIxs=
-----END CERTIFICATE-----
)";
}

const crypto::TrustList& issuerTrusted() {
    static const auto kList = crypto::TrustList::fromPem(issuerCertificate()).value();
    return kList;
}

WallTime dayOfValidity() {
    return std::chrono::sys_days{2026y / 11 / 22};
}

bool isSignedContent(ByteView content) {
    return toHex(crypto::sha256(content)) ==
           "1b25e483a199800168a1e5e5eca903cf7bd2b69e54bff677e09a83b0a658b810";
}

} // namespace balady::fuzz
