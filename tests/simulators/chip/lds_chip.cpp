#include "tests/simulators/chip/lds_chip.h"

#include "drivers/smartcard/blocks.h"
#include "drivers/smartcard/tlv.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/model/mrz.h"

#include <algorithm>
#include <array>

namespace balady::simulators {
namespace {

using smartcard::appendTlv;
using smartcard::padded;

constexpr std::array<std::uint8_t, 7> kApplication{0xa0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01};
constexpr int kEfCom = 0x011e;
constexpr int kEfDg1 = 0x0101;

Bytes status(std::uint16_t word) {
    return {static_cast<std::uint8_t>(word >> 8), static_cast<std::uint8_t>(word)};
}

Bytes joined(std::initializer_list<ByteView> parts) {
    Bytes out;
    for (const auto part : parts)
        out.insert(out.end(), part.begin(), part.end());
    return out;
}

Bytes makeCom() {
    const std::array<std::uint8_t, 1> tags{0x61};
    Bytes content;
    appendTlv(content, 0x5f01, asBytes("0107"));
    appendTlv(content, 0x5f36, asBytes("040000"));
    appendTlv(content, 0x5c, tags);
    Bytes file;
    appendTlv(file, 0x60, content);
    return file;
}

Bytes makeDg1(const std::string& mrz) {
    Bytes content;
    appendTlv(content, 0x5f1f, asBytes(mrz));
    Bytes file;
    appendTlv(file, 0x61, content);
    return file;
}

void countUp(smartcard::Session& session) {
    for (auto it = session.counter.rbegin(); it != session.counter.rend(); ++it)
        if (++*it != 0)
            return;
}

} // namespace

/// A short command APDU taken apart.
struct LdsChip::Plain {
    std::uint8_t cla = 0;
    std::uint8_t ins = 0;
    std::uint8_t p1 = 0;
    std::uint8_t p2 = 0;
    Bytes data;
    std::size_t expected = 0; ///< 0: none
};

LdsChip::LdsChip(const std::string& mrz, Random random) : m_random(std::move(random)) {
    const auto parsed = model::parseMrz(mrz).value();
    m_printed = {parsed.documentNumber, parsed.birthDate, parsed.expiryDate};
    m_documentKeys = smartcard::documentKeys(m_printed).value();
    m_files[kEfCom] = makeCom();
    m_files[kEfDg1] = makeDg1(mrz);
}

void LdsChip::reset() {
    m_applicationSelected = false;
    m_challenge.reset();
    m_session.reset();
    m_selectedFile = 0;
}

Bytes LdsChip::answer(ByteView command) {
    if (command.size() < 4)
        return status(0x6700);
    Plain plain{command[0], command[1], command[2], command[3], {}, 0};
    auto rest = command.subspan(4);
    if (rest.size() > 1) {
        const std::size_t count = rest[0];
        if (count == 0 || rest.size() - 1 < count || rest.size() - 1 > count + 1)
            return status(0x6700);
        plain.data.assign(rest.begin() + 1, rest.begin() + 1 + static_cast<std::ptrdiff_t>(count));
        rest = rest.subspan(1 + count);
    }
    if (!rest.empty())
        plain.expected = rest[0] == 0 ? 256 : rest[0];
    if ((plain.cla & 0x0c) == 0x0c)
        return answerProtected(plain);
    if (m_session && plain.ins != 0xa4) {
        m_session.reset(); // Doc 9303-11, 9.8.2: a command in the clear ends the session
        return status(0x6982);
    }
    return answerPlain(plain);
}

Bytes LdsChip::answerPlain(const Plain& command) {
    switch (command.ins) {
    case 0xa4:
        if (command.p1 != 0x04)
            return status(0x6982);
        reset();
        if (!std::equal(command.data.begin(), command.data.end(), kApplication.begin(), kApplication.end()))
            return status(0x6a82);
        m_applicationSelected = true;
        return status(0x9000);
    case 0x84:
        if (!m_applicationSelected)
            return status(0x6985);
        if (command.expected != 8)
            return status(0x6700);
        m_challenge = m_random(8);
        return joined({*m_challenge, status(0x9000)});
    case 0x82: return authenticate(command.data);
    case 0xb0: return status(0x6982);
    default: return status(0x6d00);
    }
}

Bytes LdsChip::authenticate(ByteView data) {
    if (!m_challenge)
        return status(0x6985);
    const auto challenge = *m_challenge;
    m_challenge.reset(); // good for one attempt
    if (data.size() != 40)
        return status(0x6700);
    const auto cryptogram = data.first(32);
    const auto mac = crypto::retailMac(m_documentKeys.mac, padded(cryptogram)).value();
    const auto proof = crypto::des3CbcDecrypt(m_documentKeys.encryption, cryptogram).value();
    if (!smartcard::sameBytes(mac, data.last(8)) ||
        !smartcard::sameBytes(ByteView(proof).subspan(8, 8), challenge))
        return status(0x6300);

    const auto terminalChallenge = ByteView(proof).first(8);
    const auto keyPart = m_random(16);
    const auto reply =
        crypto::des3CbcEncrypt(m_documentKeys.encryption, joined({challenge, terminalChallenge, keyPart}))
            .value();
    Bytes seed(proof.end() - 16, proof.end());
    for (std::size_t i = 0; i < seed.size(); ++i)
        seed[i] ^= keyPart[i];
    smartcard::Session session{smartcard::deriveKeys(seed), {}};
    std::copy_n(challenge.begin() + 4, 4, session.counter.begin());
    std::copy_n(terminalChallenge.begin() + 4, 4, session.counter.begin() + 4);
    m_session = std::move(session);
    return joined({reply, crypto::retailMac(m_documentKeys.mac, padded(reply)).value(), status(0x9000)});
}

Bytes LdsChip::answerProtected(const Plain& command) {
    if (!m_session)
        return status(0x6982);
    const auto objects = smartcard::parseTlvs(command.data);
    if (!objects || objects->empty() || objects->back().tag != 0x8e) {
        m_session.reset();
        return status(0x6987);
    }
    countUp(*m_session);
    const std::array<std::uint8_t, 4> header{command.cla, command.ins, command.p1, command.p2};
    const auto covered = ByteView(command.data).first(command.data.size() - 10);
    if (!smartcard::sameBytes(macWithCounter(joined({padded(header), covered})), objects->back().value)) {
        m_session.reset();
        return status(0x6988);
    }
    Plain plain{command.cla, command.ins, command.p1, command.p2, {}, 0};
    for (const auto& object : *objects) {
        if (object.tag == 0x87 && object.value.size() > 1) {
            plain.data = crypto::des3CbcDecrypt(m_session->keys.encryption, object.value.subspan(1)).value();
            plain.data.resize(smartcard::unpaddedSize(plain.data).value());
        } else if (object.tag == 0x97 && !object.value.empty()) {
            plain.expected = object.value[0] == 0 ? 256 : object.value[0];
        }
    }
    Bytes inner = status(0x6d00);
    if (plain.ins == 0xa4)
        inner = selectFile(plain.data);
    else if (plain.ins == 0xb0)
        inner = readBinary(plain);

    const auto word = ByteView(inner).last(2);
    Bytes body;
    if (inner.size() > 2) {
        const auto cryptogram = crypto::des3CbcEncrypt(m_session->keys.encryption,
                                                       padded(ByteView(inner).first(inner.size() - 2)))
                                    .value();
        const std::array<std::uint8_t, 1> indicator{0x01};
        appendTlv(body, 0x87, joined({indicator, cryptogram}));
    }
    appendTlv(body, 0x99, word);
    countUp(*m_session);
    appendTlv(body, 0x8e, macWithCounter(body));
    return joined({body, word});
}

Bytes LdsChip::selectFile(ByteView id) {
    if (id.size() != 2 || !m_files.contains(id[0] << 8 | id[1]))
        return status(0x6a82);
    m_selectedFile = id[0] << 8 | id[1];
    return status(0x9000);
}

Bytes LdsChip::readBinary(const Plain& command) {
    if (m_selectedFile == 0)
        return status(0x6986);
    const auto& file = m_files.at(m_selectedFile);
    const std::size_t offset = static_cast<std::size_t>(command.p1) << 8 | command.p2;
    if (offset >= file.size())
        return status(0x6b00);
    const auto count = std::min(command.expected, file.size() - offset);
    return joined(
        {ByteView(file).subspan(offset, count), status(count < command.expected ? 0x6282 : 0x9000)});
}

Bytes LdsChip::macWithCounter(ByteView objects) const {
    return crypto::retailMac(m_session->keys.mac, padded(joined({m_session->counter, objects}))).value();
}

} // namespace balady::simulators
