// Rules: what the sandbox's municipality decides, as data (rules.json); immutable once read.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/model/identity.h"
#include "kiosk/model/language.h"
#include "kiosk/model/money.h"

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace balady::sandbox {

/// When an application is decided: by a person, at once, or at once for the activities of low risk.
enum class Decision { Review, Immediate, ImmediateByActivity };

/// What an issued licence says of itself.
struct LicenceRule {
    model::LocalizedText title;
    int years = 1; ///< unless the form asks for them
    /// The application prolongs the licence that it names, which ends within so many days.
    std::optional<int> renewsWithinDays;
};

/// A gate of the catalogue, and the service that opens it: an approved, issued or completed request of it.
struct GateRule {
    std::string gateId;
    std::string opensWith;
};

/// The most that the municipality allows for a number of the form; the terminal does not know it.
struct AtMostRule {
    std::string field;
    std::int64_t value = 0;
    model::LocalizedText reason;
};

struct ServiceRule {
    std::string serviceId;
    std::set<model::IdentityKind> who; ///< empty: everybody
    bool needsEstablishment = false;
    Decision decision = Decision::Review;
    std::optional<model::Money> fee; ///< of the sandbox's bill only; nothing: no bill
    std::optional<int> promiseDays;  ///< where the catalogue has none
    model::LocalizedText section;    ///< the unit inside the municipality, or empty
    std::optional<LicenceRule> licence;
    std::set<std::string> licencesOf; ///< services whose licences the form may name; empty: any
    std::vector<GateRule> gates;
    std::vector<AtMostRule> atMost;
};

/// How an inquiry finds what it answers.
enum class InquiryKind { RequestByNumber, MyRequests, LicenceByNumber, MyLicences };
struct InquiryRule {
    std::string id;
    InquiryKind kind = InquiryKind::RequestByNumber;
    std::string field; ///< the form's field with the number, for the kinds that have one
};

/// Ids of form fields whose meaning the sandbox knows, the first that is answered counts.
struct FieldRoles {
    std::vector<std::string> establishment;
    std::vector<std::string> activity;
    std::vector<std::string> municipality;
    std::vector<std::string> licence;
    std::vector<std::string> years;
    std::vector<std::string> address;
    std::vector<std::string> slot;
    std::vector<std::string> mobile;
};

struct Limits {
    int challenges = 5; ///< for one identity number…
    std::chrono::minutes challengeWindow{10};
    std::chrono::seconds appChallenge{120}; ///< how long one runs
    std::chrono::seconds smsChallenge{300};
    std::chrono::minutes session{15};
};

struct SlotRule {
    int daysAhead = 5;
    std::vector<std::string> times; ///< "09:00", local
};

struct Rules {
    std::vector<ServiceRule> services;
    std::vector<InquiryRule> inquiries;
    std::set<std::string> immediateActivities;
    FieldRoles roles;
    Limits limits;
    SlotRule slots;
    std::string biller;
    model::LocalizedText defaultUnit;
    model::LocalizedText reportSection;

    /// The service's rule; one without a rule of its own is reviewed by a person and has no bill.
    [[nodiscard]] ServiceRule of(std::string_view serviceId) const;
    [[nodiscard]] const InquiryRule* inquiry(std::string_view id) const;
};

/// Strict: an unknown member or word is InvalidData.
[[nodiscard]] Result<Rules> readRules(std::string_view json);

} // namespace balady::sandbox
