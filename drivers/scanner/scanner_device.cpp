#include "drivers/scanner/scanner_device.h"

#include "drivers/scanner/key_decoding.h"

#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <memory>
#include <utility>

namespace balady::scanner {
namespace {

constexpr int kFlags = O_NOCTTY | O_NONBLOCK | O_CLOEXEC;

Fault faultOf(int error, const char* operation) {
    switch (error) {
    case ENOENT:
    case ENXIO:
    case ENODEV: return {FaultCode::NoDevice, operation};
    case EACCES:
    case EPERM: return {FaultCode::AccessDenied, operation};
    case EBUSY: return {FaultCode::DeviceBusy, operation};
    default: return {FaultCode::HardwareError, operation};
    }
}

Fault closed(int descriptor, const char* operation) {
    const int error = errno;
    ::close(descriptor);
    return faultOf(error, operation);
}

Result<int> openSerial(const std::filesystem::path& device) {
    const int line = ::open(device.c_str(), O_RDWR | kFlags);
    if (line < 0)
        return faultOf(errno, "open serial line");
    termios mode{};
    if (::tcgetattr(line, &mode) != 0)
        return closed(line, "read line mode");
    ::cfmakeraw(&mode);
    mode.c_cflag |= CLOCAL | CREAD;
    if (::tcsetattr(line, TCSANOW, &mode) != 0)
        return closed(line, "set line mode");
    ::tcflush(line, TCIFLUSH); // read before anybody asked
    return line;
}

/// The kernel keeps 64 events for a reader who is late, then throws them away. Without those that say which wire of the
/// keyboard it was, a third of all, more letters fit. A wish: kernels before 4.4 don't know it.
void leaveOutScanCodes(int keys) {
    std::uint64_t none = 0;
    input_mask mask{EV_MSC, sizeof none, reinterpret_cast<std::uintptr_t>(&none)};
    ::ioctl(keys, EVIOCSMASK, &mask);
}

Result<int> openKeyboard(const std::filesystem::path& device) {
    const int keys = ::open(device.c_str(), O_RDONLY | kFlags);
    if (keys < 0)
        return faultOf(errno, "open keyboard");
    if (::ioctl(keys, EVIOCGRAB, 1) != 0)
        return closed(keys, "take keyboard");
    leaveOutScanCodes(keys);
    return keys;
}

} // namespace

ScannerDevice serialLine(std::filesystem::path device) {
    return {[device = std::move(device)] { return openSerial(device); },
            [](ByteView bytes) { return Bytes(bytes.begin(), bytes.end()); }};
}

ScannerDevice keyboard(std::filesystem::path device) {
    auto keys = std::make_shared<KeyDecoding>();
    return {[device = std::move(device), keys] {
                *keys = {};
                return openKeyboard(device);
            },
            [keys](ByteView bytes) { return keys->take(bytes); }};
}

} // namespace balady::scanner
