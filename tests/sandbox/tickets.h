// Tickets: a document's way in from a citizen's telephone, as both sides of it see it: the terminal that asked for the
// ticket, and whoever holds its address.
#pragma once

#include "tests/sandbox/platform.h"

#include <optional>
#include <string>
#include <string_view>

namespace balady::sandbox {

/// What a telephone may still do with an address.
struct OpenTicket {
    std::string id;
    std::string terminal;
    std::optional<std::string> identity;
    std::string document;
    model::LocalizedText name; ///< the document's
    int pages = 0;             ///< of paper at most; 0: a picture of a thing
};

/// What the page can say about an address that is not open.
enum class TicketEnd { Unknown, Expired, Used };

struct FoundTicket {
    std::optional<OpenTicket> open;
    TicketEnd end = TicketEnd::Unknown;
    std::string mark; ///< of Used
};

/// `secret` is the last part of the address, as it was scanned or typed.
[[nodiscard]] FoundTicket findTicket(Platform& platform, std::string_view secret);

/// What is wrong with a file that a telephone sent, in words for the citizen, or nothing.
[[nodiscard]] std::optional<model::LocalizedText> refusalOf(const OpenTicket& ticket,
                                                            std::string_view content);
/// Makes it the ticket's attachment, which uses the ticket up. Gives the mark that both screens show.
[[nodiscard]] std::string keepFile(Platform& platform, const OpenTicket& ticket, std::string_view content);

/// At the end of a citizen's session: nobody can send anything for it any more.
void endTickets(Platform& platform, const std::string& terminal, const std::string& identity);

} // namespace balady::sandbox
