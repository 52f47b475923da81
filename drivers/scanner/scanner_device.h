// ScannerDevice: one of the two ways in which a hand scanner is plugged in.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/result.h"

#include <filesystem>
#include <functional>

namespace balady::scanner {

struct ScannerDevice {
    /// A descriptor that does not block and belongs to the caller. NoDevice while it is not plugged in.
    std::function<Result<int>()> open;
    /// The bytes of scans in what was read. Called with each piece in turn, from one opening to the next.
    std::function<Bytes(ByteView)> decode;
};

/// A CDC ACM device ("/dev/serial/by-id/…"), raw; the speed means nothing to it.
[[nodiscard]] ScannerDevice serialLine(std::filesystem::path device);

/// A HID keyboard ("/dev/input/by-id/…-event-kbd"). It is ours alone while it is open, so that no key of it reaches
/// the screen; one that another program has is DeviceBusy.
[[nodiscard]] ScannerDevice keyboard(std::filesystem::path device);

} // namespace balady::scanner
