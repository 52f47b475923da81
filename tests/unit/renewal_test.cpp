// The terminal's next certificate: what is asked for, and which answers are refused.
#include "kiosk/crypto/renewal.h"
#include "tests/sandbox/pki.h"
#include "tests/support/temp_folder.h"

#include <doctest/doctest.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <fstream>
#include <iterator>
#include <memory>

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

/// The same one for somebody with these common names; nobody vouches for it.
std::string named(const std::string& pem, std::initializer_list<const char*> names) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> in(
        BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), &BIO_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr), &X509_free);
    const std::unique_ptr<X509_NAME, decltype(&X509_NAME_free)> subject(X509_NAME_new(), &X509_NAME_free);
    for (const auto* name : names)
        X509_NAME_add_entry_by_txt(subject.get(), "CN", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char*>(name), -1, -1, 0);
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), &BIO_free);
    REQUIRE(X509_set_subject_name(certificate.get(), subject.get()) == 1);
    REQUIRE(i2d_re_X509_tbs(certificate.get(), nullptr) > 0); // or it is written as it was read
    REQUIRE(PEM_write_bio_X509(out.get(), certificate.get()) == 1);
    char* text = nullptr;
    const auto size = BIO_get_mem_data(out.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

} // namespace

TEST_CASE("certificate_of_two_terminals_is_taken_for_one_ones") {
    const Enrolled terminal;
    CHECK(crypto::holderOf(terminal.certificate).value() == "terminal-0001");
    CHECK(crypto::holderOf(named(terminal.certificate, {"terminal-0002"})).value() == "terminal-0002");
    CHECK(crypto::holderOf(named(terminal.certificate, {"a", "b"})).error().code == FaultCode::Malformed);
    CHECK(crypto::holderOf(named(terminal.certificate, {})).error().code == FaultCode::Malformed);
    CHECK(crypto::holderOf("").error().code == FaultCode::Malformed);
}

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
