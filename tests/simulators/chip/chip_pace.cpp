#include "tests/simulators/chip/chip_pace.h"

#include "drivers/smartcard/blocks.h"
#include "drivers/smartcard/session_cipher.h"
#include "drivers/smartcard/tlv.h"
#include "tests/simulators/chip/answers.h"

#include <algorithm>

namespace balady::simulators {
namespace {

using smartcard::appendTlv;

Bytes dynamicData(std::uint32_t tag, ByteView value) {
    Bytes content;
    appendTlv(content, tag, value);
    Bytes out;
    appendTlv(out, 0x7c, content);
    return joined({out, status(0x9000)});
}

} // namespace

ChipPace::ChipPace(smartcard::PaceOffer offer, Passwords passwords, crypto::RandomSource random)
    : m_offer(offer), m_passwords(std::move(passwords)), m_random(std::move(random)) {}

Bytes ChipPace::setTemplate(ByteView data) {
    m_password.reset();
    m_expected = 0;
    const auto objects = smartcard::parseTlvs(data);
    if (!objects)
        return status(0x6a80);
    const auto protocol = smartcard::paceProtocol(m_offer.cipher);
    bool known = false;
    for (const auto& object : *objects) {
        if (object.tag == 0x80)
            known = std::equal(object.value.begin(), object.value.end(), protocol.begin(), protocol.end());
        else if (object.tag == 0x83 && object.value.size() == 1)
            m_password = static_cast<smartcard::PacePassword::Kind>(object.value[0]);
        else if (object.tag != 0x84 || object.value.size() != 1 || object.value[0] != m_offer.parameterId)
            return status(0x6a80);
    }
    if (!known)
        return status(0x6a80);
    if (!m_password || !m_passwords.contains(*m_password)) {
        m_password.reset();
        return status(0x6a88);
    }
    return status(0x9000);
}

Bytes ChipPace::authenticate(ByteView data) {
    const auto content = smartcard::parseOnly(0x7c, data);
    const auto objects = content ? smartcard::parseTlvs(*content) : content.error();
    if (!objects)
        return status(0x6a80);
    if (!m_password)
        return status(0x6985);
    if (objects->empty())
        return sendNonce();
    const auto& object = objects->front();
    if (m_expected == 0 || object.tag != m_expected || objects->size() != 1)
        return status(0x6985);
    m_expected = 0; // whatever goes wrong from here on ends this attempt
    switch (object.tag) {
    case 0x81: return map(object.value);
    case 0x83: return agree(object.value);
    default: return checkToken(object.value);
    }
}

std::optional<smartcard::Session> ChipPace::session() {
    return std::exchange(m_session, std::nullopt);
}

Bytes ChipPace::sendNonce() {
    const bool longKey =
        m_offer.cipher == smartcard::Cipher::Aes192 || m_offer.cipher == smartcard::Cipher::Aes256;
    m_nonce = m_random(longKey ? 32 : 16);
    const auto key =
        smartcard::deriveKey(m_offer.cipher, m_passwords.at(*m_password), smartcard::KeyUse::Password);
    m_expected = 0x81;
    return dynamicData(0x80, smartcard::encipherWithKey(m_offer.cipher, key, m_nonce).value());
}

Bytes ChipPace::map(ByteView terminalKey) {
    const auto secret = crypto::makeScalar(m_offer.curve, m_random).value();
    const auto shared = crypto::multiplyPoint(m_offer.curve, secret, terminalKey);
    if (!shared)
        return status(0x6a80);
    m_generator = crypto::mapGenerator(m_offer.curve, m_nonce, *shared).value();
    m_expected = 0x83;
    return dynamicData(0x82, crypto::multiplyGenerator(m_offer.curve, secret).value());
}

Bytes ChipPace::agree(ByteView terminalKey) {
    const auto secret = crypto::makeScalar(m_offer.curve, m_random).value();
    const auto shared = crypto::multiplyPoint(m_offer.curve, secret, terminalKey);
    if (!shared)
        return status(0x6a80);
    m_terminalKey.assign(terminalKey.begin(), terminalKey.end());
    m_publicKey = crypto::multiplyPoint(m_offer.curve, secret, m_generator).value();
    m_keys = smartcard::deriveKeys(m_offer.cipher, ByteView(*shared).subspan(1, (shared->size() - 1) / 2));
    m_expected = 0x85;
    return dynamicData(0x84, m_publicKey);
}

Bytes ChipPace::checkToken(ByteView token) {
    if (!smartcard::sameBytes(tokenOver(m_publicKey), token))
        return status(0x6300);
    const auto answer = dynamicData(0x86, tokenOver(m_terminalKey));
    m_session = smartcard::Session{m_offer.cipher, m_keys, Bytes(smartcard::blockSize(m_offer.cipher))};
    return answer;
}

Bytes ChipPace::tokenOver(ByteView publicKey) const {
    Bytes content;
    appendTlv(content, 0x06, smartcard::paceProtocol(m_offer.cipher));
    appendTlv(content, 0x86, publicKey);
    Bytes object;
    appendTlv(object, 0x7f49, content);
    return smartcard::tokenMac(m_offer.cipher, m_keys.mac, object).value();
}

} // namespace balady::simulators
