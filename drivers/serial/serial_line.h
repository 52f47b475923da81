// SerialLine: an open serial line that brings bytes as they are: RS-232, or a USB device that calls itself one (CDC ACM).
#pragma once

#include "kiosk/base/descriptor.h"
#include "kiosk/base/result.h"

#include <filesystem>
#include <optional>

namespace balady::serial {

/// How the far end says that it can take no more.
enum class FlowControl {
    None,
    RtsCts, ///< by a wire of its own (TIA-232-F)
    XonXoff ///< by two characters (DC1, DC3), which it can then not send as data
};

struct Mode {
    /// 1,200 to 460,800, eight bits without parity; nothing leaves the speed as it is: it means nothing to CDC ACM.
    std::optional<int> bitsPerSecond;
    FlowControl flow = FlowControl::None;
};

/// A line that does not block, locked against every other program that locks the lines it uses (flock(2)). What came before
/// anybody asked is thrown away. NoDevice while it is not plugged in, AccessDenied, DeviceBusy; HardwareError for what is no
/// line, and for a mode that it does not have.
[[nodiscard]] Result<Descriptor> open(const std::filesystem::path& device, const Mode& mode);

} // namespace balady::serial
