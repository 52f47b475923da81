#include "kiosk/crypto/sealing.h"

#include <doctest/doctest.h>

using namespace balady;
using crypto::Keyring;

namespace {

const std::string kOld(64, 'a');
const std::string kNew(64, 'b');

Bytes hex(std::string_view text) {
    return fromHex(text).value();
}

Keyring ring(const std::string& lines) {
    return Keyring::parse(lines).value();
}

Bytes sealed(const Keyring& keys, std::string_view text, std::string_view place) {
    return keys.seal(asBytes(text), asBytes(place)).value();
}

std::string opened(const Keyring& keys, ByteView record, std::string_view place) {
    const auto plain = keys.open(record, asBytes(place)).value();
    return asText(plain);
}

} // namespace

TEST_CASE("gcm_differs_from_the_published_example") {
    // McGrew and Viega, "The Galois/Counter Mode of Operation (GCM)", appendix B, test case 16.
    const auto key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
    const auto nonce = hex("cafebabefacedbaddecaf888");
    const auto associated = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    const auto plain = hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                           "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    const auto record = crypto::aes256GcmSeal(key, nonce, associated, plain).value();
    CHECK(toHex(record) == "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                           "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                           "76fc6ece0f4e1768cddf8853bb2d551b");
    const auto back = crypto::aes256GcmOpen(key, nonce, associated, record).value();
    CHECK(toHex(back) == toHex(plain));
}

TEST_CASE("sealed_record_can_be_read_on_the_disk") {
    const auto keys = ring(kNew);
    const auto record = sealed(keys, "canary 0501234567", "row 1");
    CHECK(asText(record).find("canary") == std::string::npos);
    CHECK(opened(keys, record, "row 1") == "canary 0501234567");
}

TEST_CASE("two_records_share_a_nonce") {
    const auto keys = ring(kNew);
    const auto first = sealed(keys, "same", "row 1");
    const auto second = sealed(keys, "same", "row 1");
    CHECK(toHex(ByteView(first).subspan(5, 12)) != toHex(ByteView(second).subspan(5, 12)));
}

TEST_CASE("record_moved_to_another_row_is_read") {
    const auto keys = ring(kNew);
    const auto record = sealed(keys, "text", "row 1");
    CHECK(keys.open(record, asBytes("row 2")).error().code == FaultCode::Tampered);
}

TEST_CASE("any_changed_byte_is_read") {
    const auto keys = ring(kNew);
    const auto record = sealed(keys, "text", "row 1");
    for (std::size_t i = 0; i < record.size(); ++i) {
        auto changed = record;
        changed[i] ^= 1;
        CHECK(keys.open(changed, asBytes("row 1")).has_error());
    }
    for (std::size_t size = 0; size < record.size(); ++size)
        CHECK(keys.open(ByteView(record).first(size), asBytes("row 1")).has_error());
}

TEST_CASE("renewed_key_loses_what_the_old_one_sealed") {
    const auto record = sealed(ring(kOld), "text", "row 1");
    CHECK(opened(ring(kNew + "\n" + kOld + "\n"), record, "row 1") == "text");
    CHECK(ring(kNew).open(record, asBytes("row 1")).error().code == FaultCode::NotFound);
    const auto newer = sealed(ring(kNew + "\n" + kOld), "text", "row 1");
    CHECK(opened(ring(kNew), newer, "row 1") == "text"); // the first key seals
}

TEST_CASE("half_a_key_is_taken") {
    CHECK(Keyring::parse("").has_error());
    CHECK(Keyring::parse("\n").has_error());
    CHECK(Keyring::parse(kNew.substr(2)).has_error());
    CHECK(Keyring::parse(kNew + "\n\n" + kOld).has_error());
    CHECK(Keyring::parse(std::string(64, 'g')).has_error());
    const auto line = Keyring::freshLine();
    CHECK(Keyring::parse(asText(line)).has_value());
}
