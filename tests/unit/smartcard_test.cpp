// The pieces of the chip protocol against Doc 9303-11 appendix D and against hostile bytes.
#include "drivers/smartcard/apdu.h"
#include "drivers/smartcard/bac.h"
#include "drivers/smartcard/blocks.h"
#include "drivers/smartcard/secure_messaging.h"
#include "drivers/smartcard/tlv.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace balady;
using namespace balady::smartcard;

namespace {

Bytes hex(std::string_view text) {
    return fromHex(text).value();
}

template <std::size_t N>
std::array<std::uint8_t, N> fixed(std::string_view text) {
    std::array<std::uint8_t, N> out{};
    const auto bytes = hex(text);
    std::copy_n(bytes.begin(), N, out.begin());
    return out;
}

/// Appendix D.4's session.
SecureMessaging workedExample() {
    const auto enc = hex("979ec13b1cbfe9dcd01ab0fed307eae5");
    const auto mac = hex("f1cb1f1fb5adf208806b89dc579dc1f8");
    return SecureMessaging(Session{Cipher::Des3,
                                   {SecretBytes(enc.begin(), enc.end()), SecretBytes(mac.begin(), mac.end())},
                                   hex("887022120c06c226")});
}

} // namespace

TEST_CASE("bac_differs_from_doc9303_11_appendix_d3") {
    const auto keys = documentKeys({"L898902C", "690806", "940623"}).value();
    CHECK(toHex(keys.encryption) == "ab94fdecf2674fdfb9b391f85d7f76f2");
    CHECK(toHex(keys.mac) == "7962d9ece03d1acd4c76089dce131543");

    BacHandshake handshake(keys,
                           {fixed<8>("781723860c06c226"), fixed<16>("0b795240cb7049b01c19b33e32804f0b")});
    const auto command = handshake.authenticate(hex("4608f91988702212")).value().encode().value();
    CHECK(toHex(command) == "0082000028"
                            "72c29c2371cc9bdb65b779b8e8d37b29ecc154aa56a8799fae2f498f76ed92f2"
                            "5f1448eea8ad90a728");
    const auto session = handshake
                             .finish(hex("46b9342a41396cd7386bf5803104d7cedc122b9132139baf2eedc94ee178534f"
                                         "2f2d235d074d7449"))
                             .value();
    CHECK(toHex(session.keys.encryption) == "979ec13b1cbfe9dcd01ab0fed307eae5");
    CHECK(toHex(session.keys.mac) == "f1cb1f1fb5adf208806b89dc579dc1f8");
    CHECK(toHex(session.counter) == "887022120c06c226");
}

TEST_CASE("chip_that_does_not_know_the_key_is_believed") {
    const auto keys = documentKeys({"L898902C", "690806", "940623"}).value();
    BacHandshake handshake(keys,
                           {fixed<8>("781723860c06c226"), fixed<16>("0b795240cb7049b01c19b33e32804f0b")});
    CHECK(handshake.authenticate(hex("4608f919887022")).error().code == FaultCode::Malformed);
    (void)handshake.authenticate(hex("4608f91988702213"))
        .value(); // not the challenge that the answer repeats
    auto answer = hex("46b9342a41396cd7386bf5803104d7cedc122b9132139baf2eedc94ee178534f2f2d235d074d7449");
    CHECK(handshake.finish(answer).error().code == FaultCode::Tampered);
    answer[0] ^= 1;
    CHECK(handshake.finish(answer).error().code == FaultCode::Tampered);
    answer.pop_back();
    CHECK(handshake.finish(answer).error().code == FaultCode::Malformed);
}

TEST_CASE("access_key_with_a_foreign_character_opens_something") {
    CHECK(documentKeys({"l898902c", "690806", "940623"}).error().code == FaultCode::Malformed);
    CHECK(documentKeys({"L898902C", "69086", "940623"}).error().code == FaultCode::Malformed);
    CHECK(documentKeys({"", "690806", "940623"}).error().code == FaultCode::Malformed);
}

