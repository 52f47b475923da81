#include "drivers/smartcard/badge_check.h"

#include "drivers/smartcard/tlv.h"
#include "kiosk/crypto/certificate.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace balady::smartcard {
namespace {

using model::BadgeState;

/// The PIV card application (SP 800-73-4 part 1, 2.2), without the version at its end, as a terminal may ask for it.
constexpr std::array<unsigned char, 9> kApplication{0xa0, 0x00, 0x00, 0x03, 0x08, 0x00, 0x00, 0x10, 0x00};
/// "X.509 Certificate for PIV Authentication" (part 1, table 3): of the key 9A, which needs the PIN.
constexpr std::array<unsigned char, 5> kCertificate{0x5c, 0x03, 0x5f, 0xc1, 0x05};
constexpr std::uint8_t kAuthenticationKey = 0x9a;
constexpr std::uint8_t kP256 = 0x11; ///< algorithm identifier (SP 800-78-4, table 6-2)
constexpr std::uint8_t kPin = 0x80;
constexpr std::size_t kPinSize = 8;
constexpr std::size_t kChallengeSize = 32;
/// Part 1, table 9 has 1905 bytes for the certificate's object; real cards hold up to 3 kB.
constexpr std::size_t kLargestObject = 4096;
/// Pieces of all answers of one check; a card that says "more" for ever is not followed.
constexpr int kMostPieces = 64;

Command readCertificate() {
    Command command;
    command.ins = 0xcb;
    command.p1 = 0x3f;
    command.p2 = 0xff;
    command.data.assign(kCertificate.begin(), kCertificate.end());
    command.expected = 256;
    return command;
}

/// VERIFY: with a PIN, or without one to ask how many tries are left (part 2, 3.2.1).
Command verify(const SecretText& pin) {
    Command command;
    command.ins = 0x20;
    command.p2 = kPin;
    if (!pin.empty()) {
        command.data.assign(pin.reveal().begin(), pin.reveal().end());
        command.data.resize(kPinSize, 0xff);
    }
    return command;
}

/// GENERAL AUTHENTICATE: an empty place for the response, and what is to be signed (part 2, 3.2.4 and appendix A.3).
Command sign(ByteView digest) {
    SecretBytes inner;
    appendTlv(inner, 0x82, {});
    appendTlv(inner, 0x81, digest);
    Command command;
    command.ins = 0x87;
    command.p1 = kP256;
    command.p2 = kAuthenticationKey;
    appendTlv(command.data, 0x7c, inner);
    command.expected = 256;
    return command;
}

/// The certificate inside its data object (part 1, table 10 and appendix A): nothing if it is packed or not alone.
ByteView certificateIn(ByteView object) {
    const auto content = parseOnly(0x53, object);
    if (!content)
        return {};
    const auto parts = parseTlvs(*content);
    if (!parts)
        return {};
    ByteView certificate;
    for (const auto& part : *parts) {
        if (part.tag == 0x70 && certificate.empty())
            certificate = part.value;
        else if (part.tag == 0x71 && part.value.size() == 1 && part.value[0] == 0x00)
            continue; // CertInfo: not packed
        else if (part.tag != 0xfe)
            return {};
    }
    return certificate;
}

/// 63Cx says how many tries are left.
std::optional<int> triesIn(StatusWord status) {
    if ((status.value & 0xfff0) == 0x63c0)
        return status.value & 0x000f;
    return std::nullopt;
}

} // namespace

BadgeStep BadgeCheck::start() {
    if (!m_pin.empty() && !model::mayBePin(m_pin.reveal()))
        return fail(FaultCode::Malformed, "no PIN");
    Command command;
    command.ins = 0xa4;
    command.p1 = 0x04;
    command.data.assign(kApplication.begin(), kApplication.end());
    command.expected = 256;
    return send(Stage::Select, command);
}

BadgeStep BadgeCheck::send(Stage stage, const Command& command) {
    m_stage = stage;
    auto bytes = command.encode();
    if (!bytes)
        return fail(bytes.error().code, bytes.error().context);
    return Transmit{std::move(*bytes)};
}

BadgeStep BadgeCheck::fail(FaultCode code, std::string_view why) const {
    constexpr std::array kNames{"select", "get certificate", "count tries", "verify", "general authenticate"};
    return Fault{code, std::string("badge: ") + kNames[static_cast<std::size_t>(m_stage)] + ": " +
                           std::string(why)};
}

