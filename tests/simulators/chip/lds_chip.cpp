#include "tests/simulators/chip/lds_chip.h"

#include "drivers/smartcard/blocks.h"
#include "drivers/smartcard/session_cipher.h"
#include "drivers/smartcard/tlv.h"
#include "kiosk/crypto/crypto.h"
#include "kiosk/model/mrz.h"
#include "tests/simulators/chip/answers.h"
#include "tests/simulators/chip/plain_command.h"

#include <algorithm>
#include <array>

namespace balady::simulators {
namespace {

using smartcard::appendTlv;
using smartcard::padded;

constexpr std::array<std::uint8_t, 7> kApplication{0xa0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01};
constexpr int kEfCom = 0x011e;
constexpr int kEfDg1 = 0x0101;
constexpr int kEfDg2 = 0x0102;
constexpr int kEfDg15 = 0x010f;
constexpr int kEfCardAccess = 0x011c;

Bytes makeCom(const std::map<int, Bytes>& files) {
    Bytes tags;
    for (const int group : {kEfDg1, kEfDg2, kEfDg15})
        if (const auto file = files.find(group); file != files.end())
            tags.push_back(file->second.front());
    Bytes content;
    appendTlv(content, 0x5f01, asBytes("0107"));
    appendTlv(content, 0x5f36, asBytes("040000"));
    appendTlv(content, 0x5c, tags);
    Bytes file;
    appendTlv(file, 0x60, content);
    return file;
}

Bytes makeCardAccess(const smartcard::PaceOffer& offer) {
    const std::array<std::uint8_t, 1> version{2};
    const std::array<std::uint8_t, 1> parameters{offer.parameterId};
    Bytes info;
    appendTlv(info, 0x06, smartcard::paceProtocol(offer.cipher));
    appendTlv(info, 0x02, version);
    appendTlv(info, 0x02, parameters);
    Bytes sequence;
    appendTlv(sequence, 0x30, info);
    Bytes file;
    appendTlv(file, 0x31, sequence);
    return file;
}

void countUp(smartcard::Session& session) {
    for (auto it = session.counter.rbegin(); it != session.counter.rend(); ++it)
        if (++*it != 0)
            return;
}

} // namespace

Bytes makeDg1(const std::string& mrz) {
    Bytes content;
    appendTlv(content, 0x5f1f, asBytes(mrz));
    Bytes file;
    appendTlv(file, 0x61, content);
    return file;
}

Bytes makeDg2(std::size_t imageSize) {
    const auto number = [](std::size_t value, int bytes) {
        Bytes out;
        while (bytes-- > 0)
            out.push_back(static_cast<std::uint8_t>(value >> (8 * bytes)));
        return out;
    };
    const Bytes magic{'F', 'A', 'C', 0, '0', '1', '0', 0};
    Bytes image(std::max<std::size_t>(imageSize, 4), 0x55);
    const Bytes start{0xff, 0xd8};
    const Bytes end{0xff, 0xd9};
    std::copy(start.begin(), start.end(), image.begin());
    std::copy(end.begin(), end.end(), image.end() - 2);
    // ISO/IEC 19794-5:2005: one face without feature points, full frontal, JPEG.
    const auto face = joined({number(20 + 12 + image.size(), 4), Bytes(16), Bytes{1, 0}, Bytes(10), image});
    const auto record = joined({magic, number(14 + face.size(), 4), number(1, 2), face});
    Bytes headed;
    appendTlv(headed, 0xa1, Bytes{0x87, 0x02, 0x01, 0x01, 0x88, 0x02, 0x00, 0x08});
    appendTlv(headed, 0x5f2e, record);
    Bytes group{0x02, 0x01, 0x01};
    appendTlv(group, 0x7f60, headed);
    Bytes content;
    appendTlv(content, 0x7f61, group);
    Bytes file;
    appendTlv(file, 0x75, content);
    return file;
}

LdsChip::LdsChip(ChipDesign design, crypto::RandomSource random)
    : m_design(std::move(design)), m_random(std::move(random)) {
    const auto parsed = model::parseMrz(m_design.mrz).value();
    m_printed = {parsed.documentNumber, parsed.birthDate, parsed.expiryDate};
    m_documentKeys = smartcard::documentKeys(m_printed).value();
    m_application = m_design.files;
    m_application.emplace(kEfDg1, makeDg1(m_design.mrz));
    m_application.emplace(kEfCom, makeCom(m_application));
    if (m_design.pace)
        m_masterFile[kEfCardAccess] = makeCardAccess(*m_design.pace);
    if (m_design.cardAccess)
        m_masterFile[kEfCardAccess] = *m_design.cardAccess;
    reset();
}

void LdsChip::reset() {
    m_applicationSelected = false;
    m_challenge.reset();
    m_session.reset();
    m_selectedFile = 0;
    if (!m_design.pace)
        return;
    using Kind = smartcard::PacePassword::Kind;
    ChipPace::Passwords passwords{{Kind::Mrz, smartcard::mrzSecret(m_printed).value()}};
    const auto& number = m_design.cardAccessNumber;
    if (!number.empty())
        passwords[Kind::CardAccessNumber] = SecretBytes(number.begin(), number.end());
    m_pace.emplace(*m_design.pace, std::move(passwords), m_random);
}

Bytes LdsChip::answer(ByteView command) {
    const auto parsed = parseCommand(command);
    if (!parsed)
        return status(0x6700);
    const auto& plain = *parsed;
    if ((plain.cla & 0x0c) == 0x0c)
        return answerProtected(plain);
    if (m_session) { // Doc 9303-11, 9.8.2: a command in the clear ends the session
        m_session.reset();
        if (plain.ins != 0xa4)
            return status(0x6982);
    }
    return answerPlain(plain);
}

Bytes LdsChip::answerPlain(const PlainCommand& command) {
    switch (command.ins) {
    case 0x22: return m_pace && !m_applicationSelected ? m_pace->setTemplate(command.data) : status(0x6d00);
    case 0x86: return m_pace ? generalAuthenticate(command.data) : status(0x6d00);
    case 0xa4: return select(command);
    case 0x84: return m_design.bac ? getChallenge(command) : status(0x6d00);
    case 0x82: return m_design.bac ? authenticate(command.data) : status(0x6d00);
    case 0xb0: return readBinary(command);
    default: return status(0x6d00);
    }
}

Bytes LdsChip::select(const PlainCommand& command) {
    if (command.p1 == 0x04) {
        const bool ours =
            std::equal(command.data.begin(), command.data.end(), kApplication.begin(), kApplication.end());
        m_applicationSelected = ours;
        m_selectedFile = 0;
        return status(ours ? 0x9000 : 0x6a82);
    }
    if (command.data.size() != 2)
        return status(0x6700);
    if (m_applicationSelected && !m_session)
        return status(0x6982);
    m_selectedFile = command.data[0] << 8 | command.data[1];
    if (selectedFile() != nullptr)
        return status(0x9000);
    m_selectedFile = 0;
    return status(0x6a82);
}

Bytes LdsChip::getChallenge(const PlainCommand& command) {
    if (!m_applicationSelected)
        return status(0x6985);
    if (command.expected != 8)
        return status(0x6700);
    m_challenge = m_random(8);
    return joined({*m_challenge, status(0x9000)});
}

Bytes LdsChip::generalAuthenticate(ByteView data) {
    auto answer = m_pace->authenticate(data);
    m_session = m_pace->session();
    return answer;
}

Bytes LdsChip::authenticate(ByteView data) {
    if (!m_challenge)
        return status(0x6985);
    const auto challenge = *m_challenge;
    m_challenge.reset(); // good for one attempt
    if (data.size() != 40)
        return status(0x6700);
    const auto cryptogram = data.first(32);
    const auto mac = crypto::retailMac(m_documentKeys.mac, padded(cryptogram, 8)).value();
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
    smartcard::Session session{smartcard::Cipher::Des3, smartcard::deriveKeys(smartcard::Cipher::Des3, seed),
                               Bytes(8)};
    std::copy_n(challenge.begin() + 4, 4, session.counter.begin());
    std::copy_n(terminalChallenge.begin() + 4, 4, session.counter.begin() + 4);
    m_session = std::move(session);
    return joined({reply, crypto::retailMac(m_documentKeys.mac, padded(reply, 8)).value(), status(0x9000)});
}

Bytes LdsChip::answerProtected(const PlainCommand& command) {
    if (!m_session)
        return status(0x6982);
    const auto objects = smartcard::parseTlvs(command.data);
    if (!objects || objects->empty() || objects->back().tag != 0x8e) {
        m_session.reset();
        return status(0x6987);
    }
    countUp(*m_session);
    const auto block = smartcard::blockSize(m_session->cipher);
    const std::array<std::uint8_t, 4> header{command.cla, command.ins, command.p1, command.p2};
    const auto covered = ByteView(command.data).first(command.data.size() - 10);
    if (!smartcard::sameBytes(
            smartcard::sessionMac(*m_session, joined({padded(header, block), covered})).value(),
            objects->back().value)) {
        m_session.reset();
        return status(0x6988);
    }
    PlainCommand plain{command.cla, command.ins, command.p1, command.p2, {}, 0};
    for (const auto& object : *objects) {
        if (object.tag == 0x87 && object.value.size() > 1) {
            plain.data = smartcard::decipher(*m_session, object.value.subspan(1)).value();
            plain.data.resize(smartcard::unpaddedSize(plain.data, block).value());
        } else if (object.tag == 0x97 && !object.value.empty()) {
            plain.expected = expectedIn(object.value);
        }
    }
    Bytes inner = status(0x6d00);
    if (plain.ins == 0xa4)
        inner = select(plain);
    else if (plain.ins == 0xb0)
        inner = readBinary(plain);
    else if (plain.ins == 0x88)
        inner = prove(plain);
    // Sealed: a head and an indicator (4), whole blocks with padding, the status (4), the seal (10).
    if (plain.expected <= 256 && 4 + ((inner.size() - 2) / block + 1) * block + 14 > 256)
        inner = status(0x6700);

    const auto word = ByteView(inner).last(2);
    countUp(*m_session);
    Bytes body;
    if (inner.size() > 2) {
        const auto cryptogram =
            smartcard::encipher(*m_session, padded(ByteView(inner).first(inner.size() - 2), block)).value();
        const std::array<std::uint8_t, 1> indicator{0x01};
        appendTlv(body, 0x87, joined({indicator, cryptogram}));
    }
    appendTlv(body, 0x99, word);
    appendTlv(body, 0x8e, smartcard::sessionMac(*m_session, body).value());
    return joined({body, word});
}

Bytes LdsChip::prove(const PlainCommand& command) const {
    if (!m_design.key || !m_applicationSelected)
        return status(0x6d00);
    if (command.data.size() != 8 || command.expected == 0)
        return status(0x6700);
    return joined({m_design.key->prove(command.data), status(0x9000)});
}

const Bytes* LdsChip::selectedFile() const {
    const auto& files = m_applicationSelected ? m_application : m_masterFile;
    const auto found = files.find(m_selectedFile);
    return found == files.end() ? nullptr : &found->second;
}

Bytes LdsChip::readBinary(const PlainCommand& command) {
    if (m_applicationSelected && !m_session)
        return status(0x6982);
    if (selectedFile() == nullptr)
        return status(0x6986);
    const auto& file = *selectedFile();
    const std::size_t offset = static_cast<std::size_t>(command.p1) << 8 | command.p2;
    if (offset >= file.size())
        return status(0x6b00);
    const auto count = std::min(command.expected, file.size() - offset);
    return joined(
        {ByteView(file).subspan(offset, count), status(count < command.expected ? 0x6282 : 0x9000)});
}

} // namespace balady::simulators
