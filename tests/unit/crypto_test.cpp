#include "kiosk/crypto/crypto.h"

#include <doctest/doctest.h>

using namespace balady;

namespace {

// RFC 8037 appendix A.
const std::string kSecret = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";
const std::string kPublic = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

std::string keySet(const std::string& kid) {
    return R"({"keys":[{"kty":"OKP","crv":"Ed25519","kid":")" + kid + R"(","x":")" + kPublic + R"("}]})";
}

} // namespace

TEST_CASE("ed25519_differs_from_rfc8037") {
    const auto secret = fromBase64Url(kSecret).value();
    CHECK(toBase64Url(crypto::ed25519PublicKey(secret).value()) == kPublic);
    const std::string signedPart = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    CHECK(toBase64Url(crypto::ed25519Sign(secret, asBytes(signedPart)).value()) ==
          "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
}

TEST_CASE("altered_licence_verifies") {
    const auto jws = crypto::signJws(R"({"n":"1"})", fromBase64Url(kSecret).value(), "k1").value();
    CHECK(crypto::verifyJws(jws, keySet("k1")).value() == R"({"n":"1"})");
    auto altered = jws;
    altered[jws.find('.') + 3] ^= 1;
    CHECK(crypto::verifyJws(altered, keySet("k1")).error().code == FaultCode::Tampered);
    CHECK(crypto::verifyJws(jws, keySet("k2")).error().code == FaultCode::NotFound);
}

TEST_CASE("unsigned_or_foreign_algorithm_verifies") {
    const auto none =
        toBase64Url(asBytes(R"({"alg":"none","kid":"k1"})")) + "." + toBase64Url(asBytes("{}")) + ".";
    CHECK(crypto::verifyJws(none, keySet("k1")).error().code == FaultCode::Malformed);
    CHECK(crypto::verifyJws("a.b", keySet("k1")).has_error());
    CHECK(crypto::verifyJws("https://example.com/verify?x=1", keySet("k1")).has_error());
}

TEST_CASE("retail_mac_differs_from_doc9303_11_appendix_d") {
    // Doc 9303-11 appendix D.3: MAC over EIFD with KMAC.
    const auto key = fromHex("7962D9ECE03D1ACD4C76089DCE131543").value();
    const auto padded =
        fromHex("72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F28000000000000000").value();
    CHECK(toHex(crypto::retailMac(key, padded).value()) == "5f1448eea8ad90a7");
}

TEST_CASE("idempotency_keys_repeat_or_are_not_uuid4") {
    const auto a = crypto::uuid4();
    CHECK(a.size() == 36);
    CHECK(a[14] == '4');
    CHECK(a != crypto::uuid4());
}
