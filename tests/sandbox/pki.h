// Pki: the sandbox's own certificate authority, made on the first start; for development only.
#pragma once

#include "kiosk/base/result.h"

#include <filesystem>

namespace balady::sandbox {

/// PEM files. Keys are readable by their owner only.
struct PkiFiles {
    std::filesystem::path ca;
    std::filesystem::path serverCertificate;
    std::filesystem::path serverKey;
    std::filesystem::path clientCertificate; ///< of the one terminal of the sandbox, "terminal-0001"
    std::filesystem::path clientKey;
};

/// The files of `folder`, made if the folder has none: ECDSA P-256, the server for "localhost" and 127.0.0.1
/// (RFC 5280, RFC 6125). The authority's own key is not kept: nothing else can ever be signed with it.
/// Faults: StorageFull if a file cannot be written, Bug if OpenSSL fails.
[[nodiscard]] Result<PkiFiles> developmentPki(const std::filesystem::path& folder);

} // namespace balady::sandbox
