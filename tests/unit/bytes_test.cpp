#include "kiosk/base/bytes.h"
#include "kiosk/base/secret.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace balady;

TEST_CASE("base64url_differs_from_rfc4648_vectors") {
    // RFC 4648 section 10, without padding.
    for (auto [plain, coded] : {std::pair{"", ""},
                                {"f", "Zg"},
                                {"fo", "Zm8"},
                                {"foo", "Zm9v"},
                                {"foob", "Zm9vYg"},
                                {"foobar", "Zm9vYmFy"}}) {
        CHECK(toBase64Url(asBytes(plain)) == coded);
        CHECK(asText(fromBase64Url(coded).value()) == plain);
    }
    CHECK(toBase64Url(Bytes{0xfb, 0xff}) == "-_8");
}

TEST_CASE("base64url_accepts_two_spellings_of_one_value") {
    CHECK(fromBase64Url("Zh").error().code == FaultCode::Malformed); // trailing bits set
    CHECK(fromBase64Url("Zg==").has_error());
    CHECK(fromBase64Url("Z").has_error());
    CHECK(fromBase64Url("Zm+v").has_error());
}

TEST_CASE("hex_swallows_garbage") {
    CHECK(toHex(Bytes{0x00, 0xab}) == "00ab");
    CHECK(fromHex("00AB").value() == Bytes{0x00, 0xab});
    CHECK(fromHex("0").has_error());
    CHECK(fromHex("0g").has_error());
}

TEST_CASE("moved_from_secret_keeps_a_copy") {
    SecretText code{"123456"};
    SecretText taken = std::move(code);
    CHECK(taken.reveal() == "123456");
    CHECK(code.empty()); // NOLINT(bugprone-use-after-move): what the test is about
}

TEST_CASE("wiping_nothing_wants_an_address_or_takes_a_neighbour") {
    std::string kept = "a";
    wipe(kept.data(), 0);
    CHECK(kept == "a");
    std::vector<unsigned char> empty;
    wipe(empty.data(), empty.size()); // without an address: for UndefinedBehaviorSanitizer
}
