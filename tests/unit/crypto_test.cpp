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

TEST_CASE("altered_or_moved_payload_beside_its_signature_verifies") {
    const auto secret = fromBase64Url(kSecret).value();
    const std::chrono::sys_seconds at{std::chrono::seconds{1'800'000'000}};
    const auto detached = crypto::signDetachedJws(R"({"n":"1"})", secret, "k1", at).value();
    CHECK(crypto::verifyDetachedJws(detached, R"({"n":"1"})", keySet("k1")).value() == at);
    CHECK(crypto::verifyDetachedJws(detached, R"({"n":"2"})", keySet("k1")).error().code ==
          FaultCode::Tampered);
    CHECK(crypto::verifyDetachedJws(detached, R"({"n":"1"} )", keySet("k1")).error().code ==
          FaultCode::Tampered);
    CHECK(crypto::verifyDetachedJws(detached, R"({"n":"1"})", keySet("k2")).error().code ==
          FaultCode::NotFound);
    auto attached = crypto::signJws(R"({"n":"1"})", secret, "k1").value();
    for (const std::string& no : {std::string(), std::string(".."), attached, "x" + detached, detached + "."})
        CHECK(crypto::verifyDetachedJws(no, R"({"n":"1"})", keySet("k1")).has_error());
    // Well signed, but not for this: it does not say when.
    attached.erase(attached.find('.') + 1, attached.rfind('.') - attached.find('.') - 1);
    CHECK(crypto::verifyDetachedJws(attached, R"({"n":"1"})", keySet("k1")).error().code ==
          FaultCode::Malformed);
}

TEST_CASE("set_without_a_usable_key_is_taken") {
    CHECK(crypto::checkJwkSet(keySet("k1")).has_value());
    for (const auto* no :
         {"", "[]", "{}", R"({"keys":[]})", R"({"keys":[{"kty":"OKP","crv":"Ed25519","kid":"k"}]})",
          R"({"keys":[{"kty":"OKP","crv":"Ed25519","kid":"k","x":"AAAA"}]})",
          R"({"keys":[{"kty":"EC","crv":"P-256","kid":"k","x":"AAAA"}]})"})
        CHECK(crypto::checkJwkSet(no).error().code == FaultCode::Malformed);
}

TEST_CASE("retail_mac_differs_from_doc9303_11_appendix_d") {
    // Doc 9303-11 appendix D.3: MAC over EIFD with KMAC.
    const auto key = fromHex("7962D9ECE03D1ACD4C76089DCE131543").value();
    const auto padded =
        fromHex("72C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F28000000000000000").value();
    CHECK(toHex(crypto::retailMac(key, padded).value()) == "5f1448eea8ad90a7");
}

TEST_CASE("references_repeat_or_are_not_uuid4") {
    const auto a = crypto::uuid4();
    CHECK(a.size() == 36);
    CHECK(a[14] == '4');
    CHECK(a != crypto::uuid4());
}

TEST_CASE("idempotency_keys_repeat_or_are_not_uuid7") {
    // RFC 9562, appendix A.6: 2022-02-22 14:22:22 -5:00.
    const WallTime example{std::chrono::milliseconds{0x017F22E279B0}};
    const auto a = crypto::uuid7(example);
    CHECK(a.size() == 36);
    CHECK(a.substr(0, 15) == "017f22e2-79b0-7");
    CHECK(std::string("89ab").find(a[19]) != std::string::npos);
    CHECK(a != crypto::uuid7(example));
    CHECK(a < crypto::uuid7(example + std::chrono::milliseconds{1}));
}

TEST_CASE("aes_cmac_differs_from_rfc4493") {
    const auto key = fromHex("2b7e151628aed2a6abf7158809cf4f3c").value();
    CHECK(toHex(crypto::aesCmac(key, {}).value()) == "bb1d6929e95937287fa37d129b756746");
    CHECK(toHex(crypto::aesCmac(key, fromHex("6bc1bee22e409f96e93d7e117393172a").value()).value()) ==
          "070a16b46b4d4144f79bdd9dd04a287c");
    CHECK(crypto::aesCmac(Bytes(15), {}).error().code == FaultCode::Bug);
}

TEST_CASE("aes_cbc_differs_from_sp800_38a") {
    // NIST SP 800-38A, F.2.1 and F.2.5, first blocks.
    const auto iv = fromHex("000102030405060708090a0b0c0d0e0f").value();
    const auto plain = fromHex("6bc1bee22e409f96e93d7e117393172a").value();
    const auto key128 = fromHex("2b7e151628aed2a6abf7158809cf4f3c").value();
    const auto key256 = fromHex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4").value();
    CHECK(toHex(crypto::aesCbcEncrypt(key128, iv, plain).value()) == "7649abac8119b246cee98e9b12e9197d");
    CHECK(toHex(crypto::aesCbcEncrypt(key256, iv, plain).value()) == "f58c4c04d6e5f1ba779eabfb5f7bfbd6");
    CHECK(crypto::aesCbcDecrypt(key256, iv, fromHex("f58c4c04d6e5f1ba779eabfb5f7bfbd6").value()).value() ==
          plain);
    CHECK(crypto::aesCbcEncrypt(key128, iv, Bytes(15)).error().code == FaultCode::Bug);
    CHECK(crypto::aesCbcEncrypt(key128, Bytes(8), plain).error().code == FaultCode::Bug);
}

TEST_CASE("hash_differs_from_fips180") {
    using crypto::HashAlgorithm;
    const auto abc = asBytes("abc");
    CHECK(toHex(crypto::hash(HashAlgorithm::Sha1, abc)) == "a9993e364706816aba3e25717850c26c9cd0d89d");
    CHECK(toHex(crypto::hash(HashAlgorithm::Sha224, abc)) ==
          "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7");
    CHECK(crypto::hash(HashAlgorithm::Sha384, abc).size() == 48);
    CHECK(crypto::hash(HashAlgorithm::Sha512, abc).size() == 64);
}
