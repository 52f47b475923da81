// Certificates of badges: who vouches for them, and what their keys signed.
#include "kiosk/crypto/certificate.h"
#include "kiosk/crypto/crypto.h"
#include "tests/simulators/chip/badge_key.h"

#include <doctest/doctest.h>

using namespace balady;
using crypto::SignerTrust;
using simulators::BadgeKey;
using simulators::IssuingAuthority;

namespace {

const WallTime kNow = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());

crypto::TrustList trusting(const std::string& pem) {
    return crypto::TrustList::fromPem(pem).value();
}

} // namespace

TEST_CASE("certificate_of_a_stranger_or_of_yesterday_is_trusted") {
    const IssuingAuthority authority("Maintenance");
    const IssuingAuthority namesake("Maintenance");
    const BadgeKey current(authority, BadgeKey::Validity::Current);
    const BadgeKey expired(authority, BadgeKey::Validity::Expired);
    const auto trust = trusting(authority.pem());
    CHECK(crypto::judgeCertificate(current.certificate(), trust, kNow).value() == SignerTrust::Trusted);
    CHECK(crypto::judgeCertificate(expired.certificate(), trust, kNow).value() == SignerTrust::Expired);
    CHECK(crypto::judgeCertificate(current.certificate(), trusting(namesake.pem()), kNow).value() ==
          SignerTrust::Unknown);
    CHECK(crypto::judgeCertificate(current.certificate(), {}, kNow).value() == SignerTrust::Unknown);
    // One badge alone on the list: its colleague is not trusted with it.
    const BadgeKey colleague(authority, BadgeKey::Validity::Current);
    CHECK(crypto::judgeCertificate(current.certificate(), trusting(current.pem()), kNow).value() ==
          SignerTrust::Trusted);
    CHECK(crypto::judgeCertificate(colleague.certificate(), trusting(current.pem()), kNow).value() ==
          SignerTrust::Unknown);
}

TEST_CASE("broken_certificate_is_read") {
    const IssuingAuthority authority("Maintenance");
    const auto good = BadgeKey(authority, BadgeKey::Validity::Current).certificate();
    const auto trust = trusting(authority.pem());
    for (std::size_t size = 0; size < good.size(); size += 5)
        CHECK(crypto::judgeCertificate(ByteView(good).first(size), trust, kNow).error().code ==
              FaultCode::Malformed);
    auto tail = good;
    tail.push_back(0);
    CHECK(crypto::judgeCertificate(tail, trust, kNow).error().code == FaultCode::Malformed);
    auto altered = good;
    altered.back() ^= 1;
    CHECK(crypto::judgeCertificate(altered, trust, kNow).value() == SignerTrust::Unknown);
}

TEST_CASE("signature_of_another_key_or_over_something_else_is_good") {
    const IssuingAuthority authority("Maintenance");
    const BadgeKey key(authority, BadgeKey::Validity::Current);
    const BadgeKey other(authority, BadgeKey::Validity::Current);
    const auto digest = crypto::sha256(asBytes("challenge"));
    const auto signature = key.sign(digest);
    CHECK(crypto::signedByHolder(key.certificate(), digest, signature).value());
    CHECK_FALSE(crypto::signedByHolder(other.certificate(), digest, signature).value());
    CHECK_FALSE(
        crypto::signedByHolder(key.certificate(), crypto::sha256(asBytes("another")), signature).value());
    for (std::size_t i = 0; i < signature.size(); ++i) {
        auto altered = signature;
        altered[i] ^= 0x01;
        CAPTURE(i);
        CHECK_FALSE(crypto::signedByHolder(key.certificate(), digest, altered).value());
    }
    CHECK_FALSE(crypto::signedByHolder(key.certificate(), digest, {}).value());
    CHECK(crypto::signedByHolder(key.certificate(), ByteView(digest).first(31), signature).error().code ==
          FaultCode::Malformed);
}
