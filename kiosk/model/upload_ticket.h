// UploadTicket: one document that the citizen sends from their own telephone instead of showing it to the camera.
#pragma once

#include "kiosk/base/clock.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace balady::model {

enum class TicketState { Waiting, Received, Expired };

/// What came, as the platform checked it: the bytes never pass the terminal.
struct ReceivedFile {
    std::string attachmentId; ///< the platform's
    std::string mediaType;    ///< "image/jpeg", "image/png", "application/pdf"
    std::size_t bytes = 0;
    int pages = 0; ///< 0 where the platform could not count them
    std::string
        mark; ///< digits that the telephone shows too: whose file it is, is for the citizen to compare
    friend bool operator==(const ReceivedFile&, const ReceivedFile&) = default;
};

/// Good for one file of one document, for minutes. Whoever knows the address may send that file and nothing else.
struct UploadTicket {
    std::string id; ///< what the terminal asks with; says nothing of the address
    TicketState state = TicketState::Waiting;
    std::string address; ///< for the telephone; empty where the platform only told the state
    WallTime expiresAt{};
    std::optional<ReceivedFile> received{}; ///< of Received
};

/// Whether an address may be shown to a citizen: below "https://HOST[:PORT]" of the settings, and of plain characters,
/// so that no other place and no name or password hides in it (RFC 3986, 3.2.1).
[[nodiscard]] bool isTicketAddress(std::string_view address, std::string_view pinnedOrigin);

} // namespace balady::model
