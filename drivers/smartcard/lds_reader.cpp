#include "drivers/smartcard/lds_reader.h"

#include "drivers/smartcard/tlv.h"

#include <algorithm>
#include <array>

namespace balady::smartcard {
namespace {

/// The eMRTD application, Doc 9303-10, 3.3.1.
constexpr std::array<unsigned char, 7> kApplication{0xa0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01};
constexpr std::uint16_t kEfCom = 0x011e;
constexpr std::uint16_t kEfDg1 = 0x0101;
constexpr std::uint32_t kComTag = 0x60;
constexpr std::uint32_t kTagListTag = 0x5c;
constexpr std::uint32_t kDg1Tag = 0x61;
constexpr std::uint32_t kMrzTag = 0x5f1f;

constexpr std::size_t kHeadSize = 4; ///< enough for the tag and length of both files
/// Le whose protected answer still fits the 256 bytes of a short APDU: DO'87' of 227, DO'99' of 4, DO'8E'
/// of 10.
constexpr std::size_t kPieceSize = 0xdf;
/// Both files are below 128 bytes on real cards; a chip that claims more than this is not reading us an MRZ.
constexpr std::size_t kLargestFile = 1024;

} // namespace

LdsReader::LdsReader(const ports::AccessKey& key, BacRandom random) {
    auto keys = documentKeys(key);
    if (keys)
        m_handshake.emplace(std::move(*keys), std::move(random));
    else
        m_unusableKey = keys.error();
}

Step LdsReader::start() {
    if (m_unusableKey)
        return fail(*m_unusableKey);
    Command command;
    command.ins = 0xa4;
    command.p1 = 0x04;
    command.p2 = 0x0c;
    command.data.assign(kApplication.begin(), kApplication.end());
    return send(Stage::SelectApplication, command);
}

Step LdsReader::resume(ByteView answer) {
    const auto response = parseResponse(answer);
    if (!response)
        return fail(response.error());
    switch (m_stage) {
    case Stage::SelectApplication: return applicationSelected(*response);
    case Stage::GetChallenge: return challenged(*response);
    case Stage::Authenticate: return authenticated(*response);
    case Stage::SelectCom:
    case Stage::ReadCom:
    case Stage::SelectDg1:
    case Stage::ReadDg1: return answeredSecurely(*response);
    }
    return fail({FaultCode::Bug, "no such stage"});
}

Step LdsReader::send(Stage stage, const Command& command) {
    m_stage = stage;
    auto bytes = command.encode();
    if (!bytes)
        return fail(bytes.error());
    return Transmit{std::move(*bytes)};
}

Step LdsReader::sendProtected(Stage stage, const Command& command) {
    m_stage = stage;
    const auto wrapped = m_messaging->protect(command);
    if (!wrapped)
        return fail(wrapped.error());
    return send(stage, *wrapped);
}

std::string_view LdsReader::stageName() const {
    switch (m_stage) {
    case Stage::SelectApplication: return "select application";
    case Stage::GetChallenge: return "get challenge";
    case Stage::Authenticate: return "external authenticate";
    case Stage::SelectCom: return "select ef.com";
    case Stage::ReadCom: return "read ef.com";
    case Stage::SelectDg1: return "select ef.dg1";
    case Stage::ReadDg1: return "read ef.dg1";
    }
    return "no such stage";
}

Step LdsReader::fail(Fault fault) const {
    return fault.within(stageName());
}
Step LdsReader::fail(FaultCode code, StatusWord status) const {
    return fail({code, status.text()});
}

Step LdsReader::applicationSelected(const Response& response) {
    // Whatever a card says here but "success", it is not a travel document that we can open.
    if (!response.status.ok())
        return fail(FaultCode::UnsupportedCard, response.status);
    Command command;
    command.ins = 0x84;
    command.expected = 8;
    return send(Stage::GetChallenge, command);
}

Step LdsReader::challenged(const Response& response) {
    // A chip without BAC (PACE only, or no access control) refuses the instruction.
    if (!response.status.ok())
        return fail(FaultCode::UnsupportedCard, response.status);
    const auto command = m_handshake->authenticate(response.data);
    if (!command)
        return fail(command.error());
    return send(Stage::Authenticate, *command);
}

Step LdsReader::authenticated(const Response& response) {
    // Chips differ in how they refuse a wrong key: 6300, 63Cx, 6982, 6985, 6988…
    if (!response.status.ok())
        return fail(FaultCode::AccessDenied, response.status);
    auto session = m_handshake->finish(response.data);
    if (!session)
        return fail(session.error());
    m_messaging.emplace(std::move(*session));
    return selectFile(Stage::SelectCom, kEfCom);
}

Step LdsReader::selectFile(Stage stage, std::uint16_t fileId) {
    m_file = {};
    m_fileSize = 0;
    Command command;
    command.ins = 0xa4;
    command.p1 = 0x02;
    command.p2 = 0x0c;
    command.data = {static_cast<unsigned char>(fileId >> 8), static_cast<unsigned char>(fileId & 0xff)};
    return sendProtected(stage, command);
}

Step LdsReader::readOn(Stage stage) {
    m_asked = m_fileSize == 0 ? kHeadSize : std::min(m_fileSize - m_file.size(), kPieceSize);
    Command command;
    command.ins = 0xb0;
    command.p1 = static_cast<std::uint8_t>(m_file.size() >> 8);
    command.p2 = static_cast<std::uint8_t>(m_file.size() & 0xff);
    command.expected = static_cast<std::uint16_t>(m_asked);
    return sendProtected(stage, command);
}

Step LdsReader::answeredSecurely(const Response& response) {
    const auto opened = m_messaging->open(response);
    if (!opened)
        return response.data.empty() ? fail(opened.error().within(response.status.text()))
                                     : fail(opened.error());
    if (m_stage == Stage::SelectCom || m_stage == Stage::SelectDg1)
        return fileSelected(opened->status);
    return piecesRead(*opened);
}

Step LdsReader::fileSelected(StatusWord status) {
    if (!status.ok())
        return fail(FaultCode::UnsupportedCard, status);
    return readOn(m_stage == Stage::SelectCom ? Stage::ReadCom : Stage::ReadDg1);
}

Step LdsReader::piecesRead(const SecureMessaging::Opened& piece) {
    if (!piece.status.ok() && !piece.status.endOfFile())
        return fail(FaultCode::Malformed, piece.status);
    if (piece.data.empty() || piece.data.size() > m_asked)
        return fail({FaultCode::Malformed, "another number of bytes than asked for"});
    m_file.insert(m_file.end(), piece.data.begin(), piece.data.end());
    if (m_fileSize == 0) {
        const auto size = sizeFromHead(m_file);
        if (!size)
            return fail(size.error());
        if (*size < m_file.size() || *size > kLargestFile)
            return fail({FaultCode::Malformed, "file claims an impossible size"});
        m_fileSize = *size;
    }
    return m_file.size() < m_fileSize ? readOn(m_stage) : fileRead();
}

Step LdsReader::fileRead() {
    if (m_stage == Stage::ReadCom) {
        const auto content = parseOnly(kComTag, m_file);
        if (!content)
            return fail(content.error());
        const auto objects = parseTlvs(*content);
        if (!objects)
            return fail(objects.error());
        const bool listsDg1 = std::any_of(objects->begin(), objects->end(), [](const Tlv& object) {
            return object.tag == kTagListTag &&
                   std::count(object.value.begin(), object.value.end(), kDg1Tag) > 0;
        });
        if (!listsDg1)
            return fail({FaultCode::UnsupportedCard, "chip lists no machine readable zone"});
        return selectFile(Stage::SelectDg1, kEfDg1);
    }
    const auto content = parseOnly(kDg1Tag, m_file);
    if (!content)
        return fail(content.error());
    const auto zone = parseOnly(kMrzTag, *content);
    if (!zone)
        return fail(zone.error());
    auto mrz = model::parseMrz({reinterpret_cast<const char*>(zone->data()), zone->size()});
    if (!mrz)
        return fail(mrz.error());
    return mrz;
}

} // namespace balady::smartcard
