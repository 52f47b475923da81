// PACE against Doc 9303-11 appendix G.1, and what EF.CardAccess may say.
#include "drivers/smartcard/bac.h"
#include "drivers/smartcard/pace.h"
#include "drivers/smartcard/security_infos.h"
#include "drivers/smartcard/session_cipher.h"

#include <doctest/doctest.h>

#include <deque>
#include <memory>

using namespace balady;
using namespace balady::smartcard;

namespace {

Bytes hex(std::string_view text) {
    return fromHex(text).value();
}

/// Appendix G.1's terminal: its card, its two private keys.
const ports::AccessKey kPrinted{"T22000129", "640812", "101031"};
const char* const kMappingSecret = "7f4ef07b9ea82fd78ad689b38d0bc78cf21f249d953bc46f4c6e19259c010f99";
const char* const kAgreementSecret = "a73fb703ac1436a18e0cfa5abb3f7bec7a070e7a6788486bee230c4a22762595";
const char* const kCardAccess = "31143012060a04007f0007020204020202010202010d";

PaceHandshake workedExample() {
    const auto keys = std::make_shared<std::deque<Bytes>>();
    keys->push_back(hex(kMappingSecret));
    keys->push_back(hex(kAgreementSecret));
    const auto offer = strongest(parseCardAccess(hex(kCardAccess)).value()).value();
    return {offer, pacePassword(kPrinted).value(), [keys](std::size_t) {
                const auto next = keys->front();
                keys->pop_front();
                return next;
            }};
}

struct Exchange {
    const char* command;
    const char* answer;
};
const std::vector<Exchange> kTranscript{
    {"0022c1a40f800a04007f00070202040202830101", "9000"},
    {"10860000027c0000", "7c12801095a3a016522ee98d01e76cb6b98b42c39000"},
    {"10860000457c438141047acf3efc982ec45565a4b155129efbc74650dcbfa6362d896fc70262e0c2cc5e"
     "544552dcb6725218799115b55c9baa6d9f6bc3a9618e70c25af71777a9c4922d00",
     "7c43824104824fba91c9cbe26bef53a0ebe7342a3bf178cea9f45de0b70aa601651fba3f57"
     "30d8c879aaa9c9f73991e61b58f4d52eb87a0a0c709a49dc63719363ccd13c549000"},
    {"10860000457c438341042db7a64c0355044ec9df190514c625cba2cea48754887122f3a5ef0d5edd301c"
     "3556f3b3b186df10b857b58f6a7eb80f20ba5dc7be1d43d9bf850149fbb3646200",
     "7c438441049e880f842905b8b3181f7af7caa9f0efb743847f44a306d2d28c1d9ec65df6db"
     "7764b22277a2eddc3c265a9f018f9cb852e111b768b326904b59a0193776f0949000"},
    {"008600000c7c0a8508c2b0bd78d94ba86600", "7c0a86083abb9674bce93c089000"},
};

/// The worked example with one answer replaced; the fault that it ends in.
Fault ending(std::size_t step, const Bytes& instead) {
    auto pace = workedExample();
    (void)pace.start();
    for (std::size_t i = 0; i < kTranscript.size(); ++i) {
        const auto answer = i == step ? instead : hex(kTranscript[i].answer);
        const auto next = pace.resume(parseResponse(answer).value());
        if (!next)
            return next.error();
    }
    return {FaultCode::Bug, "it has opened"};
}

} // namespace

TEST_CASE("pace_differs_from_doc9303_11_appendix_g1") {
    auto pace = workedExample();
    auto command = pace.start();
    for (const auto& exchange : kTranscript) {
        CHECK(toHex(command.encode().value()) == exchange.command);
        const auto answer = hex(exchange.answer);
        auto next = pace.resume(parseResponse(answer).value()).value();
        if (auto* session = std::get_if<Session>(&next)) {
            CHECK(session->cipher == Cipher::Aes128);
            CHECK(toHex(session->keys.encryption) == "f5f0e35c0d7161ee6724ee513a0d9a7f");
            CHECK(toHex(session->keys.mac) == "fe251c7858b356b24514b3bd5f4297d1");
            CHECK(toHex(session->counter) == std::string(32, '0'));
            return;
        }
        command = std::get<Command>(next);
    }
    FAIL("no session");
}

TEST_CASE("key_derivation_differs_from_doc9303_11_appendix_g") {
    const auto secret = mrzSecret(kPrinted).value();
    CHECK(toHex(secret) == "7e2d2a41c74ea0b38cd36f863939bfa8e9032aad");
    CHECK(toHex(deriveKey(Cipher::Aes128, secret, KeyUse::Password)) == "89ded1b26624ec1e634c1989302849dd");
    // The same hash with DES parity; and SHA-256 over the same input for the longer keys.
    CHECK(toHex(deriveKey(Cipher::Des3, secret, KeyUse::Password)) == "89dfd0b36725ec1f624c1989312949dc");
    CHECK(toHex(deriveKey(Cipher::Aes256, secret, KeyUse::Password)) ==
          "d79a23c126202ac9051febfbc0e8a03b1c6645d85752b4b71408fa229ab6d56b");
    CHECK(toHex(deriveKey(Cipher::Aes192, secret, KeyUse::Encryption)) ==
          "11504483f04a10a66a8fcd6d348c75a961809c54edaa2117");
}

