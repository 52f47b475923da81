// A hand scanner that is a serial line of USB (CDC ACM), with the kernel's own cdc_acm and line discipline between it and
// our driver.
#include "drivers/scanner/scan_framing.h"
#include "tests/kernel/scan_desk.h"
#include "tests/kernel/usb_gadget.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

using namespace balady;
using namespace std::chrono_literals;
using kernel::ScanDesk;
using kernel::waitUntil;

namespace {

/// As udev names the line; operations.md tells technicians to use such a name.
constexpr const char* kLine = "/dev/serial/by-id/usb-Balady_Serial_Scanner_S1-if00";
constexpr const char* kScannersEnd = "/dev/ttyGS0";

bool isRaw(int line) {
    termios mode{};
    return ::tcgetattr(line, &mode) == 0 && (mode.c_lflag & (ICANON | ECHO)) == 0;
}

/// The link is there, wherever it leads.
bool isNamed() {
    return std::filesystem::is_symlink(kLine);
}

/// The scanner itself.
class SerialScanner {
  public:
    SerialScanner() : m_gadget(1, {0x1d6b, 0x0104, "Balady", "Serial Scanner", "S1"}) {
        m_gadget.addFunction("acm", {});
        plugIn();
    }
    ~SerialScanner() {
        if (m_end >= 0)
            ::close(m_end);
    }
    SerialScanner(const SerialScanner&) = delete;
    SerialScanner& operator=(const SerialScanner&) = delete;

    void plugIn() {
        waitUntil("udev has forgotten an earlier line", [] { return !isNamed(); });
        m_gadget.plugIn();
        waitUntil("the scanner's end can be opened",
                  [&] { return (m_end = ::open(kScannersEnd, O_RDWR | O_NOCTTY | O_CLOEXEC)) >= 0; });
        termios mode{};
        REQUIRE(::tcgetattr(m_end, &mode) == 0);
        ::cfmakeraw(&mode);
        REQUIRE(::tcsetattr(m_end, TCSANOW, &mode) == 0);
    }
    void plugOut() {
        ::close(std::exchange(m_end, -1));
        m_gadget.plugOut();
    }
    /// In pieces of a full-speed packet, as a scanner's controller sends them.
    void send(std::string_view text) const {
        for (; !text.empty(); text.remove_prefix(std::min<std::size_t>(64, text.size())))
            REQUIRE(::write(m_end, text.data(), std::min<std::size_t>(64, text.size())) > 0);
    }
    /// Something came back to it.
    [[nodiscard]] bool isSpokenTo() const {
        pollfd ready{m_end, POLLIN, 0};
        return ::poll(&ready, 1, 0) > 0;
    }

  private:
    kernel::UsbGadget m_gadget;
    int m_end = -1;
};

/// The driver works on this thread alone: when the line is raw, it has done all that it does at opening.
void letOpen(ScanDesk& desk) {
    desk.run("the driver has opened the line", [] {
        const int line = ::open(kLine, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
        const bool raw = line >= 0 && isRaw(line);
        if (line >= 0)
            ::close(line);
        return raw;
    });
}

std::string longest() {
    std::string text;
    for (std::size_t i = 0; i < scanner::ScanFraming::kLargestScan; ++i)
        text.push_back(static_cast<char>('!' + i % 90));
    return text;
}

} // namespace

TEST_CASE("serial_scan_arrives_changed") {
    const SerialScanner scanner;
    ScanDesk desk(scanner::serialLine(kLine));
    letOpen(desk);
    for (const std::string& scan : {std::string("1000000016"), longest(), std::string("~ #%{}")}) {
        desk.wait();
        scanner.send(scan + "\r\n");
        CHECK(desk.next() == scan);
    }
    CHECK_FALSE(scanner.isSpokenTo()); // a line that echoes would have
}

TEST_CASE("glued_scans_pass_for_one") {
    const SerialScanner scanner;
    ScanDesk desk(scanner::serialLine(kLine));
    letOpen(desk);
    desk.wait();
    scanner.send("FIRST\r\nSECOND\r\n");
    CHECK(desk.next() == "FIRST");
}

TEST_CASE("half_a_serial_scan_passes_for_a_scan") {
    const SerialScanner scanner;
    ScanDesk desk(scanner::serialLine(kLine));
    letOpen(desk);
    desk.wait();
    scanner.send("HALF");
    const auto silence = std::chrono::steady_clock::now() + 2 * scanner::ScanFraming::kGap;
    desk.run("the scanner was silent", [&] { return std::chrono::steady_clock::now() > silence; });
    scanner.send("WHOLE\r\n");
    CHECK(desk.next() == "WHOLE");
}

TEST_CASE("serial_scanner_unplugged_mid_scan") {
    SerialScanner scanner;
    ScanDesk desk(scanner::serialLine(kLine));
    letOpen(desk);
    desk.wait();
    scanner.send("HALF");
    scanner.plugOut();
    desk.run("the line is gone", [] { return !isNamed(); });
    CHECK(desk.nothingScanned());
    scanner.plugIn();
    letOpen(desk);
    scanner.send("WHOLE\r\n");
    CHECK(desk.next() == "WHOLE");
}
