// Slots: the free appointments of the next working days.
#pragma once

#include "kiosk/model/form.h"
#include "tests/sandbox/platform.h"

#include <string_view>
#include <vector>

namespace balady::sandbox {

/// Free slots of a service, soonest first; the code is "YYYYMMDD-HHMM", local time.
[[nodiscard]] std::vector<model::Option> freeSlots(Platform& platform, std::string_view serviceId);
/// Takes the slot for a submission that has been inserted; false if somebody has it or there is no such slot.
[[nodiscard]] bool bookSlot(Platform& platform, std::string_view serviceId, std::string_view code,
                            std::string_view submission);
/// "22 November 2026, 09:00" in both languages.
[[nodiscard]] model::LocalizedText slotText(std::string_view code);

} // namespace balady::sandbox
