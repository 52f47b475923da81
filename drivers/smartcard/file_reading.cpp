#include "drivers/smartcard/file_reading.h"

#include "drivers/smartcard/secure_messaging.h"
#include "drivers/smartcard/tlv.h"

#include <algorithm>

namespace balady::smartcard {
namespace {

constexpr std::size_t kHeadSize = 4; ///< enough for the tag and the length of every file of the LDS

} // namespace

Command FileReading::select() const {
    Command command;
    command.ins = 0xa4;
    command.p1 = 0x02;
    command.p2 = 0x0c;
    command.data = {static_cast<unsigned char>(m_fileId >> 8), static_cast<unsigned char>(m_fileId & 0xff)};
    return command;
}

Command FileReading::read() {
    m_asked = m_size == 0 ? kHeadSize : std::min(m_size - m_content.size(), SecureMessaging::kLongestShort);
    Command command;
    command.ins = 0xb0;
    command.p1 = static_cast<std::uint8_t>(m_content.size() >> 8);
    command.p2 = static_cast<std::uint8_t>(m_content.size() & 0xff);
    command.expected = static_cast<std::uint32_t>(m_asked);
    return command;
}

Result<Done> FileReading::take(ByteView piece, StatusWord status) {
    if (!status.ok() && !status.endOfFile())
        return Fault{FaultCode::Malformed, status.text()};
    if (piece.empty() || piece.size() > m_asked)
        return Fault{FaultCode::Malformed, "another number of bytes than asked for"};
    m_content.insert(m_content.end(), piece.begin(), piece.end());
    if (m_size == 0) {
        const auto size = sizeFromHead(m_content);
        if (!size)
            return size.error();
        if (*size < m_content.size() || *size > m_limit)
            return Fault{FaultCode::Malformed, "file claims an impossible size"};
        m_size = *size;
        m_content.reserve(m_size);
    }
    return Done{};
}

} // namespace balady::smartcard
