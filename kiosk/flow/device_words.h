// Device words: how a technician reads about the parts of a terminal: their names, what stands about them, what to do.
#pragma once

#include "kiosk/flow/world.h"
#include "kiosk/model/conditions.h"
#include "kiosk/model/language.h"

#include <vector>

namespace balady::flow {

/// In the order in which they are listed: what hands can mend comes first; numbered paper only where there is some.
[[nodiscard]] std::vector<model::DeviceRole> maintainedDevices(const Terminal& terminal);

[[nodiscard]] model::LocalizedText deviceName(model::DeviceRole device);
/// "Ready" where nothing stands about it; of a camera, which nobody looks at until a page wants it, no more is claimed than
/// that.
[[nodiscard]] model::LocalizedText stateText(model::DeviceRole device, model::Trouble trouble);
/// What the table of conditions tells the technician to do; empty where there is nothing to do.
[[nodiscard]] model::LocalizedText adviceFor(model::DeviceRole device, model::Trouble trouble);

} // namespace balady::flow
