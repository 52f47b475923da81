#include "tests/sandbox/seed.h"

#include "kiosk/model/identity.h"
#include "kiosk/strictjson/object.h"
#include "kiosk/strictjson/parse.h"
#include "tests/sandbox/json_out.h"
#include "tests/sandbox/licences.h"
#include "tests/sandbox/settings.h"
#include "tests/sandbox/submission_store.h"

namespace balady::sandbox {
namespace {

using strictjson::Object;

constexpr std::size_t kText = 160;
constexpr std::size_t kMany = 200;
constexpr std::int64_t kYears = 20L * 366;
/// Numbers that the sandbox gives itself start here; those of the file are below.
constexpr std::int64_t kFirstNumber = 1000;

std::chrono::sys_days today(Platform& platform) {
    return std::chrono::sys_days{platform.clock.today()};
}

std::string identity(Object& object) {
    auto number = object.text("identity", 10);
    if (!model::IdentityNumber::parse(number))
        object.refuse("identity", "is no identity number");
    return number;
}

void seedEstablishment(Platform& platform, Object& object) {
    const auto name = object.localized("name", kText);
    const auto municipality = object.localized("municipality", kText);
    const auto amana = object.localized("amana", kText);
    platform.database.run("INSERT INTO establishments VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
                          object.text("number", 10), name.byLanguage[0], name.byLanguage[1],
                          object.text("address", 8), municipality.byLanguage[0], municipality.byLanguage[1],
                          amana.byLanguage[0], amana.byLanguage[1]);
}

void seedPerson(Platform& platform, Object& object) {
    const auto number = identity(object);
    const auto name = object.localized("name", kText);
    platform.database.run("INSERT INTO people VALUES(?, ?, ?, ?, ?)", number, name.byLanguage[0],
                          name.byLanguage[1], object.text("mobile", 10), object.text("story", kText));
    if (object.has("establishments"))
        for (const auto& establishment : object.texts("establishments", kMany, 10))
            platform.database.run("INSERT INTO memberships VALUES(?, ?)", number, establishment);
}

void seedLicence(Platform& platform, Object& object) {
    model::Licence licence;
    const auto owner = identity(object);
    licence.number = object.text("number", 32);
    licence.serviceId = object.id("service");
    licence.title = object.localized("title", kText);
    licence.holder = object.localized("holder", kText);
    licence.holderNumber = object.text("holderNumber", 40);
    const auto activityCode = object.optionalText("activityCode", 64);
    licence.activity = object.localized("activity", kText);
    licence.municipality = object.localized("municipality", kText);
    licence.amana = object.localized("amana", kText);
    licence.address = object.optionalText("address", 8);
    licence.issued =
        model::Date{today(platform) - std::chrono::days{object.integer("issuedDaysAgo", 0, kYears)}};
    licence.expires =
        model::Date{today(platform) + std::chrono::days{object.integer("expiresInDays", -kYears, kYears)}};
    registerLicence(platform, licence, owner, activityCode);
}

void seedSubmission(Platform& platform, Object& object) {
    StoredSubmission stored;
    stored.identity = identity(object);
    auto& shown = stored.shown;
    shown.number = object.text("number", 32);
    stored.kind = object.word("kind", model::serviceKindFromName);
    shown.serviceId = object.id("service");
    shown.state = object.word("state", model::requestStateFromName);
    shown.submittedAt =
        platform.clock.now() - std::chrono::days{object.integer("submittedDaysAgo", 0, kYears)};
    if (const auto days = object.optionalInteger("promisedInDays", -kYears, kYears))
        shown.promisedBy = model::Date{today(platform) + std::chrono::days{*days}};
    shown.unit = object.localized("unit", kText);
    shown.statusNote = object.optionalLocalized("statusNote", kText);
    if (object.has("licence"))
        shown.licenceNumber = object.text("licence", 32);
    object.optionalEach("answers", kMany, [&](Object& answer) {
        const auto field = answer.id("field");
        stored.answers[field] = answer.text("value", kText);
    });
    object.optionalObject("bill", [&](Object& bill) {
        const auto number = bill.text("number", 20);
        const auto halalas = bill.integer("halalas", 1, 100'000'000);
        shown.bill = model::Bill{platform.rules.biller, number, model::Money{halalas}, bill.boolean("paid")};
    });
    Query mobile(platform.database, "SELECT mobile FROM people WHERE identity = ?", stored.identity);
    if (mobile.next())
        stored.mobile = mobile.text(0);
    insertSubmission(platform.database, stored);
}

/// One answer of an inquiry that has no rule of its own.
void seedRecord(Platform& platform, Object& object) {
    json::object answers;
    json::object finding{{"title", toJson(object.localized("title", kText))}, {"printable", false}};
    json::array facts;
    const auto inquiry = object.id("inquiry");
    object.each("answers", kMany, [&](Object& answer) {
        const auto field = answer.id("field");
        answers[field] = answer.text("value", kText);
    });
    object.each("facts", kMany, [&](Object& fact) {
        facts.push_back(json::object{{"label", toJson(fact.localized("label", kText))},
                                     {"kind", fact.text("kind", 20)},
                                     {"value", fact.text("value", kText)}});
    });
    finding["facts"] = std::move(facts);
    platform.database.run("INSERT INTO records(inquiry, answers, finding) VALUES(?, ?, ?)", inquiry,
                          json::serialize(answers), json::serialize(finding));
}

} // namespace

Result<Done> seed(Platform& platform, std::string_view text) {
    if (Query(platform.database, "SELECT 1 FROM people LIMIT 1").next())
        return Done{};
    auto document = strictjson::parse(text, FaultCode::InvalidData, "seed.json");
    if (!document)
        return document.error();
    strictjson::Reading reading(FaultCode::InvalidData, "seed.json");
    Transaction transaction(platform.database);
    {
        Object object(reading, *document, "");
        object.each("establishments", kMany, [&](Object& one) { seedEstablishment(platform, one); });
        object.each("people", kMany, [&](Object& one) { seedPerson(platform, one); });
        object.each("licences", kMany, [&](Object& one) { seedLicence(platform, one); });
        object.each("submissions", kMany, [&](Object& one) { seedSubmission(platform, one); });
        object.each("records", kMany, [&](Object& one) { seedRecord(platform, one); });
    }
    if (reading.fault())
        return *reading.fault();
    for (const auto* name : {"RQ", "RP", "AP", "bill", "licence"})
        writeSetting(platform.database, name, kFirstNumber);
    transaction.commit();
    return Done{};
}

} // namespace balady::sandbox
