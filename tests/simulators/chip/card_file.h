// CardFile: one demo card as written in CARD.json: its MRZ, whether it holds the ICAO application, how it
// misbehaves.
#pragma once

#include "kiosk/base/result.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace balady::simulators {

/// Ways in which real cards fail. Commands are counted from 1 since the card was powered.
struct CardFaults {
    std::chrono::milliseconds delay{0};      ///< "delay_ms": before each answer
    bool mute = false;                       ///< "mute": no answer to reset
    std::optional<int> diesAfterCommand;     ///< "dies_after_command": lifted after this many answers
    std::optional<int> silentAfterCommand;   ///< "silent_after_command": stays, but answers no more
    std::optional<int> shortAnswerToCommand; ///< "short_answer_to_command": one byte instead of an answer
    std::optional<int> wrongMacToCommand;    ///< "wrong_mac_to_command": one bit of the answer turned
};

struct CardFile {
    std::string mrz; ///< glued together; empty when the card holds no ICAO application
    CardFaults faults;
};

/// Reads {"mrz": [line...], "application": "lds"|"none", "faults": {...}}. InvalidData on anything else: an
/// unknown key, a zone whose check digits do not fit.
[[nodiscard]] Result<CardFile> parseCardFile(std::string_view json);

} // namespace balady::simulators
