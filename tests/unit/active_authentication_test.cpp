#include "kiosk/crypto/active_authentication.h"
#include "kiosk/crypto/crypto.h"
#include "tests/simulators/chip/chip_key.h"

#include <doctest/doctest.h>

#include <string>

using namespace balady;
using crypto::ActiveAuthentication;
using crypto::HashAlgorithm;
using crypto::Proof;
using simulators::ChipKey;

namespace {

const Bytes kChallenge = fromHex("f173589974bf40c6").value();

/// What stands in EF.DG15.
Bytes keyIn(const ChipKey& chip) {
    const auto file = chip.dg15(); // 6f, a length of one byte, or of 81 and one, or of 82 and two
    const std::ptrdiff_t head = file[1] < 0x80 ? 2 : file[1] == 0x81 ? 3 : 4;
    return {file.begin() + head, file.end()};
}

ActiveAuthentication of(const ChipKey& chip) {
    return ActiveAuthentication::withKey(keyIn(chip)).value();
}

const ChipKey& rsa1024() {
    static const ChipKey kKey(ChipKey::Kind::Rsa1024);
    return kKey;
}

/// As long as the modulus of an RSA key of 1,024 bits: header, message, hash of it and the challenge, trailer.
Bytes block(const std::string& header, HashAlgorithm algorithm, const std::string& trailer) {
    auto out = fromHex(header).value();
    const auto end = fromHex(trailer).value();
    auto message = Bytes(128 - out.size() - crypto::hash(algorithm, {}).size() - end.size(), 0x5a);
    out.insert(out.end(), message.begin(), message.end());
    message.insert(message.end(), kChallenge.begin(), kChallenge.end());
    for (const auto& part : {crypto::hash(algorithm, message), end})
        out.insert(out.end(), part.begin(), part.end());
    return out;
}

Proof onBlock(const Bytes& content) {
    return of(rsa1024()).judge(kChallenge, rsa1024().encipher(content));
}

} // namespace

// Doc 9303-11, appendix F.
TEST_CASE("published_example_is_not_a_proof") {
    const auto example =
        fromHex(
            "6a9d2784a67f8e7c659973ea1aea25d95b6c8f91e5002f369f0fbdce8a3cec1991b543f1696546c5524cf23a5303cd6c"
            "98599f40b79f377b5f3a1406b3b4d8f96784d23aa88db7e1032a405e69325fa91a6e86f5c71aea978264c4a207446dad"
            "4e7292e2dcda3024b47da8c063aa1e6d22fbd976ab0fe73d94d2d9c6d88127bc")
            .value();
    REQUIRE(example.size() == 128);
    CHECK(onBlock(example) == Proof::Given);
    auto changed = example;
    changed[60] ^= 0x01;
    CHECK(onBlock(changed) == Proof::Wrong);
}

TEST_CASE("good_chip_is_called_a_copy") {
    using enum ChipKey::Kind;
    for (const auto kind : {EcP256, EcBrainpoolP384, Rsa1024, Rsa2048}) {
        const ChipKey chip(kind);
        const auto question = of(chip);
        for (const auto algorithm : {HashAlgorithm::Sha1, HashAlgorithm::Sha224, HashAlgorithm::Sha256,
                                     HashAlgorithm::Sha384, HashAlgorithm::Sha512}) {
            const auto answer = chip.prove(kChallenge, algorithm);
            CHECK(answer.size() == question.answerSize());
            CHECK(question.judge(kChallenge, answer) == Proof::Given);
        }
    }
}

TEST_CASE("copy_proves_itself") {
    using enum ChipKey::Kind;
    for (const auto kind : {EcP256, Rsa1024}) {
        const ChipKey chip(kind);
        const auto question = of(chip);
        const auto answer = chip.prove(kChallenge);
        CHECK(question.judge(kChallenge, ChipKey(kind).prove(kChallenge)) == Proof::Wrong);
        CHECK(question.judge(fromHex("f173589974bf40c7").value(), answer) == Proof::Wrong); // heard elsewhere
        CHECK(question.judge(kChallenge, Bytes(answer.size(), 0x00)) == Proof::Wrong);
        CHECK(question.judge(kChallenge, Bytes(answer.size(), 0xff)) == Proof::Wrong);
        for (std::size_t i = 0; i < answer.size(); i += 7) {
            auto changed = answer;
            changed[i] ^= 0x10;
            CHECK(question.judge(kChallenge, changed) == Proof::Wrong);
        }
        for (const std::size_t size : {std::size_t{0}, std::size_t{1}, answer.size() - 1, answer.size() + 1})
            CHECK(question.judge(kChallenge, Bytes(size, 0x01)) == Proof::NotUnderstood);
    }
}

TEST_CASE("other_forms_of_the_recoverable_signature_are_refused_or_anything_is_taken") {
    CHECK(onBlock(block("6a", HashAlgorithm::Sha256, "34cc")) == Proof::Given);
    CHECK(onBlock(block("6a", HashAlgorithm::Sha1, "33cc")) == Proof::Given);
    CHECK(onBlock(block("6bba", HashAlgorithm::Sha1, "bc")) == Proof::Given);
    CHECK(onBlock(block("6bbbbbba", HashAlgorithm::Sha1, "bc")) == Proof::Given);
    CHECK(onBlock(block("6bbbbb", HashAlgorithm::Sha1, "bc")) == Proof::Wrong); // the padding has no end
    CHECK(onBlock(block("4a", HashAlgorithm::Sha1, "bc")) ==
          Proof::Wrong); // leaves no room for the challenge
    CHECK(onBlock(block("6a", HashAlgorithm::Sha1, "ac")) == Proof::Wrong);
    CHECK(onBlock(block("6a", HashAlgorithm::Sha256, "33cc")) == Proof::Wrong); // another hash than it says
    CHECK(onBlock(block("6a", HashAlgorithm::Sha1, "31cc")) == Proof::NotUnderstood); // RIPEMD-160
    CHECK(onBlock(Bytes(128, 0x6b)) == Proof::Wrong);
}

TEST_CASE("smaller_of_two_signatures_is_refused") {
    // The modulus stands behind the heads of a SubjectPublicKeyInfo; the exponent (5 bytes) is the last of it.
    const auto key = keyIn(rsa1024());
    const Bytes modulus(key.end() - 5 - 128, key.end() - 5);
    auto answer = rsa1024().encipher(block("6a", HashAlgorithm::Sha1, "bc"));
    int borrow = 0;
    for (std::size_t i = answer.size(); i-- > 0;) {
        const int difference = modulus[i] - answer[i] - borrow;
        borrow = difference < 0 ? 1 : 0;
        answer[i] = static_cast<std::uint8_t>(difference + 256 * borrow);
    }
    REQUIRE(borrow == 0);
    CHECK(of(rsa1024()).judge(kChallenge, answer) == Proof::Given);
}

TEST_CASE("garbage_is_taken_for_a_chips_key") {
    const auto good = keyIn(rsa1024());
    for (std::size_t size = 0; size < good.size(); ++size)
        CHECK(ActiveAuthentication::withKey(ByteView(good).first(size)).has_error());
    auto longer = good;
    longer.push_back(0);
    CHECK(ActiveAuthentication::withKey(longer).error().code == FaultCode::Malformed);
    // Ed25519 (RFC 8410) signs challenges, but no chip by this protocol.
    CHECK(ActiveAuthentication::withKey(fromHex("302a300506032b6570032100" + std::string(64, '1')).value())
              .has_error());
}
