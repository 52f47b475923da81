#include "drivers/scanner/scanner_device.h"

#include "drivers/scanner/key_decoding.h"
#include "drivers/serial/serial_line.h"
#include "kiosk/base/descriptor.h"
#include "kiosk/base/device_fault.h"

#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>

#include <cstdint>
#include <memory>
#include <utility>

namespace balady::scanner {
namespace {

/// The kernel keeps 64 events for a reader who is late, then throws them away. Without those that say which wire of the
/// keyboard it was, a third of all, more letters fit. A wish: kernels before 4.4 don't know it.
void leaveOutScanCodes(int keys) {
    std::uint64_t none = 0;
    input_mask mask{EV_MSC, sizeof none, reinterpret_cast<std::uintptr_t>(&none)};
    ::ioctl(keys, EVIOCSMASK, &mask);
}

Result<int> openKeyboard(const std::filesystem::path& device) {
    Descriptor keys(::open(device.c_str(), O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (!keys)
        return Fault{deviceFault(errno), "open keyboard"};
    if (::ioctl(keys.number(), EVIOCGRAB, 1) != 0)
        return Fault{deviceFault(errno), "take keyboard"};
    leaveOutScanCodes(keys.number());
    return keys.release();
}

} // namespace

ScannerDevice serialLine(std::filesystem::path device) {
    return {[device = std::move(device)]() -> Result<int> {
                auto line = serial::open(device, {});
                if (!line)
                    return line.error();
                return line->release();
            },
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
