// Certificates of badges: who vouches for them, and what their keys signed.
#include "kiosk/crypto/certificate.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/crypto/revocation_list.h"
#include "tests/simulators/chip/badge_key.h"
#include "tests/simulators/chip/key_and_certificate.h"

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

namespace {

constexpr long kDay = 24 * 3600;
using crypto::RevocationList;

} // namespace

TEST_CASE("withdrawn_badge_is_let_in_or_its_colleague_is_not") {
    const IssuingAuthority authority("Maintenance");
    const BadgeKey lost(authority, BadgeKey::Validity::Current);
    const BadgeKey kept(authority, BadgeKey::Validity::Current);
    const auto trust = trusting(authority.pem());
    const auto pem = simulators::withdraw(authority.own(), {lost.certificate()}, -kDay, kDay);
    const auto list = RevocationList::fromPem("issued today\n" + pem, trust).value();
    CHECK(list.withdraws(lost.certificate()).value());
    CHECK_FALSE(list.withdraws(kept.certificate()).value());
    CHECK_FALSE(RevocationList().withdraws(lost.certificate()).value());
    CHECK(list.withdraws(asBytes("no certificate")).error().code == FaultCode::Malformed);
    // The same number of another house is another badge.
    const IssuingAuthority other("Gardens");
    const auto both = trusting(authority.pem() + other.pem());
    const auto others =
        RevocationList::fromPem(simulators::withdraw(other.own(), {lost.certificate()}, -kDay, kDay), both);
    CHECK_FALSE(others.value().withdraws(lost.certificate()).value());
}

TEST_CASE("list_of_withdrawn_badges_that_anybody_wrote_is_believed") {
    const IssuingAuthority authority("Maintenance");
    const IssuingAuthority namesake("Maintenance");
    const BadgeKey badge(authority, BadgeKey::Validity::Current);
    const auto trust = trusting(authority.pem());
    const auto pem = simulators::withdraw(namesake.own(), {}, -kDay, kDay);
    CHECK(RevocationList::fromPem(pem, trust).error().code == FaultCode::Tampered);
    CHECK(RevocationList::fromPem(simulators::withdraw(authority.own(), {}, -kDay, kDay), {}).error().code ==
          FaultCode::Tampered);
    CHECK(RevocationList::fromPem("", trust).error().code == FaultCode::Malformed);
    CHECK(RevocationList::fromPem(authority.pem(), trust).error().code == FaultCode::Malformed);
    auto broken = simulators::withdraw(authority.own(), {badge.certificate()}, -kDay, kDay);
    broken.erase(broken.size() / 2, 8);
    CHECK(RevocationList::fromPem(broken, trust).error().code == FaultCode::Malformed);
}

TEST_CASE("old_list_of_withdrawn_badges_passes_for_a_new_one") {
    const IssuingAuthority authority("Maintenance");
    const auto trust = trusting(authority.pem());
    const auto list = [&](long from, long to) {
        return RevocationList::fromPem(simulators::withdraw(authority.own(), {}, from, to), trust).value();
    };
    CHECK_FALSE(list(-kDay, kDay).isOld(kNow));
    CHECK(list(-2 * kDay, -kDay).isOld(kNow));
    CHECK(list(kDay, 2 * kDay).isOld(kNow)); // the clock is wrong
    CHECK_FALSE(RevocationList().isOld(kNow));
}
