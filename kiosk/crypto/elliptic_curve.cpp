#include "kiosk/crypto/elliptic_curve.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/obj_mac.h>

#include <cstdlib>
#include <memory>

namespace balady::crypto {
namespace {

using Group = std::unique_ptr<EC_GROUP, decltype(&EC_GROUP_free)>;
using Point = std::unique_ptr<EC_POINT, decltype(&EC_POINT_clear_free)>;
using Number = std::unique_ptr<BIGNUM, decltype(&BN_clear_free)>;
using Scratch = std::unique_ptr<BN_CTX, decltype(&BN_CTX_free)>;

/// How often a source is asked before it is called broken. Of true randomness, at least every second try is good.
constexpr int kTries = 128;

int identifier(Curve curve) {
    switch (curve) {
    case Curve::NistP192: return NID_X9_62_prime192v1;
    case Curve::NistP224: return NID_secp224r1;
    case Curve::NistP256: return NID_X9_62_prime256v1;
    case Curve::NistP384: return NID_secp384r1;
    case Curve::NistP521: return NID_secp521r1;
    case Curve::BrainpoolP192r1: return NID_brainpoolP192r1;
    case Curve::BrainpoolP224r1: return NID_brainpoolP224r1;
    case Curve::BrainpoolP256r1: return NID_brainpoolP256r1;
    case Curve::BrainpoolP320r1: return NID_brainpoolP320r1;
    case Curve::BrainpoolP384r1: return NID_brainpoolP384r1;
    case Curve::BrainpoolP512r1: return NID_brainpoolP512r1;
    }
    std::abort(); // the enumeration has no other value
}

/// A curve with what its arithmetic needs. Out of memory ends the program, as everywhere.
class Arithmetic {
  public:
    explicit Arithmetic(Curve curve)
        : m_group(EC_GROUP_new_by_curve_name(identifier(curve)), &EC_GROUP_free),
          m_scratch(BN_CTX_secure_new(), &BN_CTX_free) {
        if (!m_group || !m_scratch)
            std::abort();
    }

    [[nodiscard]] const EC_GROUP* group() const { return m_group.get(); }
    [[nodiscard]] BN_CTX* scratch() const { return m_scratch.get(); }
    [[nodiscard]] const BIGNUM* order() const { return EC_GROUP_get0_order(m_group.get()); }

    [[nodiscard]] Point infinity() const {
        Point point(EC_POINT_new(m_group.get()), &EC_POINT_clear_free);
        if (!point)
            std::abort();
        return point;
    }

    /// OpenSSL refuses a point that is not on the curve.
    [[nodiscard]] Result<Point> read(ByteView bytes, std::size_t coordinate) const {
        auto point = infinity();
        if (bytes.size() != 1 + 2 * coordinate || bytes[0] != POINT_CONVERSION_UNCOMPRESSED ||
            EC_POINT_oct2point(m_group.get(), point.get(), bytes.data(), bytes.size(), m_scratch.get()) != 1)
            return Fault{FaultCode::Malformed, "crypto: not a point of the curve"};
        return point;
    }

    [[nodiscard]] Result<SecretBytes> write(const Point& point, std::size_t coordinate) const {
        if (EC_POINT_is_at_infinity(m_group.get(), point.get()) == 1)
            return Fault{FaultCode::Malformed, "crypto: the result is infinity"};
        SecretBytes out(1 + 2 * coordinate);
        if (EC_POINT_point2oct(m_group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, out.data(),
                               out.size(), m_scratch.get()) != out.size())
            return Fault{FaultCode::Bug, "crypto: point of another size"};
        return out;
    }

  private:
    Group m_group;
    Scratch m_scratch;
};

Number number(ByteView bytes) {
    Number out(BN_secure_new(), &BN_clear_free);
    if (!out || BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), out.get()) == nullptr)
        std::abort();
    BN_set_flags(out.get(), BN_FLG_CONSTTIME);
    return out;
}

} // namespace

std::size_t coordinateSize(Curve curve) {
    const Arithmetic on(curve);
    return (static_cast<std::size_t>(EC_GROUP_get_degree(on.group())) + 7) / 8;
}

Result<SecretBytes> makeScalar(Curve curve, const RandomSource& random) {
    const Arithmetic on(curve);
    const auto bits = static_cast<unsigned>(EC_GROUP_order_bits(on.group()));
    for (int i = 0; i < kTries; ++i) {
        auto drawn = random((bits + 7) / 8);
        if (bits % 8 != 0)
            drawn[0] &= static_cast<std::uint8_t>(0xff >> (8 - bits % 8));
        SecretBytes candidate(drawn.begin(), drawn.end());
        wipe(drawn.data(), drawn.size());
        const auto value = number(candidate);
        if (BN_is_zero(value.get()) == 0 && BN_cmp(value.get(), on.order()) < 0)
            return candidate;
    }
    return Fault{FaultCode::Bug, "crypto: the random source gives no scalar"};
}

Result<SecretBytes> multiplyGenerator(Curve curve, ByteView scalar) {
    const Arithmetic on(curve);
    const auto product = on.infinity();
    if (EC_POINT_mul(on.group(), product.get(), number(scalar).get(), nullptr, nullptr, on.scratch()) != 1)
        return Fault{FaultCode::Bug, "crypto: multiplication refused"};
    auto out = on.write(product, coordinateSize(curve));
    if (!out)
        return Fault{FaultCode::Bug, out.error().context};
    return out;
}

Result<SecretBytes> multiplyPoint(Curve curve, ByteView scalar, ByteView point) {
    const Arithmetic on(curve);
    const auto size = coordinateSize(curve);
    const auto base = on.read(point, size);
    if (!base)
        return base.error();
    const auto product = on.infinity();
    if (EC_POINT_mul(on.group(), product.get(), nullptr, base->get(), number(scalar).get(), on.scratch()) !=
        1)
        return Fault{FaultCode::Bug, "crypto: multiplication refused"};
    return on.write(product, size);
}

Result<SecretBytes> mapGenerator(Curve curve, ByteView factor, ByteView point) {
    const Arithmetic on(curve);
    const auto size = coordinateSize(curve);
    const auto shared = on.read(point, size);
    if (!shared)
        return shared.error();
    const auto mapped = on.infinity();
    // In two steps: each with one secret scalar runs in constant time, the combined form does not.
    if (EC_POINT_mul(on.group(), mapped.get(), number(factor).get(), nullptr, nullptr, on.scratch()) != 1 ||
        EC_POINT_add(on.group(), mapped.get(), mapped.get(), shared->get(), on.scratch()) != 1)
        return Fault{FaultCode::Bug, "crypto: mapping refused"};
    return on.write(mapped, size);
}

} // namespace balady::crypto
