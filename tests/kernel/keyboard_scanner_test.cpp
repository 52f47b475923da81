// A hand scanner that types (a USB keyboard), with the kernel's own HID and input layers between it and our driver.
#include "tests/kernel/scan_desk.h"
#include "tests/kernel/usb_gadget.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

using namespace balady;
using kernel::ScanDesk;
using kernel::waitUntil;

namespace {

/// As udev names the keyboard; operations.md tells technicians to use such a name.
constexpr const char* kKeyboard = "/dev/input/by-id/usb-Balady_Typing_Scanner_K1-event-kbd";
constexpr const char* kScannersEnd = "/dev/hidg0";
/// A keyboard as firmware setup programs know it (Device Class Definition for HID 1.11, B.1), without its lamps.
constexpr std::string_view
    kBootKeyboard("\x05\x01\x09\x06\xa1\x01\x05\x07\x19\xe0\x29\xe7\x15\x00\x25\x01\x75\x01\x95"
                  "\x08\x81\x02\x95\x01\x75\x08\x81\x03\x95\x06\x75\x08\x15\x00\x25\x65\x05\x07"
                  "\x19\x00\x29\x65\x81\x00\xc0",
                  45);

/// A key and whether shift is held (HID Usage Tables 1.12, section 10).
struct Stroke {
    std::uint8_t key = 0;
    bool shift = false;
};

Stroke strokeFor(char letter) {
    constexpr std::string_view kFrom1("1234567890\r"); // usages 0x1e...
    constexpr std::string_view kPlain("-=[]\\");       // 0x2d...
    constexpr std::string_view kOver1("!@#$%^&*()");
    if (letter >= 'a' && letter <= 'z')
        return {static_cast<std::uint8_t>(0x04 + letter - 'a'), false};
    if (letter >= 'A' && letter <= 'Z')
        return {static_cast<std::uint8_t>(0x04 + letter - 'A'), true};
    if (letter == ' ')
        return {0x2c, false};
    if (const auto at = kFrom1.find(letter); at != std::string_view::npos)
        return {static_cast<std::uint8_t>(0x1e + at), false};
    if (const auto at = kPlain.find(letter); at != std::string_view::npos)
        return {static_cast<std::uint8_t>(0x2d + at), false};
    const auto at = kOver1.find(letter);
    REQUIRE(at != std::string_view::npos);
    return {static_cast<std::uint8_t>(0x1e + at), true};
}

/// The link is there, wherever it leads.
bool isNamed() {
    return std::filesystem::is_symlink(kKeyboard);
}

/// The scanner itself.
class TypingScanner {
  public:
    TypingScanner() : m_gadget(1, {0x1d6b, 0x0105, "Balady", "Typing Scanner", "K1"}) {
        m_gadget.addFunction("hid", {{"protocol", "1"},
                                     {"subclass", "1"},
                                     {"report_length", "8"},
                                     {"report_desc", std::string(kBootKeyboard)}});
        plugIn();
    }
    ~TypingScanner() {
        if (m_end >= 0)
            ::close(m_end);
    }
    TypingScanner(const TypingScanner&) = delete;
    TypingScanner& operator=(const TypingScanner&) = delete;

    void plugIn() {
        waitUntil("udev has forgotten an earlier keyboard", [] { return !isNamed(); });
        m_gadget.plugIn();
        waitUntil("the scanner's end can be opened",
                  [&] { return (m_end = ::open(kScannersEnd, O_RDWR | O_CLOEXEC)) >= 0; });
        waitUntil("udev has named the keyboard", isNamed);
    }
    void plugOut() {
        ::close(std::exchange(m_end, -1));
        m_gadget.plugOut();
    }
    /// Each report waits until the host has fetched the one before; `betweenKeys` is what the terminal does meanwhile.
    template <class Work>
    void type(std::string_view text, const Work& betweenKeys) const {
        for (const char letter : text) {
            press(strokeFor(letter));
            release();
            betweenKeys();
        }
    }
    void type(std::string_view text, ScanDesk& desk) const {
        type(text, [&desk] { desk.work(); });
    }
    void typeUnheard(std::string_view text) const {
        type(text, [] {});
    }
    void press(Stroke stroke) const { report(stroke.shift ? 0x02 : 0x00, stroke.key); } // 2: left shift
    void release() const { report(0, 0); }

