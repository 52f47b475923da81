#include "drivers/smartcard/security_infos.h"

#include "drivers/smartcard/tlv.h"

#include <algorithm>

namespace balady::smartcard {
namespace {

using crypto::Curve;

constexpr std::uint8_t kPaceVersion = 2;

/// 0.4.0.127.0.7.2.2.4.2, id-PACE-ECDH-GM; one more byte names the cipher.
constexpr std::array<std::uint8_t, 9> kEcdhGenericMapping{0x04, 0x00, 0x7f, 0x00, 0x07,
                                                          0x02, 0x02, 0x04, 0x02};

constexpr std::array kCiphers{Cipher::Des3, Cipher::Aes128, Cipher::Aes192, Cipher::Aes256};

/// Doc 9303-11, 9.5.1. 0 to 2 are finite fields.
std::optional<Curve> curveOf(std::uint8_t parameterId) {
    switch (parameterId) {
    case 8: return Curve::NistP192;
    case 9: return Curve::BrainpoolP192r1;
    case 10: return Curve::NistP224;
    case 11: return Curve::BrainpoolP224r1;
    case 12: return Curve::NistP256;
    case 13: return Curve::BrainpoolP256r1;
    case 14: return Curve::BrainpoolP320r1;
    case 15: return Curve::NistP384;
    case 16: return Curve::BrainpoolP384r1;
    case 17: return Curve::BrainpoolP512r1;
    case 18: return Curve::NistP521;
    default: return std::nullopt;
    }
}

std::optional<Cipher> cipherOf(ByteView protocol) {
    if (protocol.size() != kEcdhGenericMapping.size() + 1 ||
        !std::equal(kEcdhGenericMapping.begin(), kEcdhGenericMapping.end(), protocol.begin()))
        return std::nullopt;
    const std::size_t number = protocol.back(); // 1 to 4
    if (number == 0 || number > kCiphers.size())
        return std::nullopt;
    return kCiphers[number - 1];
}

/// PACEInfo: protocol, version, and the number of standardised domain parameters.
std::optional<PaceOffer> offerIn(const std::vector<Tlv>& info) {
    const auto cipher = cipherOf(info[0].value);
    const auto isNumber = [](const Tlv& object) {
        return object.tag == der::kInteger && object.value.size() == 1;
    };
    if (!cipher || info.size() != 3 || !isNumber(info[1]) || !isNumber(info[2]) ||
        info[1].value[0] != kPaceVersion)
        return std::nullopt;
    const auto curve = curveOf(info[2].value[0]);
    if (!curve)
        return std::nullopt;
    return PaceOffer{*cipher, *curve, info[2].value[0], false};
}

} // namespace

std::array<std::uint8_t, 10> paceProtocol(Cipher cipher) {
    std::array<std::uint8_t, 10> out{};
    std::copy(kEcdhGenericMapping.begin(), kEcdhGenericMapping.end(), out.begin());
    out.back() =
        static_cast<std::uint8_t>(std::find(kCiphers.begin(), kCiphers.end(), cipher) - kCiphers.begin() + 1);
    return out;
}

Result<std::vector<PaceOffer>> parseCardAccess(ByteView file) {
    const auto set = parseOnly(der::kSet, file);
    if (!set)
        return set.error();
    const auto infos = parseTlvs(*set);
    if (!infos)
        return infos.error();
    std::vector<PaceOffer> offers;
    for (const auto& info : *infos) {
        if (info.tag != der::kSequence)
            return Fault{FaultCode::Malformed, "security info is no sequence"};
        const auto parts = parseTlvs(info.value);
        if (!parts)
            return parts.error();
        if (parts->empty() || parts->front().tag != der::kObjectIdentifier)
            return Fault{FaultCode::Malformed, "security info without a protocol"};
        if (const auto offer = offerIn(*parts))
            offers.push_back(*offer);
    }
    for (auto& offer : offers)
        offer.ambiguous = std::count_if(offers.begin(), offers.end(), [&](const PaceOffer& other) {
                              return other.cipher == offer.cipher;
                          }) > 1;
    return offers;
}

std::optional<PaceOffer> strongest(const std::vector<PaceOffer>& offers) {
    const auto best =
        std::max_element(offers.begin(), offers.end(),
                         [](const PaceOffer& a, const PaceOffer& b) { return a.cipher < b.cipher; });
    return best == offers.end() ? std::nullopt : std::optional(*best);
}

} // namespace balady::smartcard
