#include "drivers/scanner/hand_scanner.h"
#include "kiosk/base/descriptor.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <stdlib.h> // posix_openpt and its kin
#include <termios.h>
#include <unistd.h>

#include <array>
#include <exception>
#include <optional>
#include <utility>

using namespace balady;
using namespace std::chrono_literals;
using scanner::HandScanner;
using scanner::ScannerDevice;
namespace asio = boost::asio;

namespace {

/// Far beyond what any step needs; a test that hangs must end with a name.
constexpr auto kPatience = 20s;

void write(int descriptor, std::string_view text) {
    REQUIRE(::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
}

/// A serial line whose other end is the test: what a CDC ACM gadget is to the kernel.
class Plugged {
  public:
    explicit Plugged(std::filesystem::path name) : m_name(std::move(name)) {
        m_gadget = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        REQUIRE(m_gadget >= 0);
        REQUIRE(::grantpt(m_gadget) == 0);
        REQUIRE(::unlockpt(m_gadget) == 0);
        std::array<char, 64> terminal{};
        REQUIRE(::ptsname_r(m_gadget, terminal.data(), terminal.size()) == 0);
        std::filesystem::create_symlink(terminal.data(), m_name); // as udev names it
    }
    ~Plugged() {
        std::filesystem::remove(m_name);
        ::close(m_gadget);
    }
    Plugged(const Plugged&) = delete;
    Plugged& operator=(const Plugged&) = delete;
    void scan(std::string_view text) const { write(m_gadget, text); }
    /// The driver has opened the line and set it raw.
    [[nodiscard]] bool isOpen() const {
        termios mode{};
        REQUIRE(::tcgetattr(m_gadget, &mode) == 0);
        return (mode.c_lflag & ICANON) == 0;
    }

  private:
    std::filesystem::path m_name;
    int m_gadget = -1;
};

/// A folder for device names, gone at the end.
struct Folder {
    Folder() {
        std::string name = std::filesystem::temp_directory_path() / "balady-scanner-XXXXXX";
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path path;
};

/// A device whose bytes arrive exactly as they are written: a pipe.
struct Pipe {
    Pipe() { REQUIRE(::pipe2(ends.data(), O_NONBLOCK | O_CLOEXEC) == 0); }
    ~Pipe() { ::close(ends[1]); }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    [[nodiscard]] ScannerDevice device() const {
        return {[end = ends[0]]() -> Result<int> { return end; },
                [](ByteView bytes) { return Bytes(bytes.begin(), bytes.end()); }};
    }
    void scan(std::string_view text) const { write(ends[1], text); }
    std::array<int, 2> ends{};
};

struct Wait {
    std::optional<Result<std::string>> out;
    asio::cancellation_signal cancel;
};

void begin(asio::io_context& context, HandScanner& scanner, Wait& wait) {
    asio::co_spawn(context, scanner.nextScan(),
                   asio::bind_cancellation_slot(
                       wait.cancel.slot(), [&wait](std::exception_ptr error, Result<std::string> result) {
                           REQUIRE(!error);
                           wait.out = std::move(result);
                       }));
    context.poll(); // both coroutines now wait
}

template <class Condition>
void runUntil(asio::io_context& context, Condition holds) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (!holds()) {
        REQUIRE(std::chrono::steady_clock::now() < end);
        context.run_one_until(end);
    }
}

const Result<std::string>& finish(asio::io_context& context, Wait& wait) {
    runUntil(context, [&] { return wait.out.has_value(); });
    return *wait.out;
}

} // namespace

TEST_CASE("scan_over_a_serial_line_is_lost") {
    const Folder folder;
    const Plugged plugged(folder.path / "scanner");
    asio::io_context context;
    HandScanner scanner(context.get_executor(), scanner::serialLine(folder.path / "scanner"), {});
    Wait wait;
    begin(context, scanner, wait);
    for (const char* piece : {"eyJ", "hbGc", ".x_-", "\r\n"})
        plugged.scan(piece);
    CHECK(finish(context, wait).value() == "eyJhbGc.x_-");
}

TEST_CASE("two_programs_have_one_serial_line") {
    const Folder folder;
    const Plugged plugged(folder.path / "scanner");
    {
        const Descriptor first(scanner::serialLine(folder.path / "scanner").open().value());
        CHECK(scanner::serialLine(folder.path / "scanner").open().error().code == FaultCode::DeviceBusy);
    }
    CHECK(Descriptor(scanner::serialLine(folder.path / "scanner").open().value())); // free again
}

TEST_CASE("unplugged_scanner_is_not_found_again_or_goes_on_with_half_a_scan") {
    const Folder folder;
    asio::io_context context;
    HandScanner scanner(context.get_executor(), scanner::serialLine(folder.path / "scanner"), {});
    Wait wait;
    begin(context, scanner, wait); // nothing is plugged in yet
    std::optional<Plugged> plugged(folder.path / "scanner");
    runUntil(context, [&] { return plugged->isOpen(); });
    plugged->scan("half");
    plugged.reset();
    plugged.emplace(folder.path / "scanner");
    runUntil(context, [&] { return plugged->isOpen(); });
    CHECK(!wait.out);
    plugged->scan("whole\r");
    CHECK(finish(context, wait).value() == "whole");
}

TEST_CASE("scan_that_nobody_waited_for_is_found_later") {
    const Pipe pipe;
    asio::io_context context;
    HandScanner scanner(context.get_executor(), pipe.device(), {});
    context.poll();
    pipe.scan("before\r");
    context.poll();
    Wait first;
    begin(context, scanner, first);
    CHECK(!first.out);
    pipe.scan("asked\rglued\r");
    CHECK(finish(context, first).value() == "asked");
    Wait second;
    begin(context, scanner, second);
    CHECK(!second.out);
    pipe.scan("asked again\r");
    CHECK(finish(context, second).value() == "asked again");
}

TEST_CASE("lines_of_a_zone_that_come_in_one_breath_are_lost") {
    const Pipe pipe;
    asio::io_context context;
    HandScanner scanner(context.get_executor(), pipe.device(), {});
    std::optional<Result<std::vector<std::string>>> out;
    asio::co_spawn(
        context, scanner.nextScans(),
        [&](std::exception_ptr, Result<std::vector<std::string>> scans) { out = std::move(scans); });
    context.poll();
    pipe.scan("first\rsecond\r");
    context.poll();
    pipe.scan("third\r");
    runUntil(context, [&] { return out.has_value(); });
    CHECK(out->value() == std::vector<std::string>{"first", "second", "third"});
    // And what comes later is somebody else's.
    pipe.scan("late\r");
    context.poll();
    Wait next;
    begin(context, scanner, next);
    CHECK(!next.out);
    pipe.scan("asked\r");
    CHECK(finish(context, next).value() == "asked");
}

TEST_CASE("lines_for_a_page_that_is_gone_reach_the_next_one") {
    const Pipe pipe;
    asio::io_context context;
    HandScanner scanner(context.get_executor(), pipe.device(), {});
    using Scans = Result<std::vector<std::string>>;
    const auto begun = [&](asio::cancellation_signal& cancel, std::optional<Scans>& out) {
        asio::co_spawn(context, scanner.nextScans(),
                       asio::bind_cancellation_slot(cancel.slot(), [&out](std::exception_ptr, Scans scans) {
                           out = std::move(scans);
                       }));
        context.poll();
    };
    asio::cancellation_signal leaving[2];
    std::optional<Scans> gone[2];
    begun(leaving[0], gone[0]); // left before anything was scanned
    leaving[0].emit(asio::cancellation_type::terminal);
    context.poll();
    pipe.scan("nobody's\r");
    context.poll();
    begun(leaving[1], gone[1]); // left between two lines
    pipe.scan("first\rsecond\r");
    context.poll();
    leaving[1].emit(asio::cancellation_type::terminal);
    context.poll();
    REQUIRE((gone[0] && gone[1]));
    CHECK(gone[0]->has_error());
    CHECK(gone[1]->has_error());
    pipe.scan("nobody's either\r");
    context.poll();
    asio::cancellation_signal staying;
    std::optional<Scans> out;
    begun(staying, out);
    pipe.scan("asked\r");
    runUntil(context, [&] { return out.has_value(); });
    CHECK(out->value() == std::vector<std::string>{"asked"});
}

TEST_CASE("two_pages_wait_for_one_scan") {
    const Pipe pipe;
    asio::io_context context;
    HandScanner scanner(context.get_executor(), pipe.device(), {});
    Wait older;
    begin(context, scanner, older);
    Wait newer;
    begin(context, scanner, newer);
    CHECK(finish(context, older).error().code == FaultCode::Cancelled);
    pipe.scan("mine\r");
    CHECK(finish(context, newer).value() == "mine");
}

TEST_CASE("cancelled_wait_never_ends_or_takes_a_scan") {
    const Pipe pipe;
    asio::io_context context;
    HandScanner scanner(context.get_executor(), pipe.device(), {});
    Wait wait;
    begin(context, scanner, wait);
    wait.cancel.emit(asio::cancellation_type::terminal);
    CHECK(finish(context, wait).error().code == FaultCode::Cancelled);
    pipe.scan("late\r");
    context.poll();
    Wait next;
    begin(context, scanner, next);
    CHECK(!next.out);
}

TEST_CASE("end_of_the_program_leaves_a_wait") {
    const Pipe pipe;
    asio::io_context context;
    Wait wait;
    {
        HandScanner scanner(context.get_executor(), pipe.device(), {});
        begin(context, scanner, wait);
    }
    CHECK(finish(context, wait).error().code == FaultCode::Cancelled);
    context.run_for(kPatience);
    CHECK(context.stopped()); // nothing of the scanner is left to run
}

TEST_CASE("what_is_no_keyboard_is_read_as_one") {
    CHECK(scanner::keyboard("/dev/null").open().error().code == FaultCode::HardwareError);
    CHECK(scanner::keyboard("/no/such/keyboard").open().error().code == FaultCode::NoDevice);
    CHECK(scanner::serialLine("/dev/null").open().error().code == FaultCode::HardwareError);
}