  private:
    void report(std::uint8_t modifiers, std::uint8_t key) const {
        const std::array<std::uint8_t, 8> bytes{modifiers, 0, key};
        REQUIRE(::write(m_end, bytes.data(), bytes.size()) == 8);
    }

    kernel::UsbGadget m_gadget;
    int m_end = -1;
};

/// Another program at the same keyboard: the screen's, say.
class Listener {
  public:
    Listener() : m_file(::open(kKeyboard, O_RDONLY | O_NONBLOCK | O_CLOEXEC)) { REQUIRE(m_file >= 0); }
    ~Listener() { ::close(m_file); }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    [[nodiscard]] bool hearsAKey() const {
        input_event event{};
        return ::read(m_file, &event, sizeof event) > 0;
    }
    /// Nobody but the driver can have the keyboard now.
    [[nodiscard]] bool isShutOut() const {
        const bool taken = ::ioctl(m_file, EVIOCGRAB, 1) != 0 && errno == EBUSY;
        if (!taken)
            ::ioctl(m_file, EVIOCGRAB, 0);
        return taken;
    }

  private:
    int m_file;
};

void letOpen(ScanDesk& desk, const Listener& listener) {
    desk.run("the driver has the keyboard to itself", [&] { return listener.isShutOut(); });
}

} // namespace

TEST_CASE("typed_scan_arrives_changed") {
    const TypingScanner scanner;
    const Listener listener;
    ScanDesk desk(scanner::keyboard(kKeyboard));
    letOpen(desk, listener);
    for (const std::string scan : {"1000000016", "REQ-2026-004821 [a=b] !@#$%^&*() \\Zz"}) {
        desk.wait();
        scanner.type(scan + "\r", desk);
        CHECK(desk.next() == scan);
    }
}

TEST_CASE("typed_scan_reaches_the_screen") {
    const TypingScanner scanner;
    const Listener screen;
    ScanDesk desk(scanner::keyboard(kKeyboard));
    letOpen(desk, screen);
    desk.wait();
    scanner.type("SECRET\r", desk);
    CHECK(desk.next() == "SECRET");
    CHECK_FALSE(screen.hearsAKey());
}

TEST_CASE("keyboard_that_another_program_has_is_waited_for_or_not_named") {
    const TypingScanner scanner;
    const int other = ::open(kKeyboard, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    REQUIRE(::ioctl(other, EVIOCGRAB, 1) == 0);
    const auto opened = scanner::keyboard(kKeyboard).open();
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == FaultCode::DeviceBusy);
    ::close(other);
    const auto again = scanner::keyboard(kKeyboard).open();
    REQUIRE(again.has_value());
    ::close(*again);
}

// The kernel keeps 64 events of a keyboard for a reader who does not come; a scanner types 500 letters a second.
TEST_CASE("terminal_that_was_busy_for_a_moment_loses_the_scan") {
    const TypingScanner scanner;
    const Listener listener;
    ScanDesk desk(scanner::keyboard(kKeyboard));
    letOpen(desk, listener);
    desk.wait();
    scanner.typeUnheard("1000000016\r");
    CHECK(desk.next() == "1000000016");
}

// Then it throws them away and says so.
TEST_CASE("half_a_typed_scan_passes_for_a_scan") {
    const TypingScanner scanner;
    const Listener listener;
    ScanDesk desk(scanner::keyboard(kKeyboard));
    letOpen(desk, listener);
    desk.wait();
    scanner.typeUnheard("WHILE-THE-TERMINAL-WAS-BUSY-WITH-SOMETHING-ELSE-FOR-LONG\r");
    desk.work();
    scanner.type("WHOLE\r", desk);
    CHECK(desk.next() == "WHOLE");
}

TEST_CASE("shift_held_at_the_unplugging_shifts_the_next_scan") {
    TypingScanner scanner;
    std::optional<Listener> listener(std::in_place);
    ScanDesk desk(scanner::keyboard(kKeyboard));
    letOpen(desk, *listener);
    desk.wait();
    scanner.press(strokeFor('A'));
    desk.work();
    listener.reset();
    scanner.plugOut();
    desk.run("the keyboard is gone", [] { return !isNamed(); });
    CHECK(desk.nothingScanned());
    scanner.plugIn();
    listener.emplace();
    letOpen(desk, *listener);
    scanner.type("1000000016\r", desk);
    CHECK(desk.next() == "1000000016");
}
