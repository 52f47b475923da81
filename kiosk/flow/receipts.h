// Receipts: what each receipt and slip says, in the citizen's language; how it looks is printing/layout's.
#pragma once

#include "kiosk/flow/stage.h"

#include <string>

namespace balady::flow {

/// The receipt for what happened in this journey: an accepted request, one whose answer never came, an
/// appointment, a report, the answer to an inquiry, or the list of what a service asks for. `copy`: an earlier try may
/// have come out, and the word is on this one.
[[nodiscard]] model::Receipt receiptFor(const Folder& folder, const World& world, bool copy = false);

/// What a receipt says, as plain text for the citizen's own telephone, which reads it off the screen as a QR code: in the
/// order of the paper, without its notes, whole lines only and at most so many bytes as a code of a hand's size holds.
[[nodiscard]] std::string phoneText(const model::Receipt& receipt);

/// A fact as a person reads it: dates in both calendars, money with its currency, states in words.
[[nodiscard]] std::string factText(const model::Fact& fact, model::Language language);
/// "Free", the amount, or who sets it where no amount is published: never an invented figure.
[[nodiscard]] std::string feeText(const model::Fee& fee, model::Language language);
[[nodiscard]] std::string requestStateText(model::RequestState state, model::Language language);

/// The terminal's own reference for a request that is kept here; for one whose fate is not known, the first eight of its
/// key, upper case.
[[nodiscard]] std::string terminalReference(const Folder& folder);
/// A mobile was given, to which the number of a kept request is sent.
[[nodiscard]] bool numberFollows(const Folder& folder);

} // namespace balady::flow
