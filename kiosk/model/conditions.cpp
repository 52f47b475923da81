#include "kiosk/model/conditions.h"

#include "kiosk/model/condition_table.h"

namespace balady::model {

std::string_view name(Trouble trouble) {
    switch (trouble) {
    case Trouble::None: return "none";
    case Trouble::Gone: return "gone";
    case Trouble::Offline: return "offline";
    case Trouble::Broken: return "broken";
    case Trouble::PaperLow: return "paper_low";
    case Trouble::PaperOut: return "paper_out";
    case Trouble::PaperJammed: return "paper_jammed";
    case Trouble::CoverOpen: return "cover_open";
    case Trouble::TonerLow: return "toner_low";
    case Trouble::TonerOut: return "toner_out";
    case Trouble::DataLost: return "data_lost";
    case Trouble::SetAside: return "set_aside";
    case Trouble::EndsSoon: return "ends_soon";
    }
    return "none";
}

Trouble troubleOf(const PrinterStatus& status) {
    // A cause that a person can see and mend comes before the device's own "offline", which follows from it.
    if (status.device == DeviceState::NoDevice)
        return Trouble::Gone;
    if (status.paper == PaperState::Jammed)
        return Trouble::PaperJammed;
    if (status.coverOpen)
        return Trouble::CoverOpen;
    if (status.paper == PaperState::Out)
        return Trouble::PaperOut;
    if (status.toner == TonerState::Out)
        return Trouble::TonerOut;
    if (status.device == DeviceState::HardwareError)
        return Trouble::Broken;
    if (status.device != DeviceState::Online)
        return Trouble::Offline;
    if (status.paper == PaperState::Low)
        return Trouble::PaperLow;
    return status.toner == TonerState::Low ? Trouble::TonerLow : Trouble::None;
}

bool Conditions::works(DeviceRole role) const {
    const auto trouble = of(role);
    const auto* row = conditionRow(role, trouble);
    return trouble == Trouble::None || (row != nullptr && row->works);
}

} // namespace balady::model
