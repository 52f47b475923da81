// ScanFraming: cuts what a hand scanner sends into scans; sans-IO.
#pragma once

#include "kiosk/base/bytes.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace balady::scanner {

/// What the scanner puts around each scan; its manual has bar codes that set it.
struct Frame {
    std::string prefix;        ///< empty: none
    std::string suffix = "\r"; ///< never empty; "\r" is right for "\r\n" too
};

/// A scan is printable ASCII, which is all that our signed records and numbers have. Whatever else comes — a scan that
/// breaks off, is too long or has other bytes in it — is dropped whole: half a code must never pass for a code.
class ScanFraming {
  public:
    using Time = std::chrono::steady_clock::time_point;

    /// What a QR code of version 40 holds (ISO/IEC 18004, table 7).
    static constexpr std::size_t kLargestScan = 2953;
    /// Silence after which the rest of a scan does not come any more. Scanners send a scan in one breath.
    static constexpr std::chrono::milliseconds kGap{300};

    explicit ScanFraming(Frame frame);

    /// The scans that are complete with these bytes, oldest first. `now` never goes back.
    [[nodiscard]] std::vector<std::string> take(ByteView bytes, Time now);
    /// How many scans were dropped since this was asked last.
    [[nodiscard]] std::size_t takeDropped();
    /// Forgets a scan that has begun: the scanner was unplugged.
    void startOver();

  private:
    void begin(bool begun);
    void drop();
    void put(char byte, std::vector<std::string>& scans);

    Frame m_frame;
    std::string m_text;    ///< since the last frame, with what may become a prefix or a suffix at its end
    bool m_begun = false;  ///< the prefix has been seen, or there is none
    bool m_spoilt = false; ///< too long, or holds what no scan has
    std::size_t m_dropped = 0;
    std::optional<Time> m_last; ///< when the last byte came
};

} // namespace balady::scanner
