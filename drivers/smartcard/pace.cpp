#include "drivers/smartcard/pace.h"

#include "drivers/smartcard/bac.h"
#include "drivers/smartcard/blocks.h"
#include "drivers/smartcard/session_cipher.h"
#include "drivers/smartcard/tlv.h"

#include <algorithm>
#include <array>

namespace balady::smartcard {
namespace {

// Objects of MSE:Set AT (Doc 9303-11, 4.4.4.1).
constexpr std::uint32_t kMechanism = 0x80;
constexpr std::uint32_t kPasswordReference = 0x83;
constexpr std::uint32_t kDomainParameters = 0x84;
// Objects of GENERAL AUTHENTICATE (Doc 9303-11, 4.4.4.2).
constexpr std::uint32_t kDynamicData = 0x7c;
constexpr std::uint32_t kEncryptedNonce = 0x80;
constexpr std::uint32_t kMappingKey = 0x81;
constexpr std::uint32_t kChipMappingKey = 0x82;
constexpr std::uint32_t kAgreementKey = 0x83;
constexpr std::uint32_t kChipAgreementKey = 0x84;
constexpr std::uint32_t kToken = 0x85;
constexpr std::uint32_t kChipToken = 0x86;
// Objects of a public key (Doc 9303-11, 9.4.5).
constexpr std::uint32_t kPublicKeyObject = 0x7f49;
constexpr std::uint32_t kObjectIdentifier = 0x06;
constexpr std::uint32_t kPoint = 0x86;

constexpr std::size_t kLongestNumber = 32; ///< of a card access number; in practice six digits

Command generalAuthenticate(ByteView objects, bool last) {
    Command command;
    command.cla = last ? 0x00 : 0x10; // command chaining, ISO/IEC 7816-4, 5.3.3
    command.ins = 0x86;
    appendTlv(command.data, kDynamicData, objects);
    command.expected = 256;
    return command;
}

Command generalAuthenticate(std::uint32_t tag, ByteView value, bool last) {
    SecretBytes objects;
    appendTlv(objects, tag, value);
    return generalAuthenticate(objects, last);
}

/// The nonce has as many bits as the cipher's key, in whole blocks (Doc 9303-11, 4.4.3.2).
std::size_t nonceSize(Cipher cipher) {
    return cipher == Cipher::Aes192 || cipher == Cipher::Aes256 ? 32 : 16;
}

/// The object in the chip's dynamic data. The last answer may also name the chip's certification authorities.
Result<ByteView> objectIn(ByteView answer, std::uint32_t tag, bool last) {
    const auto data = parseOnly(kDynamicData, answer);
    if (!data)
        return data.error();
    const auto objects = parseTlvs(*data);
    if (!objects)
        return objects.error();
    if (objects->empty() || objects->front().tag != tag || (objects->size() > 1 && !last))
        return Fault{FaultCode::Malformed, "another object than expected"};
    return objects->front().value;
}

ByteView xCoordinate(ByteView point) {
    return point.subspan(1, (point.size() - 1) / 2);
}

} // namespace

Result<PacePassword> pacePassword(const ports::AccessKey& printed) {
    const auto& number = printed.cardAccessNumber;
    if (!number.empty()) {
        const auto inIso8859 = [](char c) { return c >= ' ' && c <= '~'; };
        if (number.size() > kLongestNumber || !std::all_of(number.begin(), number.end(), inIso8859))
            return Fault{FaultCode::Malformed, "card access number cannot be printed on a card"};
        return PacePassword{PacePassword::Kind::CardAccessNumber, {number.begin(), number.end()}};
    }
    auto secret = mrzSecret(printed);
    if (!secret)
        return secret.error();
    return PacePassword{PacePassword::Kind::Mrz, std::move(*secret)};
}

Command PaceHandshake::start() const {
    Command command;
    command.ins = 0x22;
    command.p1 = 0xc1;
    command.p2 = 0xa4;
    const std::array<std::uint8_t, 1> reference{static_cast<std::uint8_t>(m_password.kind)};
    const std::array<std::uint8_t, 1> parameters{m_offer.parameterId};
    appendTlv(command.data, kMechanism, paceProtocol(m_offer.cipher));
    appendTlv(command.data, kPasswordReference, reference);
    if (m_offer.ambiguous)
        appendTlv(command.data, kDomainParameters, parameters);
    return command;
}

std::string_view PaceHandshake::stepName() const {
    switch (m_step) {
    case Step::SetTemplate: return "pace: set template";
    case Step::Nonce: return "pace: nonce";
    case Step::Mapping: return "pace: mapping";
    case Step::Agreement: return "pace: agreement";
    case Step::Tokens: return "pace: tokens";
    }
    return "pace: no such step";
}

Result<std::variant<Command, Session>> PaceHandshake::resume(const Response& response) {
    const auto refused = [&](FaultCode code) { return Fault{code, response.status.text()}; };
    if (m_step == Step::SetTemplate) {
        // 63Cx warns of earlier wrong passwords, and the command has been carried out all the same.
        if (!response.status.ok() && (response.status.value & 0xfff0) != 0x63c0)
            return refused(FaultCode::UnsupportedCard);
        m_step = Step::Nonce;
        return generalAuthenticate({}, false);
    }
    // Chips differ in how they refuse a wrong password: 6300, 63Cx, 6982, 6985, 6988…
    if (!response.status.ok())
        return refused(m_step == Step::Tokens ? FaultCode::AccessDenied : FaultCode::Malformed);

    const auto next = [&](Step step, Result<Command> command) -> Result<std::variant<Command, Session>> {
        if (!command)
            return command.error();
        m_step = step;
        return std::move(*command);
    };
    const auto object = [&](std::uint32_t tag) {
        return objectIn(response.data, tag, m_step == Step::Tokens);
    };
    switch (m_step) {
    case Step::SetTemplate: break; // done above
    case Step::Nonce:
        if (const auto nonce = object(kEncryptedNonce); nonce)
            return next(Step::Mapping, nonceReceived(*nonce));
        else
            return nonce.error();
    case Step::Mapping:
        if (const auto key = object(kChipMappingKey); key)
            return next(Step::Agreement, mappingKeyReceived(*key));
        else
            return key.error();
    case Step::Agreement:
        if (const auto key = object(kChipAgreementKey); key)
            return next(Step::Tokens, agreementKeyReceived(*key));
        else
            return key.error();
    case Step::Tokens: {
        const auto token = object(kChipToken);
        if (!token)
            return token.error();
        auto session = tokenReceived(*token);
        if (!session)
            return session.error();
        return std::move(*session);
    }
    }
    return Fault{FaultCode::Bug, "no such step"};
}

Result<Command> PaceHandshake::nonceReceived(ByteView cryptogram) {
    if (cryptogram.size() != nonceSize(m_offer.cipher))
        return Fault{FaultCode::Malformed, "nonce has a wrong length"};
    const auto key = deriveKey(m_offer.cipher, m_password.secret, KeyUse::Password);
    auto nonce = decipherWithKey(m_offer.cipher, key, cryptogram);
    if (!nonce)
        return nonce.error();
    m_nonce = secretFrom(std::move(*nonce));

    auto secret = crypto::makeScalar(m_offer.curve, m_random);
    if (!secret)
        return secret.error();
    m_secret = std::move(*secret);
    const auto publicKey = crypto::multiplyGenerator(m_offer.curve, m_secret);
    if (!publicKey)
        return publicKey.error();
    m_publicKey = *publicKey;
    return generalAuthenticate(kMappingKey, m_publicKey, false);
}

Result<Command> PaceHandshake::mappingKeyReceived(ByteView chipKey) {
    // A chip that sends our own key back knows nothing (Doc 9303-11, 4.4.1).
    if (sameBytes(chipKey, m_publicKey))
        return Fault{FaultCode::Malformed, "chip repeats the terminal's key"};
    const auto shared = crypto::multiplyPoint(m_offer.curve, m_secret, chipKey);
    if (!shared)
        return shared.error();
    const auto generator = crypto::mapGenerator(m_offer.curve, m_nonce, *shared);
    if (!generator)
        return generator.error();

    auto secret = crypto::makeScalar(m_offer.curve, m_random);
    if (!secret)
        return secret.error();
    m_secret = std::move(*secret);
    auto publicKey = crypto::multiplyPoint(m_offer.curve, m_secret, *generator);
    if (!publicKey)
        return publicKey.error();
    m_publicKey = std::move(*publicKey);
    return generalAuthenticate(kAgreementKey, m_publicKey, false);
}

Result<Command> PaceHandshake::agreementKeyReceived(ByteView chipKey) {
    if (sameBytes(chipKey, m_publicKey))
        return Fault{FaultCode::Malformed, "chip repeats the terminal's key"};
    const auto shared = crypto::multiplyPoint(m_offer.curve, m_secret, chipKey);
    if (!shared)
        return shared.error();
    m_sessionKeys = deriveKeys(m_offer.cipher, xCoordinate(*shared));
    const auto token = tokenOver(chipKey);
    if (!token)
        return token.error();
    return generalAuthenticate(kToken, *token, true);
}

Result<Session> PaceHandshake::tokenReceived(ByteView token) {
    const auto expected = tokenOver(m_publicKey);
    if (!expected)
        return expected.error();
    if (!sameBytes(*expected, token))
        return Fault{FaultCode::Tampered, "chip's token is wrong"};
    return Session{m_offer.cipher, std::move(m_sessionKeys), Bytes(blockSize(m_offer.cipher))};
}

Result<Bytes> PaceHandshake::tokenOver(ByteView publicKey) const {
    Bytes content;
    appendTlv(content, kObjectIdentifier, paceProtocol(m_offer.cipher));
    appendTlv(content, kPoint, publicKey);
    Bytes object;
    appendTlv(object, kPublicKeyObject, content);
    return tokenMac(m_offer.cipher, m_sessionKeys.mac, object);
}

} // namespace balady::smartcard
