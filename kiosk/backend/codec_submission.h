// Drafts, submissions, findings, licences, their sheets and ratings of the contract as JSON; any thread.
#pragma once

#include "kiosk/backend/http_message.h"
#include "kiosk/model/request.h"
#include "kiosk/model/stock.h"

namespace balady::backend {

[[nodiscard]] WipedText encodeDraft(const model::Draft& draft);
[[nodiscard]] Result<model::Submission> decodeSubmission(std::string_view body);

[[nodiscard]] WipedText encodeQuestion(const model::Answers& answers);
[[nodiscard]] Result<std::vector<model::Finding>> decodeFindings(std::string_view body);

[[nodiscard]] Result<model::SignedLicence> decodeLicence(std::string_view body);
/// The set itself is read where licences are verified; here only that it is one.
[[nodiscard]] Result<Done> checkKeySet(std::string_view body);

[[nodiscard]] WipedText encodeSheet(const model::SheetBinding& binding);

[[nodiscard]] Result<std::vector<model::Option>> decodeOptions(std::string_view body);

/// `requestNumber` may be empty: then the service as such is rated.
[[nodiscard]] WipedText encodeRating(std::string_view serviceId, std::string_view requestNumber, int stars);

} // namespace balady::backend
