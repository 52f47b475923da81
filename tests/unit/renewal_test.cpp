// The terminal's next certificate: what is asked for, and which answers are refused.
#include "kiosk/crypto/renewal.h"
#include "tests/sandbox/pki.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace balady;
using namespace std::chrono_literals;
using sandbox::Flaw;

namespace {

std::string contents(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A terminal whose certificate ends in a day, and its authority.
struct Enrolled {
    tests::TempFolder folder;
    sandbox::PkiFiles pki = sandbox::developmentPki(folder.path() / "pki", 24h).value();
    std::string certificate = contents(pki.clientCertificate);
    SecretText key{contents(pki.clientKey)};
    crypto::TrustList authority = crypto::TrustList::fromPem(contents(pki.ca)).value();
    WallTime now = SystemClock{}.now();

    [[nodiscard]] std::string answer(Flaw flaw = Flaw::None) const {
        return sandbox::renewedCertificate(pki, crypto::renewalRequest(certificate, key).value(),
                                           "terminal-0001", flaw)
            .value();
    }
    [[nodiscard]] Result<std::string> successor(const std::string& answer) const {
        return crypto::successorIn(answer, certificate, authority, now);
    }
};

} // namespace

TEST_CASE("renewed_certificate_ends_no_later_than_the_old_one") {
    const Enrolled terminal;
    const auto before = crypto::validityOf(terminal.certificate).value();
    CHECK(before.until > terminal.now + 23h);
    CHECK(before.until < terminal.now + 25h);
    const auto successor = terminal.successor(terminal.answer());
    REQUIRE_MESSAGE(successor.has_value(), successor.error().context);
    CHECK(crypto::validityOf(*successor).value().until > before.until + 24h * 3000);
    CHECK(crypto::judgeSuccessor(*successor, terminal.certificate, terminal.authority, terminal.now)
              .has_value());
}

TEST_CASE("answer_that_was_not_asked_for_is_taken") {
    const Enrolled terminal;
    for (const auto flaw : {Flaw::ForeignKey, Flaw::ForeignSubject, Flaw::ForeignAuthority, Flaw::ForServers,
                            Flaw::Shorter, Flaw::NotYetValid}) {
        CAPTURE(static_cast<int>(flaw));
        const auto successor = terminal.successor(terminal.answer(flaw));
        REQUIRE(successor.has_error());
        CHECK(successor.error().code == FaultCode::Tampered);
    }
    // A clock that is wrong by years refuses what is good, and takes nothing: the present one stays.
    const auto good = terminal.answer();
    for (const auto clock : {terminal.now - 24h * 3650, terminal.now + 24h * 7300})
        CHECK(crypto::successorIn(good, terminal.certificate, terminal.authority, clock).error().code ==
              FaultCode::Tampered);
}

TEST_CASE("garbled_answer_is_read") {
    const Enrolled terminal;
    const auto good = terminal.answer();
    for (const auto& answer :
         {std::string{}, std::string{"no base64!"}, std::string{"AAAA"}, good.substr(0, good.size() / 2),
          std::string(100'000, 'A'), contents(terminal.pki.clientCertificate)})
        CHECK(terminal.successor(answer).error().code == FaultCode::Malformed);
    for (std::size_t at = 0; at < good.size(); at += 7) { // altered anywhere, it is refused and never crashes
        auto altered = good;
        altered[at] = altered[at] == 'A' ? 'B' : 'A';
        CAPTURE(at);
        const auto successor = terminal.successor(altered);
        if (successor.has_value()) // what is not signed: of the message around it
            CHECK(*successor == terminal.successor(good).value());
    }
}

TEST_CASE("request_without_the_key_is_signed") {
    const Enrolled terminal;
    const auto stranger = sandbox::developmentPki(terminal.folder.path() / "stranger").value();
    const SecretText foreign{contents(stranger.clientKey)};
    CHECK(crypto::renewalRequest(terminal.certificate, foreign).error().code == FaultCode::Refused);
    CHECK(crypto::renewalRequest(terminal.certificate, SecretText{"no key"}).error().code ==
          FaultCode::Malformed);
    CHECK(crypto::renewalRequest("no certificate", terminal.key).error().code == FaultCode::Malformed);
    CHECK(crypto::validityOf(terminal.certificate.substr(0, 200)).error().code == FaultCode::Malformed);
}

TEST_CASE("authority_renews_for_whoever_asks") {
    const Enrolled terminal;
    const auto request = crypto::renewalRequest(terminal.certificate, terminal.key).value();
    CHECK(sandbox::renewedCertificate(terminal.pki, request, "terminal-0002").error().code ==
          FaultCode::Refused);
    CHECK(sandbox::renewedCertificate(terminal.pki, request, "").error().code == FaultCode::Refused);
    CHECK(sandbox::renewedCertificate(terminal.pki, "bm8gcmVxdWVzdA==", "terminal-0001").error().code ==
          FaultCode::Malformed);
    auto unproven = request; // its last bytes are the signature
    const auto at = unproven.size() - 12;
    unproven[at] = unproven[at] == 'A' ? 'B' : 'A';
    const auto refused = sandbox::renewedCertificate(terminal.pki, unproven, "terminal-0001");
    CHECK(refused.error().code == FaultCode::Tampered);
}
