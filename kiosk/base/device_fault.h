// DeviceFault: what the system's answer about a device (errno(3)) means to a driver.
#pragma once

#include "kiosk/base/fault.h"

#include <cerrno>

namespace balady {

/// NoDevice, AccessDenied, DeviceBusy; HardwareError for anything else.
[[nodiscard]] inline FaultCode deviceFault(int error) {
    switch (error) {
    case ENOENT:
    case ENXIO:
    case ENODEV: return FaultCode::NoDevice;
    case EACCES:
    case EPERM: return FaultCode::AccessDenied;
    case EBUSY: return FaultCode::DeviceBusy;
    default: return FaultCode::HardwareError;
    }
}

} // namespace balady
