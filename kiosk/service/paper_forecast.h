// PaperForecast: how much of the receipt roll is left, in millimetres and in hours; pure, any thread.
#pragma once

#include "kiosk/model/device_status.h"
#include "kiosk/ports/paper_ledger.h"

#include <cstdint>
#include <optional>

namespace balady::service {

/// The paper that the technician puts in, as the settings say it.
struct Roll {
    std::int64_t length = 0; ///< millimetres
    std::optional<std::int64_t>
        nearEnd; ///< millimetres left when the near-end sensor trips; nothing: no such sensor
};

struct PaperForecast {
    std::int64_t left = 0;    ///< millimetres
    std::optional<int> hours; ///< at the pace of the last week; nothing before a day of records

    /// Whether a receipt of that many millimetres comes out whole.
    [[nodiscard]] bool fits(int millimetres) const { return millimetres <= left; }
    /// What the paper is, by the counter alone.
    [[nodiscard]] model::PaperState paper(const Roll& roll) const;
    friend bool operator==(const PaperForecast&, const PaperForecast&) = default;
};

/// The counter, held against the sensor: a sensor that sees paper beyond its mark is right, whatever was counted.
[[nodiscard]] PaperForecast forecast(const Roll& roll, const ports::RollUse& use, model::PaperState sensor);

/// What the counter must be set to when the sensor changes from one state to another; nothing if it is right as it is.
/// A near-end sensor that trips knows what is left. Paper after none is a new roll.
[[nodiscard]] std::optional<std::int64_t> correctedUse(const Roll& roll, model::PaperState before,
                                                       model::PaperState now);

} // namespace balady::service
