// Progress: how a submission moves from accepted to decided, paid, issued and closed, and who is told by SMS.
#pragma once

#include "kiosk/model/service.h"
#include "tests/sandbox/platform.h"
#include "tests/sandbox/submission_store.h"

namespace balady::sandbox {

// Each of these writes to the database; the caller holds the transaction. The moves throw Refusal
// (not-eligible) when the submission is in no state for them.

/// Gives a checked submission its number, unit, promise and first state, and stores it. `draft` has kind,
/// service, identity, mobile, terminal and answers. Throws Refusal (slot-taken).
[[nodiscard]] StoredSubmission accept(Platform& platform, const model::Service& service,
                                      StoredSubmission draft);

/// Under review -> awaiting payment, or issued or approved where there is no fee.
void approve(Platform& platform, StoredSubmission& submission);
/// Under review -> rejected, with a sentence for the citizen.
void reject(Platform& platform, StoredSubmission& submission, const model::LocalizedText& reason);
/// Awaiting payment -> issued or approved.
void pay(Platform& platform, StoredSubmission& submission);
/// A report that is dealt with, or an approved request that is done -> completed.
void close(Platform& platform, StoredSubmission& submission);

} // namespace balady::sandbox
