// Settings: small numbers that survive a restart: the administrator's switches and running numbers.
#pragma once

#include "tests/sandbox/database.h"

#include <string_view>

namespace balady::sandbox {

inline constexpr std::string_view kAutoApproveChallenges = "auto-approve-challenges"; ///< 0 or 1
inline constexpr std::string_view kAutoPayBills = "auto-pay-bills";                   ///< 0 or 1

/// 0 where it was never written.
[[nodiscard]] std::int64_t readSetting(Database& database, std::string_view name);
void writeSetting(Database& database, std::string_view name, std::int64_t value);
/// 1, 2, 3… for each name.
[[nodiscard]] std::int64_t nextNumber(Database& database, std::string_view name);

} // namespace balady::sandbox
