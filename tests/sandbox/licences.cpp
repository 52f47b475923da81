#include "tests/sandbox/licences.h"

#include "kiosk/licence/licence_claims.h"
#include "kiosk/model/date.h"
#include "tests/sandbox/answered.h"
#include "tests/sandbox/people.h"
#include "tests/sandbox/settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace balady::sandbox {
namespace {

RegisteredLicence read(const Query& row) {
    auto licence = licence::readClaims(row.text(1));
    if (!licence)
        throw StorageError(licence.error().context);
    return {std::move(*licence), row.text(2), row.text(0), row.text(3)};
}

constexpr std::string_view kSelect = "SELECT identity, claims, jws, activity_code FROM licences ";

std::string nextLicenceNumber(Database& database) {
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "LC-45%08lld",
                  static_cast<long long>(nextNumber(database, "licence")));
    return text.data();
}

/// The last valid day of a term of so many years that starts on `from`.
model::Date endOfTerm(model::Date from, int years) {
    auto end = from + std::chrono::years{years};
    if (!end.ok()) // 29 February
        end = end.year() / end.month() / std::chrono::last;
    return model::Date{std::chrono::sys_days{end} - std::chrono::days{1}};
}

std::string maskedIdentity(const std::string& identity) {
    const auto number = model::IdentityNumber::parse(identity);
    return number ? number->masked() : std::string{};
}

/// Whose it is: the establishment that the form names, else the person.
void setHolder(Platform& platform, const StoredSubmission& submission, model::Licence& licence) {
    const auto identity = submission.identity.value_or("");
    const auto number = answerOf(submission.answers, platform.rules.roles.establishment);
    if (const auto establishment = establishmentOf(platform.database, identity, number)) {
        licence.holder = establishment->name;
        licence.holderNumber = establishment->number;
        licence.municipality = establishment->municipality;
        licence.amana = establishment->amana;
        licence.address = establishment->address;
    } else if (const auto person = findPerson(platform.database, identity)) {
        licence.holder = person->name;
        licence.holderNumber = maskedIdentity(identity);
    }
}

/// What the form says of the place and the activity.
void setSubject(Platform& platform, const model::Service& service, const StoredSubmission& submission,
                model::Licence& licence) {
    const auto& roles = platform.rules.roles;
    if (const auto activity = optionOf(service, submission.answers, roles.activity); !activity.label.empty())
        licence.activity = activity.label;
    if (const auto municipality = optionOf(service, submission.answers, roles.municipality);
        !municipality.label.empty()) {
        licence.municipality = municipality.label;
        // Municipalities are listed under their amana.
        licence.amana = municipality.group;
    }
    if (const auto address = answerOf(submission.answers, roles.address); !address.empty())
        licence.address = address;
    for (auto* text : {&licence.activity, &licence.municipality, &licence.amana})
        if (text->empty())
            *text = text == &licence.activity ? service.name : platform.rules.defaultUnit;
}

int yearsOf(Platform& platform, const LicenceRule& rule, const StoredSubmission& submission) {
    int years = rule.years;
    const auto asked = answerOf(submission.answers, platform.rules.roles.years);
    std::from_chars(asked.data(), asked.data() + asked.size(), years);
    return years;
}

} // namespace

void registerLicence(Platform& platform, const model::Licence& licence, const std::string& identity,
                     const std::string& activityCode) {
    const auto claims = licence::writeClaims(licence);
    if (!claims)
        throw StorageError(claims.error().context);
    platform.database.run(
        "INSERT OR REPLACE INTO licences(number, identity, claims, jws, activity_code, expires) "
        "VALUES(?, ?, ?, ?, ?, ?)",
        licence.number, identity, *claims, platform.signer.sign(licence), activityCode,
        model::toIso(licence.expires));
}

std::optional<RegisteredLicence> findLicence(Database& database, std::string_view number) {
    Query query(database, std::string(kSelect) + "WHERE number = ?", number);
    return query.next() ? std::optional(read(query)) : std::nullopt;
}

std::vector<RegisteredLicence> licencesOf(Database& database, std::string_view identity) {
    Query query(database, std::string(kSelect) + "WHERE identity = ? ORDER BY expires, number LIMIT 200",
                identity);
    std::vector<RegisteredLicence> found;
    while (query.next())
        found.push_back(read(query));
    return found;
}

std::optional<LicenceRule> licenceRule(const model::Service& service, const ServiceRule& rule) {
    if (rule.licence || service.output.paper != model::OutputPaper::Licence)
        return rule.licence;
    LicenceRule plain;
    plain.title = service.output.name;
    return plain;
}

void issueLicence(Platform& platform, const model::Service& service, const LicenceRule& rule,
                  StoredSubmission& submission) {
    const auto today = std::chrono::sys_days{platform.clock.today()};
    const auto named =
        findLicence(platform.database, answerOf(submission.answers, platform.rules.roles.licence));
    model::Licence licence = named ? named->licence : model::Licence{};
    auto from = today;
    if (named && rule.renewsWithinDays) {
        // A renewal before the end starts when the old term ends, so that the citizen loses no day.
        from = std::max(from, std::chrono::sys_days{licence.expires} + std::chrono::days{1});
    } else {
        licence.number = nextLicenceNumber(platform.database);
        if (!named)
            setHolder(platform, submission, licence);
        setSubject(platform, service, submission, licence);
    }
    licence.serviceId = service.id;
    licence.title = rule.title;
    licence.issued = model::Date{today};
    licence.expires = endOfTerm(model::Date{from}, yearsOf(platform, rule, submission));
    registerLicence(platform, licence, submission.identity.value_or(""),
                    named ? named->activityCode
                          : answerOf(submission.answers, platform.rules.roles.activity));
    submission.shown.state = model::RequestState::Issued;
    submission.shown.licenceNumber = licence.number;
}

} // namespace balady::sandbox
