// A licence that was never issued, signed by a key of its own; for tests.
#pragma once

#include "kiosk/crypto/crypto.h"
#include "kiosk/licence/licence_claims.h"
#include "kiosk/model/paper.h"

namespace balady::tests {

inline model::Licence sampleLicence() {
    using namespace std::chrono_literals;
    model::Licence licence;
    licence.number = "LC-4500000123";
    licence.serviceId = "issue-commercial-license";
    licence.title = model::text("رخصة تجارية", "Commercial licence");
    licence.holder = model::text("مؤسسة الأحمد للمواد الغذائية", "Al-Ahmad Foodstuff Establishment");
    licence.holderNumber = "7000000012";
    licence.activity = model::text("بيع المواد الغذائية بالتجزئة", "Retail sale of foodstuffs");
    licence.municipality = model::text("بلدية غرب الدمام", "West Dammam Municipality");
    licence.amana = model::text("أمانة المنطقة الشرقية", "Eastern Province Amana");
    licence.address = "RAAA2919";
    licence.issued = 2026y / 11 / 21;
    licence.expires = 2027y / 11 / 20;
    return licence;
}

/// Signs with a fixed key, so that the paper is the same every time.
struct SampleIssuer {
    Bytes secret = Bytes(32, 7);
    std::string keySet = R"({"keys":[{"kty":"OKP","crv":"Ed25519","kid":"2026-1","x":")" +
                         toBase64Url(crypto::ed25519PublicKey(secret).value()) + R"("}]})";

    [[nodiscard]] model::LicencePaper paper(const model::Licence& licence, bool copy = false) const {
        return {licence, crypto::signJws(licence::writeClaims(licence).value(), secret, "2026-1").value(),
                copy};
    }
};

} // namespace balady::tests
