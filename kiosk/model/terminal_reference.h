// TerminalReference: the number that a terminal gives a request while the platform has not given one yet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace balady::model {

/// "T-DAMMAM-07-468201-91": the terminal's id (its last 16 characters, upper case), the number that the terminal gave
/// the request, and two check digits, so that it can be read aloud and typed. Nothing personal.
///
/// Check digits: ISO/IEC 7064 MOD 97-10, as legal entity identifiers have them at their end (ISO 17442): letters count as
/// 10 to 35, what is neither letter nor digit does not count, the whole is 1 modulo 97. Every wrong digit, every
/// wrong letter and every swap of neighbours of one kind is found, and 96 of 97 other errors.
[[nodiscard]] std::string terminalReference(std::string_view terminalId, std::int64_t number);

/// Whether the text has the form of such a reference and its check digits hold.
[[nodiscard]] bool isTerminalReference(std::string_view text);

/// MOD 97-10 over the letters A to Z and the digits of a text.
[[nodiscard]] int mod97(std::string_view text);

} // namespace balady::model