TEST_CASE("refusal_at_any_step_of_pace_is_named_wrongly") {
    const std::vector<FaultCode> expected{
        FaultCode::UnsupportedCard, // knows not its own offer
        FaultCode::Malformed,       FaultCode::Malformed, FaultCode::Malformed,
        FaultCode::AccessDenied, // wrong password
    };
    for (std::size_t step = 0; step < kTranscript.size(); ++step)
        for (const char* word : {"6300", "6982", "6985", "6988", "6a80", "6f00", "0000"}) {
            CAPTURE(step);
            CAPTURE(word);
            CHECK(ending(step, hex(word)).code == expected[step]);
        }
    // After wrong attempts a chip may warn that few are left, and goes on.
    CHECK(ending(0, hex("63c1")).code == FaultCode::Bug);
}

TEST_CASE("chip_without_the_password_is_believed") {
    CHECK(ending(4, hex("7c0a86083abb9674bce93c099000")).code == FaultCode::Tampered);
    CHECK(ending(4, hex("7c0986073abb9674bce93c9000")).code == FaultCode::Tampered);
    CHECK(ending(4, hex("7c0286009000")).code == FaultCode::Tampered);
    // The terminal's own token, sent back.
    CHECK(ending(4, hex("7c0a8608c2b0bd78d94ba8669000")).code == FaultCode::Tampered);
    // The terminal's own keys, sent back.
    const std::string mappingKey = std::string(kTranscript[2].command).substr(18, 130);
    CHECK(ending(2, hex("7c438241" + mappingKey + "9000")).code == FaultCode::Malformed);
    const std::string agreementKey = std::string(kTranscript[3].command).substr(18, 130);
    CHECK(ending(3, hex("7c438441" + agreementKey + "9000")).code == FaultCode::Malformed);
}

TEST_CASE("garbled_answer_at_any_step_of_pace_opens_a_session") {
    for (std::size_t step = 1; step < kTranscript.size(); ++step) {
        const auto good = hex(kTranscript[step].answer);
        CAPTURE(step);
        for (std::size_t byte = 0; byte + 2 < good.size(); ++byte) {
            auto altered = good;
            altered[byte] ^= 0x21;
            const auto fault = ending(step, altered);
            CHECK(fault.code != FaultCode::Bug);
        }
        for (std::size_t size = 2; size < good.size(); ++size)
            CHECK(ending(step, Bytes(good.begin(), good.begin() + static_cast<long>(size))).code !=
                  FaultCode::Bug);
        CHECK(ending(step, hex("9000")).code == FaultCode::Malformed); // "success" with 0 bytes
        CHECK(ending(step, hex("7c009000")).code == FaultCode::Malformed);
    }
    // The last answer may name certification authorities too (Doc 9303-11, 4.4.4.2).
    CHECK(ending(4, hex("7c0e86083abb9674bce93c08870241419000")).code == FaultCode::Bug);
}

TEST_CASE("card_access_offers_are_misread") {
    const auto offers = parseCardAccess(hex(kCardAccess)).value();
    REQUIRE(offers.size() == 1);
    CHECK(offers[0].cipher == Cipher::Aes128);
    CHECK(offers[0].curve == crypto::Curve::BrainpoolP256r1);
    CHECK(!offers[0].ambiguous);

    // AES-128 and AES-256 on one curve, 3DES with a finite field and AES-128 with integrated mapping beside them.
    const auto several = parseCardAccess(hex("3150"
                                             "3012060a04007f0007020204010102010202010"
                                             "03012060a04007f0007020204040202010202010d"
                                             "3012060a04007f0007020204020202010202010c"
                                             "3012060a04007f0007020204020402010202010c"))
                             .value();
    REQUIRE(several.size() == 2);
    CHECK(strongest(several)->cipher == Cipher::Aes256);
    CHECK(!several[0].ambiguous);

    // Two curves for one protocol: the terminal must say which.
    const auto ambiguous = parseCardAccess(hex("3128"
                                               "3012060a04007f0007020204020202010202010c"
                                               "3012060a04007f0007020204020202010202010d"))
                               .value();
    REQUIRE(ambiguous.size() == 2);
    CHECK(strongest(ambiguous)->parameterId == 12); // the chip's first
    const PaceHandshake pace(*strongest(ambiguous), pacePassword(kPrinted).value(), crypto::randomBytes);
    CHECK(toHex(pace.start().data) == "800a04007f0007020204020283010184010c");
}

TEST_CASE("foreign_or_broken_card_access_is_an_offer") {
    for (const char* foreign : {
             "3100",                                         // nothing
             "31143012060a04007f0007020204020202010102010d", // version 1
             "31143012060a04007f0007020204020202010202017f", // unknown parameters
             "3111300f060a04007f00070202040202020102",       // proprietary parameters
             "31143012060a04007f0007020204020502010202010d", // unknown cipher
             "310d300b060904007f000702020302",               // another protocol
         }) {
        CAPTURE(foreign);
        const auto offers = parseCardAccess(hex(foreign));
        REQUIRE(offers.has_value());
        CHECK(offers->empty());
        CHECK(!strongest(*offers));
    }
    for (const char* broken : {"", "30", "3012", "31023000", "3102040041", "3104300202ff",
                               "31143012060a04007f0007020204020202010202020d"}) {
        CAPTURE(broken);
        CHECK(parseCardAccess(hex(broken)).error().code == FaultCode::Malformed);
    }
}

TEST_CASE("password_is_made_of_something_unprintable") {
    CHECK(pacePassword({"", "", "", "123456"}).value().kind == PacePassword::Kind::CardAccessNumber);
    CHECK(asText(pacePassword({"", "", "", "123456"}).value().secret) == "123456");
    CHECK(pacePassword({"", "", "", "12\n"}).error().code == FaultCode::Malformed);
    CHECK(pacePassword({"", "", "", std::string(33, '1')}).error().code == FaultCode::Malformed);
    CHECK(pacePassword({"", "", ""}).error().code == FaultCode::Malformed);
}
