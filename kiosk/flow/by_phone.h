// ByPhone: a document on its way from the citizen's own telephone: a ticket of the platform, its address as a code, and
// what came.
#pragma once

#include "kiosk/flow/stage.h"

#include <chrono>
#include <string>
#include <variant>

namespace balady::flow::by_phone {

/// The platform is asked for a ticket.
struct Asking {};
/// The telephone has the word. Where `problem` is "network_gone" or its like, the last question was lost; it is asked again.
struct Waiting {
    model::UploadTicket ticket;
    model::CodeSquare code; ///< of the ticket's address
    std::string problem;
};
/// It is there: the citizen compares the mark with their telephone's before it is used.
struct Came {
    model::ReceivedFile file;
};
/// No ticket, or one that has ended.
struct Stuck {
    std::string problem; ///< "ticket_expired", "network_gone"…
    model::LocalizedText sentence;
};
using State = std::variant<Asking, Waiting, Came, Stuck>;

/// Without a touch, until "are you still there?": the citizen's hands are on their telephone.
inline constexpr std::chrono::seconds kIdle{180};

/// Whether documents can be taken this way here and now.
[[nodiscard]] bool works(const World& world);
/// Begins with a fresh ticket; the platform ends the one before.
void begin(State& state, Desk& desk, const std::string& documentId);
/// Goes on until the citizen says Next at what came, which the caller takes from Came.
void step(State& state, const Event& event, Desk& desk, const std::string& documentId);
/// The page is left: nothing of it is asked any more.
void leave(Desk& desk);

} // namespace balady::flow::by_phone
