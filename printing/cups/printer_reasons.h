// Printer reasons: what an IPP printer says of itself, in our words; pure, any thread.
#pragma once

#include "kiosk/model/device_status.h"

#include <span>
#include <string>

namespace balady::cups {

/// `reasons` are the keywords of "printer-state-reasons" (RFC 8011, 5.4.12, and PWG 5100.9), with or without
/// "-error", "-warning", "-report": a tray is as empty in a report as in an error. `stopped` is printer-state 5.
[[nodiscard]] model::PrinterStatus statusFromReasons(bool stopped, std::span<const std::string> reasons);

/// Whether a person must do something before a page can come out.
[[nodiscard]] bool needsPerson(const model::PrinterStatus& status);

} // namespace balady::cups
