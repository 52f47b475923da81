#include "drivers/scanner/scanner_device.h"

#include "drivers/scanner/key_decoding.h"

#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
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

Result<int> openKeyboard(const std::filesystem::path& device) {
    const int keys = ::open(device.c_str(), O_RDONLY | kFlags);
    if (keys < 0)
        return faultOf(errno, "open keyboard");
    if (::ioctl(keys, EVIOCGRAB, 1) != 0)
        return closed(keys, "take keyboard");
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