TEST_CASE("secure_messaging_differs_from_doc9303_11_appendix_d4") {
    auto messaging = workedExample();

    Command select{0x00, 0xa4, 0x02, 0x0c, {0x01, 0x1e}, std::nullopt};
    CHECK(toHex(messaging.protect(select).value().encode().value()) ==
          "0ca4020c158709016375432908c044f68e08bf8b92d635ff24f800");
    const auto selected = hex("990290008e08fa855a5d4c50a8ed9000");
    const auto opened = messaging.open(parseResponse(selected).value()).value();
    CHECK(opened.data.empty());
    CHECK(opened.status.ok());

    Command head{0x00, 0xb0, 0x00, 0x00, {}, 4};
    CHECK(toHex(messaging.protect(head).value().encode().value()) ==
          "0cb000000d9701048e08ed6705417e96ba5500");
    const auto headAnswer = hex("8709019ff0ec34f9922651990290008e08ad55cc17140b2ded9000");
    CHECK(toHex(messaging.open(parseResponse(headAnswer).value()).value().data) == "60145f01");

    Command rest{0x00, 0xb0, 0x00, 0x04, {}, 18};
    CHECK(toHex(messaging.protect(rest).value().encode().value()) ==
          "0cb000040d9701128e082ea28a70f3c7b53500");
    const auto restAnswer =
        hex("871901fb9235f4e4037f2327dcc8964f1f9b8c30f42c8e2fff224a990290008e08c8b2787eaea07d749000");
    CHECK(toHex(messaging.open(parseResponse(restAnswer).value()).value().data) ==
          "04303130365f36063034303030305c026175");
}

TEST_CASE("aes_secure_messaging_differs_from_an_independent_computation") {
    // Doc 9303-11 has no worked example for AES. These bytes were computed apart from this code, from the session
    // keys of appendix G.1.
    const auto enc = hex("f5f0e35c0d7161ee6724ee513a0d9a7f");
    const auto mac = hex("fe251c7858b356b24514b3bd5f4297d1");
    SecureMessaging messaging(
        Session{Cipher::Aes128,
                {SecretBytes(enc.begin(), enc.end()), SecretBytes(mac.begin(), mac.end())},
                Bytes(16)});
    const Command select{0x00, 0xa4, 0x02, 0x0c, {0x01, 0x1e}, std::nullopt};
    CHECK(toHex(messaging.protect(select).value().encode().value()) ==
          "0ca4020c1d871101ee0e4724f4465c1be9c2f73abdd73a3d8e08835d1b54575c955f00");
    const auto selected = hex("990290008e08bea7b381c494a0799000");
    CHECK(messaging.open(parseResponse(selected).value()).value().status.ok());
    const Command head{0x00, 0xb0, 0x00, 0x00, {}, 4};
    CHECK(toHex(messaging.protect(head).value().encode().value()) ==
          "0cb000000d9701048e08aa6ba54f44df836400");
    const auto headAnswer = hex("871101645c0b1f998a088278d07942bbe94b60990290008e0894a33c6aa2d8ccc89000");
    CHECK(toHex(messaging.open(parseResponse(headAnswer).value()).value().data) == "60145f01");
}

TEST_CASE("altered_or_stripped_answer_is_accepted") {
    const auto answerTo = [](const Bytes& bytes) {
        auto messaging = workedExample();
        (void)messaging.protect({0x00, 0xa4, 0x02, 0x0c, {0x01, 0x1e}, std::nullopt});
        return messaging.open(parseResponse(bytes).value());
    };
    const auto good = hex("990290008e08fa855a5d4c50a8ed9000");
    REQUIRE(answerTo(good).has_value());
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        auto altered = good;
        altered[bit / 8] = static_cast<std::uint8_t>(altered[bit / 8] ^ (1u << (bit % 8)));
        CAPTURE(bit);
        CHECK(answerTo(altered).has_error());
    }
    CHECK(answerTo(hex("9000")).error().code == FaultCode::Malformed);         // no objects at all
    CHECK(answerTo(hex("990290009000")).error().code == FaultCode::Malformed); // no MAC
    CHECK(answerTo(hex("8e08fa855a5d4c50a8ed9000")).error().code == FaultCode::Malformed); // no status object
}

