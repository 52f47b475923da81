// SubmissionStore: requests, reports and appointments with their bills, as rows and as the contract's JSON.
#pragma once

#include "kiosk/model/form.h"
#include "kiosk/model/request.h"
#include "tests/sandbox/database.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <vector>

namespace balady::sandbox {

/// A submission with what only the platform knows of it. `late` is not stored: see withLateness().
struct StoredSubmission {
    model::Submission shown;
    model::ServiceKind kind = model::ServiceKind::Application;
    std::optional<std::string> identity; ///< nothing: anonymous
    std::string mobile;                  ///< where SMS go, or empty
    std::string terminal;                ///< certificate that sent it
    model::Answers answers;
    std::optional<model::Deferred> deferred; ///< written once, by insertSubmission()
};

void insertSubmission(Database& database, const StoredSubmission& submission);
/// State, note, unit, licence number and bill; the rest of a submission never changes.
void updateSubmission(Database& database, const StoredSubmission& submission);

[[nodiscard]] std::optional<StoredSubmission> findSubmission(Database& database, std::string_view number);
/// The number of the deferred report with this reference of a terminal; of any terminal if none is named.
[[nodiscard]] std::optional<std::string> submissionOfReference(Database& database, std::string_view reference,
                                                               std::string_view terminal = {});
/// The one with this bill.
[[nodiscard]] std::optional<StoredSubmission> findByBill(Database& database, std::string_view billNumber);
/// Newest first.
[[nodiscard]] std::vector<StoredSubmission> submissionsOf(Database& database, std::string_view identity);
[[nodiscard]] std::vector<StoredSubmission> allSubmissions(Database& database);

/// The same with `late` as it is on that day: still open after the promised day.
[[nodiscard]] model::Submission withLateness(model::Submission submission, model::Date today);
/// The contract's Submission.
[[nodiscard]] boost::json::object toJson(const model::Submission& submission);

} // namespace balady::sandbox
