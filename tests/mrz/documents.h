// Documents of nobody: machine readable zones with valid check digits and invented holders.
#pragma once

#include "tests/mrz/chance.h"

#include <string>
#include <vector>

namespace balady::tests {

enum class ZoneKind { Td1, Td2, Td3, MrvA, MrvB, French };
constexpr ZoneKind kZoneKinds[] = {ZoneKind::Td1,  ZoneKind::Td2,  ZoneKind::Td3,
                                   ZoneKind::MrvA, ZoneKind::MrvB, ZoneKind::French};

/// The lines of a zone as Doc 9303 parts 4 to 7 lay them out (French: the identity card of 1988).
[[nodiscard]] std::vector<std::string> inventZone(ZoneKind kind, Chance& chance);

/// As many characters of the zone's alphabet in no order, some of them in runs of '<'.
[[nodiscard]] std::string inventText(int characters, Chance& chance);

} // namespace balady::tests
