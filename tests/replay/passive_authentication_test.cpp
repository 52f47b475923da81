// What is made of a chip's signature, over whole readings of simulated chips.
#include "drivers/smartcard/facial_image.h"
#include "drivers/smartcard/lds_reader.h"
#include "drivers/smartcard/security_object.h"
#include "tests/simulators/chip/personalisation.h"

#include <doctest/doctest.h>

#include <cstdio>
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

model::ChipContents read(const simulators::ChipDesign& design, const std::string& trustList,
                         bool withPortrait = false) {
    simulators::LdsChip chip(design, crypto::randomBytes);
    smartcard::ReadingTerms terms;
    if (!trustList.empty())
        terms.trust = crypto::TrustList::fromPem(trustList).value();
    terms.now = SystemClock().now();
    terms.withPortrait = withPortrait;
    smartcard::LdsReader reader(chip.accessKey(), terms);
    auto step = reader.start();
    while (auto* transmit = std::get_if<smartcard::Transmit>(&step)) {
        const auto answer = chip.answer(transmit->command);
        step = reader.resume(answer);
    }
    return std::get<Result<model::ChipContents>>(std::move(step)).value();
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
