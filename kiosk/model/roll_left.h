// RollLeft: what is left of the roll in the receipt printer, as a person asks for it.
#pragma once

#include <cstdint>
#include <optional>

namespace balady::model {

struct RollLeft {
    std::int64_t millimetres = 0;
    std::optional<int> hours{}; ///< at the pace of the last week; nothing before a day of records
    friend bool operator==(const RollLeft&, const RollLeft&) = default;
};

} // namespace balady::model
