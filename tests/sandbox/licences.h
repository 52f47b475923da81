// Licences: the register of issued licences.
#pragma once

#include "kiosk/model/request.h"
#include "tests/sandbox/platform.h"
#include "tests/sandbox/submission_store.h"

#include <optional>
#include <string>
#include <vector>

namespace balady::sandbox {

struct RegisteredLicence {
    model::Licence licence;
    std::string jws;
    std::string identity; ///< whose it is
    std::string activityCode;
};

/// Signs the licence and puts it into the register, in the place of an earlier one with the same number.
void registerLicence(Platform& platform, const model::Licence& licence, const std::string& identity,
                     const std::string& activityCode);
[[nodiscard]] std::optional<RegisteredLicence> findLicence(Database& database, std::string_view number);
[[nodiscard]] std::vector<RegisteredLicence> licencesOf(Database& database, std::string_view identity);

/// The rule for what the service issues: its own, or one made of the catalogue's output; nothing if it issues none.
[[nodiscard]] std::optional<LicenceRule> licenceRule(const model::Service& service, const ServiceRule& rule);
/// Issues (or prolongs) the licence of an approved and paid request; sets its state and licence number.
void issueLicence(Platform& platform, const model::Service& service, const LicenceRule& rule,
                  StoredSubmission& submission);

} // namespace balady::sandbox
