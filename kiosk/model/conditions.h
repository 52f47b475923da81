// Conditions: standing states of the terminal (paper out, reader gone, network down), raised and cleared by their owners.
#pragma once

#include "kiosk/model/device_status.h"

#include <map>
#include <string_view>

namespace balady::model {

/// The worst thing that stands about one device. `None` means it works; DataLost that it works, but begins anew; SetAside
/// that it works, but holds something that a technician must look at; EndsSoon that it works, but not for long.
enum class Trouble {
    None,
    Gone,
    Offline,
    Broken,
    PaperLow,
    PaperOut,
    PaperJammed,
    CoverOpen,
    TonerLow,
    TonerOut,
    DataLost,
    SetAside,
    EndsSoon
};

[[nodiscard]] std::string_view name(Trouble trouble);

/// What a printer says, as the condition that it stands for.
[[nodiscard]] Trouble troubleOf(const PrinterStatus& status);

/// The board as everybody else sees it: an immutable copy.
struct Conditions {
    std::map<DeviceRole, Trouble> standing;

    [[nodiscard]] Trouble of(DeviceRole role) const {
        const auto it = standing.find(role);
        return it == standing.end() ? Trouble::None : it->second;
    }
    /// Whether the device can do its work now, as the table of conditions says it (condition_table.h).
    [[nodiscard]] bool works(DeviceRole role) const;
    friend bool operator==(const Conditions&, const Conditions&) = default;
};

} // namespace balady::model
