#include "tests/sandbox/submission_store.h"

#include "kiosk/model/date.h"
#include "tests/sandbox/json_out.h"
#include "tests/sandbox/sandbox_clock.h"

namespace balady::sandbox {
namespace {

constexpr std::string_view kSelect =
    "SELECT s.number, s.kind, s.service, s.identity, s.mobile, s.terminal, s.state, s.submitted_at, "
    "s.promised_by, "
    "s.unit_ar, s.unit_en, s.note_ar, s.note_en, s.licence, s.answers, b.number, b.biller, b.halalas, b.paid "
    "FROM submissions s LEFT JOIN bills b ON b.submission = s.number ";

std::string answersText(const model::Answers& answers) {
    json::object object;
    for (const auto& [field, value] : answers)
        object[field] = value;
    return json::serialize(object);
}

model::Answers answersFrom(const std::string& text) {
    model::Answers answers;
    const auto value = json::parse(text);
    for (const auto& member : value.as_object())
        answers.emplace(std::string(member.key()), std::string(member.value().as_string()));
    return answers;
}

StoredSubmission read(const Query& row) {
    StoredSubmission stored;
    stored.shown.number = row.text(0);
    stored.kind = model::serviceKindFromName(row.text(1)).value_or(model::ServiceKind::Application);
    stored.shown.serviceId = row.text(2);
    stored.identity = row.optionalText(3);
    stored.mobile = row.text(4);
    stored.terminal = row.text(5);
    stored.shown.state = model::requestStateFromName(row.text(6)).value_or(model::RequestState::UnderReview);
    stored.shown.submittedAt = wallTime(row.integer(7));
    stored.shown.promisedBy = row.isNull(8) ? std::nullopt : model::parseIsoDate(row.text(8));
    stored.shown.unit = model::text(row.text(9), row.text(10));
    stored.shown.statusNote = model::text(row.text(11), row.text(12));
    stored.shown.licenceNumber = row.optionalText(13);
    stored.answers = answersFrom(row.text(14));
    if (!row.isNull(15))
        stored.shown.bill =
            model::Bill{row.text(16), row.text(15), model::Money{row.integer(17)}, row.integer(18) != 0};
    return stored;
}

std::vector<StoredSubmission> readAll(Query query) {
    std::vector<StoredSubmission> all;
    while (query.next())
        all.push_back(read(query));
    return all;
}

std::optional<StoredSubmission> readOne(Query query) {
    return query.next() ? std::optional(read(query)) : std::nullopt;
}

std::string select(std::string_view where) {
    return std::string(kSelect) + std::string(where);
}

void writeBill(Database& database, const model::Submission& submission) {
    if (submission.bill)
        database.run("INSERT INTO bills(number, submission, biller, halalas, paid) VALUES(?, ?, ?, ?, ?) "
                     "ON CONFLICT(number) DO UPDATE SET paid = excluded.paid",
                     submission.bill->number, submission.number, submission.bill->biller,
                     submission.bill->amount.halalas, submission.bill->paid);
}

} // namespace

void insertSubmission(Database& database, const StoredSubmission& stored) {
    const auto& shown = stored.shown;
    database.run(
        "INSERT INTO submissions(number, kind, service, identity, mobile, terminal, state, submitted_at, "
        "promised_by, unit_ar, unit_en, note_ar, note_en, licence, answers) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        shown.number, model::name(stored.kind), shown.serviceId, stored.identity, stored.mobile,
        stored.terminal, model::name(shown.state), milliseconds(shown.submittedAt),
        shown.promisedBy ? std::optional(model::toIso(*shown.promisedBy)) : std::nullopt,
        shown.unit.byLanguage[0], shown.unit.byLanguage[1], shown.statusNote.byLanguage[0],
        shown.statusNote.byLanguage[1], shown.licenceNumber, answersText(stored.answers));
    writeBill(database, shown);
    if (stored.deferred)
        database.run("INSERT INTO deferred(terminal, reference, submission, accepted_at) VALUES(?, ?, ?, ?)",
                     stored.terminal, stored.deferred->reference, shown.number,
                     milliseconds(stored.deferred->acceptedAt));
}

void updateSubmission(Database& database, const StoredSubmission& stored) {
    const auto& shown = stored.shown;
    database.run(
        "UPDATE submissions SET state = ?, unit_ar = ?, unit_en = ?, note_ar = ?, note_en = ?, licence = ? "
        "WHERE number = ?",
        model::name(shown.state), shown.unit.byLanguage[0], shown.unit.byLanguage[1],
        shown.statusNote.byLanguage[0], shown.statusNote.byLanguage[1], shown.licenceNumber, shown.number);
    writeBill(database, shown);
}

std::optional<StoredSubmission> findSubmission(Database& database, std::string_view number) {
    return readOne(Query(database, select("WHERE s.number = ?"), number));
}

std::optional<std::string> submissionOfReference(Database& database, std::string_view reference,
                                                 std::string_view terminal) {
    Query row(database, "SELECT submission FROM deferred WHERE reference = ? AND (? = '' OR terminal = ?)",
              reference, terminal, terminal);
    return row.next() ? std::optional(row.text(0)) : std::nullopt;
}

std::optional<StoredSubmission> findByBill(Database& database, std::string_view billNumber) {
    return readOne(Query(database, select("WHERE b.number = ?"), billNumber));
}

std::vector<StoredSubmission> submissionsOf(Database& database, std::string_view identity) {
    return readAll(Query(database,
                         select("WHERE s.identity = ? ORDER BY s.submitted_at DESC, s.number DESC LIMIT 200"),
                         identity));
}

std::vector<StoredSubmission> allSubmissions(Database& database) {
    return readAll(Query(database, select("ORDER BY s.submitted_at DESC, s.number DESC LIMIT 500")));
}

model::Submission withLateness(model::Submission submission, model::Date today) {
    using enum model::RequestState;
    const bool open = submission.state == UnderReview || submission.state == AwaitingPayment;
    submission.late = open && submission.promisedBy &&
                      std::chrono::sys_days{today} > std::chrono::sys_days{*submission.promisedBy};
    return submission;
}

json::object toJson(const model::Submission& submission) {
    json::object object{{"number", submission.number},
                        {"serviceId", submission.serviceId},
                        {"state", model::name(submission.state)},
                        {"submittedAt", timestamp(submission.submittedAt)},
                        {"unit", toJson(submission.unit)},
                        {"late", submission.late}};
    if (submission.promisedBy)
        object["promisedBy"] = model::toIso(*submission.promisedBy);
    if (submission.bill)
        object["bill"] = {{"biller", submission.bill->biller},
                          {"number", submission.bill->number},
                          {"amountHalalas", submission.bill->amount.halalas},
                          {"paid", submission.bill->paid}};
    if (submission.licenceNumber)
        object["licenceNumber"] = *submission.licenceNumber;
    if (!submission.statusNote.empty())
        object["statusNote"] = toJson(submission.statusNote);
    return object;
}

} // namespace balady::sandbox
