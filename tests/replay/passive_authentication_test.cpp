// What is made of a chip's signature, over whole readings of simulated chips.
#include "drivers/smartcard/facial_image.h"
#include "drivers/smartcard/lds_reader.h"
#include "drivers/smartcard/security_object.h"
#include "drivers/smartcard/t0_transmission.h"
#include "tests/simulators/chip/personalisation.h"
#include "tests/simulators/chip/t0_card.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <functional>
#include <optional>
#include <string>

using namespace balady;
using model::Authenticity;
using simulators::Signature;

namespace {

const simulators::Country& country() {
    static const simulators::Country kCountry;
    return kCountry;
}

simulators::CardFile cardWith(Signature signature) {
    simulators::CardFile card;
    card.mrz = "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
    card.portraitSize = 9000;
    card.signature = signature;
    return card;
}

model::ChipContents readFrom(const ports::AccessKey& key, const std::string& trustList, bool withPortrait,
                             const std::function<Bytes(ByteView)>& transmit) {
    smartcard::ReadingTerms terms;
    if (!trustList.empty())
        terms.trust = crypto::TrustList::fromPem(trustList).value();
    terms.now = SystemClock().now();
    terms.withPortrait = withPortrait;
    smartcard::LdsReader reader(key, terms);
    auto step = reader.start();
    while (auto* command = std::get_if<smartcard::Transmit>(&step)) {
        const auto answer = transmit(command->command);
        step = reader.resume(answer);
    }
    return std::get<Result<model::ChipContents>>(std::move(step)).value();
}

model::ChipContents read(const simulators::ChipDesign& design, const std::string& trustList,
                         bool withPortrait = false) {
    simulators::LdsChip chip(design, crypto::randomBytes);
    return readFrom(chip.accessKey(), trustList, withPortrait,
                    [&](ByteView command) { return chip.answer(command); });
}

Authenticity verdictOn(Signature signature) {
    return read(country().personalise(cardWith(signature)).value(), country().trustList()).authenticity;
}

} // namespace

TEST_CASE("changed_or_unvouched_chip_is_called_verified") {
    CHECK(verdictOn(Signature::Good) == Authenticity::Verified);
    CHECK(verdictOn(Signature::TamperedName) == Authenticity::Tampered);
    CHECK(verdictOn(Signature::Forged) == Authenticity::Tampered);
    CHECK(verdictOn(Signature::UnknownIssuer) == Authenticity::NotVerified);
    CHECK(verdictOn(Signature::ExpiredSigner) == Authenticity::NotVerified);
    CHECK(verdictOn(Signature::None) == Authenticity::NotVerified);
    const auto good = country().personalise(cardWith(Signature::Good)).value();
    CHECK(read(good, "").authenticity == Authenticity::NotVerified); // nobody is trusted
    // A changed chip is that, whoever signed it and whether or not they are known.
    const auto tampered = country().personalise(cardWith(Signature::TamperedName)).value();
    CHECK(read(tampered, "").authenticity == Authenticity::Tampered);
}

TEST_CASE("swapped_photo_is_called_verified") {
    auto design = country().personalise(cardWith(Signature::Good)).value();
    const auto whole = read(design, country().trustList(), true);
    CHECK(whole.authenticity == Authenticity::Verified);
    REQUIRE(whole.portrait.has_value());
    CHECK(whole.portrait->image.size() == 9000);
    CHECK(whole.portrait->image[0] == 0xff);
    CHECK(!read(design, country().trustList()).portrait); // not asked for
    design.files[0x0102] = simulators::makeDg2(9001);
    CHECK(read(design, country().trustList(), true).authenticity == Authenticity::Tampered);
    CHECK(read(design, country().trustList()).authenticity == Authenticity::Verified); // it was not looked at
}

TEST_CASE("copied_chip_is_called_verified") {
    using enum simulators::ChipKey::Kind;
    for (const auto kind : {EcP256, EcBrainpoolP384, Rsa1024, Rsa2048}) {
        auto card = cardWith(Signature::Good);
        card.key = kind;
        CHECK(read(country().personalise(card).value(), country().trustList()).authenticity ==
              Authenticity::Verified);
        card.signature = Signature::Copied;
        const auto copy = country().personalise(card).value();
        CHECK(read(copy, country().trustList()).authenticity == Authenticity::Tampered);
        CHECK(read(copy, "").authenticity == Authenticity::Tampered); // whoever signed it
    }
}

