// Device words: how a technician reads about the parts of a terminal: their names, what stands about them, what to do.
#pragma once

#include "kiosk/model/conditions.h"
#include "kiosk/model/language.h"

#include <array>

namespace balady::flow {

/// In the order in which they are listed: what hands can mend comes first.
inline constexpr std::array kMaintainedDevices{
    model::DeviceRole::ReceiptPrinter, model::DeviceRole::DocumentPrinter, model::DeviceRole::IdentityReader,
    model::DeviceRole::DocumentCamera, model::DeviceRole::Network,         model::DeviceRole::Store,
    model::DeviceRole::Outbox,         model::DeviceRole::Catalogue,       model::DeviceRole::Certificate};

[[nodiscard]] model::LocalizedText deviceName(model::DeviceRole device);
/// "Ready" where nothing stands about it; of a camera, which nobody looks at until a page wants it, no more is claimed than
/// that.
[[nodiscard]] model::LocalizedText stateText(model::DeviceRole device, model::Trouble trouble);
/// What the table of conditions tells the technician to do; empty where there is nothing to do.
[[nodiscard]] model::LocalizedText adviceFor(model::DeviceRole device, model::Trouble trouble);

} // namespace balady::flow
