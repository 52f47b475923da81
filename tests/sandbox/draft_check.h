// DraftCheck: whether answers and attachments are what the catalogue's service asks for.
#pragma once

#include "kiosk/model/service.h"
#include "tests/sandbox/database.h"

#include <optional>
#include <set>
#include <string>

namespace balady::sandbox {

/// Throws Refusal (validation): an asked field without a good answer, or an answer that is not asked for or not
/// normalised.
void checkAnswers(const model::Service& service, const model::Answers& answers);

/// Throws Refusal (file-refused): a required document is missing, an attachment is unfinished, unknown, used
/// already, somebody else's, or of a document that the service does not ask for now.
void checkAttachments(Database& database, const model::Service& service, const model::Answers& answers,
                      const std::set<std::string>& attachmentIds, const std::string& terminal,
                      const std::optional<std::string>& identity);

} // namespace balady::sandbox
