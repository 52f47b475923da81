// Pki: the sandbox's own certificate authority, made on the first start; for development only.
#pragma once

#include "kiosk/base/result.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace balady::sandbox {

/// PEM files. Keys are readable by their owner only.
struct PkiFiles {
    std::filesystem::path ca;
    std::filesystem::path serverCertificate;
    std::filesystem::path serverKey;
    std::filesystem::path clientCertificate; ///< of the one terminal of the sandbox, "terminal-0001"
    std::filesystem::path clientKey;
    std::filesystem::path caKey; ///< renews the terminal's certificate; a real authority's is in no file
};

inline constexpr std::chrono::hours kUsualLifetime{24 * 3650};

/// The files of `folder`, made if the folder has none: ECDSA P-256, the server for "localhost" and 127.0.0.1
/// (RFC 5280, RFC 6125); the terminal's certificate began a day ago and ends after `terminalLasts`.
/// Faults: StorageFull if a file cannot be written, Bug if OpenSSL fails.
[[nodiscard]] Result<PkiFiles> developmentPki(const std::filesystem::path& folder,
                                              std::chrono::hours terminalLasts = kUsualLifetime);

/// What is wrong with a certificate that a terminal is given. A terminal must refuse all but None.
enum class Flaw { None, ForeignKey, ForeignSubject, ForeignAuthority, ForServers, Shorter, NotYetValid };

/// The answer to a terminal that asks for its next certificate (RFC 7030, 4.2.2): certs-only CMS in base64. `request` is a
/// PKCS #10 in base64. Faults: Malformed (it is none), Tampered (its signature does not prove that the key is there), Refused
/// (its subject is not that of the certificate `terminal`, by which the connection was made).
[[nodiscard]] Result<std::string> renewedCertificate(const PkiFiles& files, std::string_view request,
                                                     const std::string& terminal, Flaw flaw = Flaw::None);

} // namespace balady::sandbox
