#include "drivers/scanner/scan_framing.h"

#include "drivers/scanner/forget.h"

#include <algorithm>
#include <utility>

namespace balady::scanner {
namespace {

bool isPrintable(char byte) {
    return byte >= ' ' && byte <= '~';
}

} // namespace

ScanFraming::ScanFraming(Frame frame) : m_frame(std::move(frame)) {
    startOver();
}

void ScanFraming::startOver() {
    begin(m_frame.prefix.empty());
}

void ScanFraming::begin(bool begun) {
    forget(m_text);
    m_begun = begun;
    m_spoilt = false;
}

void ScanFraming::drop() {
    if (m_spoilt || !m_text.empty())
        ++m_dropped;
    startOver();
}

std::size_t ScanFraming::takeDropped() {
    return std::exchange(m_dropped, 0);
}

std::vector<std::string> ScanFraming::take(ByteView bytes, Time now) {
    if (m_last && now - *m_last > kGap)
        drop();
    if (!bytes.empty())
        m_last = now;
    std::vector<std::string> scans;
    for (const auto byte : bytes)
        put(static_cast<char>(byte), scans);
    return scans;
}

void ScanFraming::put(char byte, std::vector<std::string>& scans) {
    // The second half of "\r\n" belongs to no scan.
    if (m_text.empty() && (byte == '\r' || byte == '\n') && !m_frame.suffix.starts_with(byte))
        return;
    m_text.push_back(byte);
    if (!m_frame.prefix.empty() && m_text.ends_with(m_frame.prefix)) {
        m_text.resize(m_text.size() - m_frame.prefix.size());
        drop(); // the scan before broke off, or something came between
        begin(true);
        return;
    }
    if (m_text.ends_with(m_frame.suffix)) {
        m_text.resize(m_text.size() - m_frame.suffix.size());
        if (m_begun && !m_spoilt && m_text.size() <= kLargestScan &&
            std::all_of(m_text.begin(), m_text.end(), isPrintable)) {
            if (!m_text.empty())
                scans.push_back(std::move(m_text));
            startOver();
        } else {
            drop();
        }
        return;
    }
    if (m_text.size() > kLargestScan + m_frame.suffix.size()) {
        m_spoilt = true;
        m_text.erase(0, kLargestScan); // what is left may still be the beginning of a prefix or a suffix
    }
}

} // namespace balady::scanner
