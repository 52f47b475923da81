// Point arithmetic against Doc 9303-11 appendix G.1 and against hostile points.
#include "kiosk/crypto/crypto.h"
#include "kiosk/crypto/elliptic_curve.h"

#include <doctest/doctest.h>

using namespace balady;
using crypto::Curve;

namespace {

Bytes hex(std::string_view text) {
    return fromHex(text).value();
}

// The terminal's half of the worked example.
const Bytes kMappingSecret = hex("7f4ef07b9ea82fd78ad689b38d0bc78cf21f249d953bc46f4c6e19259c010f99");
const Bytes kChipMappingKey = hex("04824fba91c9cbe26bef53a0ebe7342a3bf178cea9f45de0b70aa601651fba3f57"
                                  "30d8c879aaa9c9f73991e61b58f4d52eb87a0a0c709a49dc63719363ccd13c54");

} // namespace

TEST_CASE("mapping_differs_from_doc9303_11_appendix_g1") {
    const auto curve = Curve::BrainpoolP256r1;
    CHECK(toHex(crypto::multiplyGenerator(curve, kMappingSecret).value()) ==
          "047acf3efc982ec45565a4b155129efbc74650dcbfa6362d896fc70262e0c2cc5e"
          "544552dcb6725218799115b55c9baa6d9f6bc3a9618e70c25af71777a9c4922d");
    const auto shared = crypto::multiplyPoint(curve, kMappingSecret, kChipMappingKey).value();
    CHECK(toHex(shared) == "0460332ef2450b5d247ef6d3868397d398852ed6e8caf6ffeef6bf85ca57057fd5"
                           "0840ca7415baf3e43bd414d35aa4608b93a2caf3a4e3ea4e82c9c13d03eb7181");
    CHECK(toHex(crypto::mapGenerator(curve, hex("3f00c4d39d153f2b2a214a078d899b22"), shared).value()) ==
          "048ced63c91426d4f0eb1435e7cb1d74a46723a0af21c89634f65a9ae87a9265e2"
          "8c879506743f8611ac33645c5b985c80b5f09a0b83407c1b6a4d857ae76fe522");
}

TEST_CASE("invalid_point_is_multiplied") {
    const auto curve = Curve::BrainpoolP256r1;
    auto offCurve = kChipMappingKey;
    offCurve.at(64) ^= 1;
    auto compressed = kChipMappingKey;
    compressed.at(0) = 0x02;
    const Bytes cut(kChipMappingKey.begin(), kChipMappingKey.begin() + 64);
    for (const auto& point : {offCurve, compressed, cut, Bytes{}, Bytes{0x00}, Bytes(65, 0x00)}) {
        CHECK(crypto::multiplyPoint(curve, kMappingSecret, point).error().code == FaultCode::Malformed);
        CHECK(crypto::mapGenerator(curve, kMappingSecret, point).error().code == FaultCode::Malformed);
    }
    // A point of another curve is not one of this.
    CHECK(crypto::multiplyPoint(Curve::NistP256, kMappingSecret, kChipMappingKey).error().code ==
          FaultCode::Malformed);
    // -G + G is infinity, with which no key can be agreed.
    const auto one = Bytes{1};
    auto minusG =
        crypto::multiplyGenerator(Curve::NistP256, hex("ffffffff00000000ffffffffffffffffbce6faada7179e84"
                                                       "f3b9cac2fc632550"))
            .value();
    CHECK(crypto::mapGenerator(Curve::NistP256, one, minusG).error().code == FaultCode::Malformed);
}

TEST_CASE("both_sides_of_a_curve_disagree") {
    for (const auto curve :
         {Curve::NistP192, Curve::NistP224, Curve::NistP256, Curve::NistP384, Curve::NistP521,
          Curve::BrainpoolP192r1, Curve::BrainpoolP224r1, Curve::BrainpoolP256r1, Curve::BrainpoolP320r1,
          Curve::BrainpoolP384r1, Curve::BrainpoolP512r1}) {
        CAPTURE(static_cast<int>(curve));
        const auto a = crypto::makeScalar(curve, crypto::randomBytes).value();
        const auto b = crypto::makeScalar(curve, crypto::randomBytes).value();
        const auto aPublic = crypto::multiplyGenerator(curve, a).value();
        const auto bPublic = crypto::multiplyGenerator(curve, b).value();
        CHECK(aPublic.size() == 1 + 2 * crypto::coordinateSize(curve));
        CHECK(crypto::multiplyPoint(curve, a, bPublic).value() ==
              crypto::multiplyPoint(curve, b, aPublic).value());
    }
}

TEST_CASE("broken_random_source_gives_a_key") {
    const auto zeroes = [](std::size_t count) { return Bytes(count); };
    const auto ones = [](std::size_t count) { return Bytes(count, 0xff); };
    CHECK(crypto::makeScalar(Curve::NistP256, zeroes).error().code == FaultCode::Bug);
    CHECK(crypto::makeScalar(Curve::NistP256, ones).error().code == FaultCode::Bug);
    CHECK(crypto::multiplyGenerator(Curve::NistP256, Bytes(32)).error().code == FaultCode::Bug);
}
