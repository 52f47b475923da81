// Stock: paper that was numbered before anything is printed on it, and which of its sheets bears which licence.
#pragma once

#include <string>
#include <string_view>

namespace balady::model {

/// How the municipality numbers its sheets; the number stands on each as a Code 128 bar code (ISO/IEC 15417).
struct Stock {
    std::string prefix;
    int digits = 0; ///< behind the prefix
};

/// Whether a text that was read may be the number of a sheet: the prefix, then exactly so many ASCII digits.
[[nodiscard]] bool isSheetNumber(std::string_view text, const Stock& stock);

/// A sheet and the licence that was printed on it. Together they lead to a person: on the disk it is encrypted.
struct SheetBinding {
    std::string idempotencyKey; ///< the same one for every attempt
    std::string sheet;
    std::string licence; ///< its number
};

/// What is known of a binding that the terminal has.
enum class SheetFate {
    Bound,  ///< the platform has it
    Kept,   ///< it is on the terminal's disk, and the platform gets it later
    Refused ///< the platform says no: the sheet bears another licence, or is none of its stock
};

} // namespace balady::model
