// ConditionTable: what becomes of a terminal under each condition: what works on, what is said to whom, how it ends; data.
#pragma once

#include "kiosk/model/conditions.h"

#include <span>
#include <string_view>

namespace balady::model {

/// How loudly the fleet is told.
enum class Urgency {
    Notice, ///< at the next visit
    Visit,  ///< somebody has to come: a service of the terminal is poorer
    Hasten, ///< somebody has to come now: services are lost
};

/// One line of kiosk/docs/conditions.md, which a test holds against this table.
struct ConditionRow {
    DeviceRole device;
    Trouble trouble;
    bool works; ///< the device does its work all the same
    Urgency urgency;
    std::string_view xfs; ///< as XFS4IoT says it (CWA 17852), where it has words for it
    std::string_view
        sentence; ///< key of what the citizen reads where the device is wanted; empty: nothing is said
    std::string_view way;              ///< how the citizen goes on
    std::string_view technician;       ///< what the technician is told to do
    std::string_view technicianArabic; ///< the same
    std::string_view recovery;         ///< what ends it
};

/// Every condition that some owner raises, by device and then as Trouble goes.
[[nodiscard]] std::span<const ConditionRow> conditionTable();
/// Null for Trouble::None, and for what no owner raises of that device.
[[nodiscard]] const ConditionRow* conditionRow(DeviceRole device, Trouble trouble);
[[nodiscard]] std::string_view name(Urgency urgency);

} // namespace balady::model
