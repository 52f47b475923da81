#include "printing/escpos/replies.h"

namespace balady::escpos {

void ReplyStream::feed(ByteView bytes) {
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
}

std::optional<Reply> ReplyStream::next() {
    if (m_bytes.empty())
        return std::nullopt;
    const auto first = m_bytes.front();
    const auto garbage = [&] {
        m_bytes.pop_front();
        return Reply{Garbage{first}};
    };

    if ((first & 0x93) == 0x12) {
        m_bytes.pop_front();
        return Reply{RealTimeReply{first}};
    }
    if ((first & 0x93) == 0x10) {
        if (m_bytes.size() < 4)
            return std::nullopt;
        const auto details = decodeAutomaticStatus({m_bytes[0], m_bytes[1], m_bytes[2], m_bytes[3]});
        if (!details)
            return garbage();
        m_bytes.erase(m_bytes.begin(), m_bytes.begin() + 4);
        return Reply{*details};
    }
    if (first == 0x37) {
        if (m_bytes.size() < 3)
            return std::nullopt;
        if (m_bytes[1] != 0x25 || m_bytes[2] != 0)
            return garbage();
        m_bytes.erase(m_bytes.begin(), m_bytes.begin() + 3);
        return Reply{BuffersCleared{}};
    }
    if (const auto roll = decodeRollPaper(first)) {
        m_bytes.pop_front();
        return Reply{*roll};
    }
    return garbage();
}

bool ReplyStream::discardIncomplete() {
    const bool some = !m_bytes.empty();
    m_bytes.clear();
    return some;
}

} // namespace balady::escpos
