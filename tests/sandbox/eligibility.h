// Eligibility: whether this citizen may have this service now; the rules that the form itself cannot know.
#pragma once

#include "kiosk/model/service.h"
#include "tests/sandbox/platform.h"

#include <string>

namespace balady::sandbox {

/// Throws Refusal: not-eligible, gate-not-met, or validation for a choice that is not this citizen's.
void checkEligibility(Platform& platform, const model::Service& service, const std::string& identity,
                      const model::Answers& answers);

/// Whether a licence may be prolonged today: it ends within so many days, or has ended.
[[nodiscard]] bool isRenewable(const model::Licence& licence, int withinDays, model::Date today);

/// Whether the service's form may name a licence of that kind.
[[nodiscard]] bool mayName(const ServiceRule& rule, const model::Licence& licence);

} // namespace balady::sandbox
