// CMS signatures by signers whom a trust list knows, does not know, or no longer knows.
#include "kiosk/crypto/signed_data.h"
#include "tests/simulators/chip/document_signer.h"

#include <doctest/doctest.h>

using namespace balady;
using crypto::SignerTrust;
using simulators::DocumentSigner;
using simulators::IssuingAuthority;

namespace {

const WallTime kNow = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
const Bytes kContent{0x30, 0x03, 0x02, 0x01, 0x00};

crypto::TrustList trusting(const std::string& pem) {
    return crypto::TrustList::fromPem(pem).value();
}

} // namespace

TEST_CASE("signer_of_a_trusted_authority_is_unknown") {
    const IssuingAuthority authority("Test CSCA");
    const DocumentSigner signer(authority, DocumentSigner::Validity::Current);
    const auto message = signer.sign(kContent);
    const auto data = crypto::verifySignedData(message, trusting(authority.pem()), kNow).value();
    CHECK(data.signer == SignerTrust::Trusted);
    CHECK(data.content == kContent);
    CHECK(toHex(data.contentType) == "678108010101");
    // The signer alone on the list, without the authority.
    CHECK(crypto::verifySignedData(message, trusting(signer.pem()), kNow)->signer == SignerTrust::Trusted);
    // Among others on the list, with comments between.
    const IssuingAuthority other("Other CSCA");
    const auto list = trusting("# two countries\n" + other.pem() + "\n# and the other\n" + authority.pem());
    CHECK(list.size() == 2);
    CHECK(crypto::verifySignedData(message, list, kNow)->signer == SignerTrust::Trusted);
}

TEST_CASE("stranger_or_expired_signer_is_trusted") {
    const IssuingAuthority authority("Test CSCA");
    const IssuingAuthority namesake("Test CSCA"); // same name, another key
    const DocumentSigner signer(authority, DocumentSigner::Validity::Current);
    const DocumentSigner expired(authority, DocumentSigner::Validity::Expired);
    CHECK(crypto::verifySignedData(signer.sign(kContent), {}, kNow)->signer == SignerTrust::Unknown);
    CHECK(crypto::verifySignedData(signer.sign(kContent), trusting(namesake.pem()), kNow)->signer ==
          SignerTrust::Unknown);
    CHECK(crypto::verifySignedData(expired.sign(kContent), trusting(authority.pem()), kNow)->signer ==
          SignerTrust::Expired);
    // The same signature, asked for at another time.
    const auto later = kNow + std::chrono::hours{24 * 365 * 40};
    CHECK(crypto::verifySignedData(signer.sign(kContent), trusting(authority.pem()), later)->signer ==
          SignerTrust::Expired);
}

TEST_CASE("altered_message_verifies") {
    const IssuingAuthority authority("Test CSCA");
    const DocumentSigner signer(authority, DocumentSigner::Validity::Current);
    const auto good = signer.sign(kContent);
    const auto trust = trusting(authority.pem());
    for (std::size_t i = 0; i < good.size(); i += 3) {
        auto altered = good;
        altered[i] ^= 0x01;
        CAPTURE(i);
        const auto data = crypto::verifySignedData(altered, trust, kNow);
        // Some bytes belong to nobody's signature (the certificate's, which then leads nowhere).
        if (data && data->signer == SignerTrust::Trusted)
            CHECK(data->content == kContent);
    }
    auto tail = good;
    tail.push_back(0);
    CHECK(crypto::verifySignedData(tail, trust, kNow).error().code == FaultCode::Malformed);
    for (std::size_t size = 0; size < good.size(); size += 7)
        CHECK(crypto::verifySignedData(ByteView(good).first(size), trust, kNow).error().code ==
              FaultCode::Malformed);
    auto signature = good;
    signature.back() ^= 1; // the last byte of the signature itself
    CHECK(crypto::verifySignedData(signature, trust, kNow).error().code == FaultCode::Tampered);
}

TEST_CASE("broken_trust_list_is_half_read") {
    const IssuingAuthority authority("Test CSCA");
    CHECK(crypto::TrustList::fromPem("").error().code == FaultCode::Malformed);
    CHECK(crypto::TrustList::fromPem("not a certificate").error().code == FaultCode::Malformed);
    auto broken = authority.pem();
    broken[broken.size() / 2] = '*';
    CHECK(crypto::TrustList::fromPem(broken).error().code == FaultCode::Malformed);
    CHECK(crypto::TrustList::fromPem(authority.pem() + broken).error().code == FaultCode::Malformed);
    CHECK(crypto::TrustList().size() == 0);
}