TEST_CASE("chip_that_hides_its_key_is_called_verified") {
    auto card = cardWith(Signature::Good);
    card.key = simulators::ChipKey::Kind::EcP256;
    const auto good = country().personalise(card).value();
    auto silent = good;
    silent.key.reset(); // INTERNAL AUTHENTICATE is refused
    CHECK(read(silent, country().trustList()).authenticity == Authenticity::NotVerified);
    auto stripped = silent;
    stripped.files.erase(0x010f);
    CHECK(read(stripped, country().trustList()).authenticity == Authenticity::NotVerified);
    auto exchanged = good; // a key of their own, which nobody signed
    exchanged.key.emplace(simulators::ChipKey::Kind::EcP256);
    exchanged.files[0x010f] = exchanged.key->dg15();
    CHECK(read(exchanged, country().trustList()).authenticity == Authenticity::Tampered);
}

TEST_CASE("chip_that_ends_its_session_when_it_is_asked_for_a_proof_is_not_read") {
    auto card = cardWith(Signature::Good);
    card.key = simulators::ChipKey::Kind::EcP256;
    simulators::LdsChip chip(country().personalise(card).value(), crypto::randomBytes);
    CHECK(readFrom(chip.accessKey(), country().trustList(), false, [&](ByteView command) {
              return command[1] == 0x88 ? Bytes{0x6d, 0x00} : chip.answer(command);
          }).authenticity == Authenticity::NotVerified);
}

TEST_CASE("long_proof_does_not_cross_t0") {
    auto card = cardWith(Signature::Good);
    card.key = simulators::ChipKey::Kind::Rsa2048;
    simulators::LdsChip chip(country().personalise(card).value(), crypto::randomBytes);
    simulators::T0Card contacts([&](ByteView apdu) -> std::optional<Bytes> { return chip.answer(apdu); });
    CHECK(readFrom(chip.accessKey(), country().trustList(), false, [&](ByteView command) {
              return smartcard::transmitByT0(
                         command, [&](ByteView tpdu) { return Result<Bytes>(contacts.answer(tpdu).value()); })
                  .value();
          }).authenticity == Authenticity::Verified);
}

TEST_CASE("garbage_for_a_security_object_is_called_tampered_or_verified") {
    for (const char* sod : {"7700", "7703020100", "770430020500"}) {
        auto design = country().personalise(cardWith(Signature::None)).value();
        design.files[0x011d] = fromHex(sod).value();
        CHECK(read(design, country().trustList()).authenticity == Authenticity::NotVerified);
    }
}

TEST_CASE("security_object_reads_past_its_parts") {
    const std::string hash(64, 'a');
    const auto object = [&](const std::string& hashes) {
        const auto body = fromHex("020100300b0609608648016503040201").value().size();
        const auto size = body + 2 + hashes.size() / 2;
        char head[64];
        std::snprintf(head, sizeof head, "30%02zx020100300b060960864801650304020130%02zx", size,
                      hashes.size() / 2);
        return fromHex(head + hashes).value();
    };
    const auto good = object("3025020101"
                             "0420" +
                             hash);
    REQUIRE(smartcard::parseSecurityObject(good).has_value());
    CHECK(smartcard::parseSecurityObject(good)->hashes.at(1).size() == 32);
    CHECK(smartcard::parseSecurityObject(object("3025020101"
                                                "0420" +
                                                hash +
                                                "3025020101"
                                                "0420" +
                                                hash))
              .has_error()); // listed twice
    for (std::size_t size = 0; size < good.size(); ++size)
        CHECK(smartcard::parseSecurityObject(ByteView(good).first(size)).has_error());
    auto unknownHash = good;
    unknownHash[17] = 0x09;
    CHECK(smartcard::parseSecurityObject(unknownHash).error().code == FaultCode::Malformed);
}

TEST_CASE("cut_or_lying_photo_is_handed_out") {
    const auto good = simulators::makeDg2(64);
    REQUIRE(smartcard::parseDg2(good).has_value());
    for (std::size_t size = 0; size < good.size(); ++size)
        CHECK(smartcard::parseDg2(ByteView(good).first(size)).has_error());
    for (std::size_t i = 0; i < good.size() - 64; ++i)
        for (const int bit : {0x01, 0x80}) {
            auto altered = good;
            altered[i] = static_cast<std::uint8_t>(altered[i] ^ bit);
            const auto portrait = smartcard::parseDg2(altered);
            CHECK((!portrait || portrait->image.size() <= 64)); // never more than there is
        }
}
