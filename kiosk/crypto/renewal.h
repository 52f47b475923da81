// Renewal: asking an authority for the successor of one's own certificate, and judging what it answers (RFC 7030, 4.2.2).
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/base/secret.h"
#include "kiosk/crypto/signed_data.h"

#include <chrono>
#include <string>
#include <string_view>

namespace balady::crypto {

/// When a certificate may be used (RFC 5280, 4.1.2.5), both ends included.
struct Validity {
    std::chrono::sys_seconds from;
    std::chrono::sys_seconds until;
    friend bool operator==(const Validity&, const Validity&) = default;
};

/// Of the first certificate of a PEM file. Malformed if there is none.
[[nodiscard]] Result<Validity> validityOf(std::string_view pem);

/// The one common name of the first certificate of a PEM file (RFC 5280, 4.1.2.6). Malformed if there is no certificate, or if it
/// has none or several.
[[nodiscard]] Result<std::string> holderOf(std::string_view pem);

/// A PKCS #10 request (RFC 2986) in base64, for the same subject, alternative names and key as `certificate` (PEM), signed
/// with that key: the proof that it is ours. Malformed if either cannot be read; Refused if they do not fit each other.
[[nodiscard]] Result<std::string> renewalRequest(std::string_view certificate, const SecretText& privateKey);

/// The certificates of an authority's answer (base64 of a certs-only CMS, RFC 5272 section 4.1) as PEM: first the one that
/// succeeds `present`, then those between it and the authority. Malformed if it is no such answer; Tampered as
/// judgeSuccessor() says.
[[nodiscard]] Result<std::string> successorIn(std::string_view answer, std::string_view present,
                                              const TrustList& authority, WallTime at);

/// Whether `successor` (PEM) can take the place of `present`: the same key, the same names, for TLS clients, vouched for by
/// `authority`, valid at that time, and for longer than the present one. Tampered otherwise, and the context says why.
[[nodiscard]] Result<Done> judgeSuccessor(std::string_view successor, std::string_view present,
                                          const TrustList& authority, WallTime at);

} // namespace balady::crypto