BadgeStep BadgeCheck::end(BadgeState state) {
    m_badge.state = state;
    return Result<model::Badge>(m_badge);
}

BadgeStep BadgeCheck::resume(ByteView answer) {
    const auto response = parseResponse(answer);
    if (!response)
        return fail(response.error().code, response.error().context);
    if (response->data.size() + m_object.size() > kLargestObject)
        return fail(FaultCode::Malformed, "too long an answer");
    m_object.insert(m_object.end(), response->data.begin(), response->data.end());
    const auto status = response->status;
    if (status.value >> 8 == 0x61) { // more of it waits (ISO/IEC 7816-4, 5.3.4)
        if (++m_pieces > kMostPieces)
            return fail(FaultCode::Malformed, "an answer without an end");
        Command more;
        more.ins = 0xc0;
        more.expected = (status.value & 0xff) == 0 ? 256 : status.value & 0xff;
        return send(m_stage, more);
    }
    switch (m_stage) {
    case Stage::Select: return selected(status);
    case Stage::GetCertificate: return certificateRead(status);
    case Stage::CountTries: return triesCounted(status);
    case Stage::Verify: return verified(status);
    case Stage::Authenticate: break;
    }
    return authenticated(status);
}

BadgeStep BadgeCheck::selected(StatusWord status) {
    if (!status.ok())
        return end(BadgeState::None);
    m_object.clear();
    return send(Stage::GetCertificate, readCertificate());
}

BadgeStep BadgeCheck::certificateRead(StatusWord status) {
    const auto certificate = certificateIn(m_object);
    if (!status.ok() || certificate.empty()) // a PIV card of somebody who does not use this certificate
        return end(BadgeState::Unknown);
    m_certificate.assign(certificate.begin(), certificate.end());
    m_object.clear();
    const auto signer = crypto::judgeCertificate(m_certificate, m_terms.trust, m_terms.now);
    if (!signer)
        return end(BadgeState::Unknown);
    m_badge.mark = toHex(crypto::sha256(m_certificate)).substr(0, 32);
    switch (*signer) {
    case crypto::SignerTrust::Trusted: break;
    case crypto::SignerTrust::Unknown: return end(BadgeState::Unknown);
    case crypto::SignerTrust::Expired: return end(BadgeState::Expired);
    }
    const auto withdrawn = m_terms.withdrawn.withdraws(m_certificate);
    if (!withdrawn)
        return end(BadgeState::Unknown);
    if (*withdrawn)
        return end(BadgeState::Withdrawn);
    m_badge.listIsOld = m_terms.withdrawn.isOld(m_terms.now);
    if (m_badge.listIsOld && m_terms.wantsListOfToday)
        return end(BadgeState::ListOld);
    return send(m_pin.empty() ? Stage::CountTries : Stage::Verify, verify(m_pin));
}

BadgeStep BadgeCheck::triesCounted(StatusWord status) {
    if (const auto tries = triesIn(status))
        m_badge.triesLeft = *tries;
    const bool blocked = status.value == 0x6983 || m_badge.triesLeft == 0;
    return end(blocked ? BadgeState::Blocked : BadgeState::Waiting);
}

BadgeStep BadgeCheck::verified(StatusWord status) {
    if (status.value == 0x6983)
        return end(BadgeState::Blocked);
    if (const auto tries = triesIn(status)) {
        m_badge.triesLeft = *tries;
        return end(*tries == 0 ? BadgeState::Blocked : BadgeState::WrongPin);
    }
    if (!status.ok()) // many cards take no PIN by air
        return fail(FaultCode::UnsupportedCard, status.text());
    auto challenge = m_terms.random(kChallengeSize);
    const auto digest = crypto::sha256(challenge);
    m_digest.assign(digest.begin(), digest.end());
    m_object.clear();
    return send(Stage::Authenticate, sign(m_digest));
}

BadgeStep BadgeCheck::authenticated(StatusWord status) {
    if (!status.ok())
        return fail(FaultCode::UnsupportedCard, status.text());
    const auto inner = parseOnly(0x7c, m_object);
    const auto signature = inner ? parseOnly(0x82, *inner) : inner;
    if (!signature)
        return fail(FaultCode::Malformed, signature.error().context);
    const auto good = crypto::signedByHolder(m_certificate, m_digest, *signature);
    if (!good)
        return fail(good.error().code, good.error().context);
    return end(*good ? BadgeState::Proven : BadgeState::Forged);
}

} // namespace balady::smartcard
