// Chain: one line an entry, each with the hash of the one before it; a signature is an entry too. Pure.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/base/clock.h"
#include "kiosk/ports/audit_trail.h"

#include <span>

namespace balady::audit {

/// JSON (RFC 8259), without a line end:
///   {"sequence":7,"time":"2026-11-22T08:15:30.250Z","event":"session_ended","detail":{"how":"idle"},"previous":HASH}
/// HASH is the SHA-256 of the previous line's bytes, sixty-four zeros before the first one.
[[nodiscard]] std::string makeLine(const ports::AuditHead& previous, WallTime time, std::string_view event,
                                   std::span<const log::Field> fields);

/// What a line that was read says of itself; its bytes are what counts for the hash.
struct Entry {
    std::uint64_t sequence = 0;
    std::string event;
    std::string previous;
    std::string publicKey; ///< of kSigned: hexadecimal
    std::string signature; ///< of kSigned: base64url
};
/// Malformed, if it is no such line.
[[nodiscard]] Result<Entry> parseLine(std::string_view line);

/// The head of a chain that ends with this line.
[[nodiscard]] ports::AuditHead headAfter(std::uint64_t sequence, std::string_view line);
/// The head of a chain without lines.
[[nodiscard]] ports::AuditHead emptyHead();

/// The event of a signature over everything before it.
inline constexpr std::string_view kSigned = "signed";
/// The event that says that the line behind the last one was broken off, and set aside.
inline constexpr std::string_view kTornLine = "torn_line_set_aside";
/// The event that begins a new trail beside one that could not be gone on with.
inline constexpr std::string_view kDamagedTrail = "damaged_trail_set_aside";

/// What Ed25519 (RFC 8032) signs: the sequence and hash of the last entry before the signature's own.
[[nodiscard]] std::string signedText(const ports::AuditHead& head);

} // namespace balady::audit