TEST_CASE("tlv_reads_past_its_end_or_takes_leftovers") {
    CHECK(parseTlvs(hex("61025f01")).value().front().value.size() == 2);
    CHECK(parseTlvs(hex("5f1f8103414243")).value().front().tag == 0x5f1f);
    CHECK(parseTlvs(hex("6182000141")).value().front().value.size() == 1);
    for (const char* broken :
         {"61", "5f", "6103aabb", "6180aabb0000", "6183000001aa", "5f8101", "618201", "6101aa62"}) {
        CAPTURE(broken);
        CHECK(parseTlvs(hex(broken)).error().code == FaultCode::Malformed);
    }
    CHECK(parseOnly(0x61, hex("6001aa")).has_error());
    CHECK(parseOnly(0x61, hex("6101aa6101bb")).has_error());
    CHECK(sizeFromHead(hex("758200ff")).value() == 259);
    CHECK(sizeFromHead(hex("7582")).has_error());
}

TEST_CASE("tlv_length_forms_are_written_wrong") {
    for (std::size_t size : {0u, 1u, 127u, 128u, 255u, 256u, 1000u}) {
        Bytes out;
        appendTlv(out, 0x5f1f, Bytes(size, 0x41));
        CAPTURE(size);
        CHECK(parseOnly(0x5f1f, out).value().size() == size);
        CHECK(sizeFromHead(ByteView(out).first(std::min<std::size_t>(out.size(), 5))).value() == out.size());
    }
}

TEST_CASE("padding_is_not_checked") {
    CHECK(toHex(padded(hex("aabb"), 8)) == "aabb800000000000");
    CHECK(padded(Bytes(8), 8).size() == 16);
    CHECK(unpaddedSize(hex("aabb800000000000"), 8).value() == 2);
    CHECK(unpaddedSize(hex("8000000000000000"), 8).value() == 0);
    CHECK(unpaddedSize(hex("aabb810000000000"), 8).has_error());
    CHECK(unpaddedSize(hex("0000000000000000"), 8).has_error());
    CHECK(unpaddedSize(hex("80000000000000000000000000000000"), 8).has_error()); // a whole block too much
    CHECK(padded(Bytes(8), 16).size() == 16);
    CHECK(unpaddedSize(hex("80000000000000000000000000000000"), 16).value() == 0);
}

TEST_CASE("overlong_command_is_cut_instead_of_refused") {
    CHECK(Command{0, 0xb0, 0, 0, {}, 256}.encode().value().back() == 0);
    CHECK(Command{0, 0xd6, 0, 0, SecretBytes(256), std::nullopt}.encode().error().code == FaultCode::Bug);
    CHECK(Command{0, 0xb0, 0, 0, {}, 65'537}.encode().error().code == FaultCode::Bug);
    CHECK(toHex(Command{0, 0xb0, 0, 0, {}, 257}.encode().value()) == "00b00000000101");
    CHECK(toHex(Command{0, 0x88, 0, 0, {7, 8}, 65'536}.encode().value()) == "0088000000000207080000");
    CHECK(parseResponse({}).error().code == FaultCode::CardRemoved);
    CHECK(parseResponse(hex("90")).error().code == FaultCode::CardRemoved);
    CHECK(parseResponse(hex("6a82")).value().status.text() == "6a82 file not found");
    CHECK(parseResponse(hex("63c2")).value().status.text() == "63c2 warning, memory changed");
}
