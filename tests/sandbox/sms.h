// Sms: the outbox that stands for a mobile network; the administration page shows it.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/model/language.h"
#include "tests/sandbox/database.h"

#include <string_view>

namespace balady::sandbox {

/// Nothing happens without a mobile.
void sendSms(Database& database, std::string_view mobile, const model::LocalizedText& text, WallTime now);

} // namespace balady::sandbox
