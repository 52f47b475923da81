#include "drivers/serial/serial_line.h"

#include "kiosk/base/device_fault.h"

#include <fcntl.h>
#include <sys/file.h>
#include <termios.h>

#include <algorithm>
#include <array>
#include <utility>

namespace balady::serial {
namespace {

constexpr std::array<std::pair<int, speed_t>, 10> kSpeeds{{{1200, B1200},
                                                           {2400, B2400},
                                                           {4800, B4800},
                                                           {9600, B9600},
                                                           {19'200, B19200},
                                                           {38'400, B38400},
                                                           {57'600, B57600},
                                                           {115'200, B115200},
                                                           {230'400, B230400},
                                                           {460'800, B460800}}};

const auto* speedOf(int bitsPerSecond) {
    const auto* found = std::ranges::find(kSpeeds, bitsPerSecond, &std::pair<int, speed_t>::first);
    return found == kSpeeds.end() ? nullptr : found;
}

Fault failed(const char* operation) {
    return {deviceFault(errno), operation};
}

} // namespace

Result<Descriptor> open(const std::filesystem::path& device, const Mode& mode) {
    Descriptor line(::open(device.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (!line)
        return failed("open serial line");
    termios raw{};
    if (::tcgetattr(line.number(), &raw) != 0)
        return failed("read line mode");
    // Two programs on one line spoil it for both. The lock goes with this one, however it ends; TIOCEXCL might not.
    if (::flock(line.number(), LOCK_EX | LOCK_NB) != 0)
        return Fault{FaultCode::DeviceBusy, "lock serial line"};
    ::cfmakeraw(&raw); // eight bits, no parity
    raw.c_cflag |= CLOCAL | CREAD;
    raw.c_cflag &= ~static_cast<tcflag_t>(CRTSCTS | CSTOPB);
    raw.c_iflag &= ~static_cast<tcflag_t>(IXON | IXOFF | IXANY);
    if (mode.flow == FlowControl::RtsCts)
        raw.c_cflag |= CRTSCTS;
    if (mode.flow == FlowControl::XonXoff)
        raw.c_iflag |= IXON;
    if (mode.bitsPerSecond) {
        const auto* speed = speedOf(*mode.bitsPerSecond);
        if (speed == nullptr || ::cfsetspeed(&raw, speed->second) != 0)
            return Fault{FaultCode::HardwareError, "serial line: no such speed"};
    }
    if (::tcsetattr(line.number(), TCSANOW, &raw) != 0)
        return failed("set line mode");
    ::tcflush(line.number(), TCIFLUSH);
    return line;
}

} // namespace balady::serial
