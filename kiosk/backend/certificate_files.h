// CertificateFiles: where the terminal's certificate and its successor lie, and which of the two is in use; blocks.
// Private to this folder.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/base/result.h"
#include "kiosk/crypto/signed_data.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace balady::backend {

/// PEM files. The key is never written: one that is sealed for the terminal cannot be, and so certificate and key never
/// disagree, wherever the power goes (ADR 0022).
struct CertificateFiles {
    std::filesystem::path issued;    ///< by people, named in the settings; never written
    std::filesystem::path key;       ///< of both
    std::filesystem::path authority; ///< the only one whose certificates are taken
    std::filesystem::path successor; ///< of `issued`; empty: certificates are not renewed
};

/// The certificate to use: the successor where it is good and lasts longer, else the issued one. A successor that is not
/// good (torn, of another key, foreign) stays where it is, is told to the log and used by nobody. What the issued one
/// is worth shows with the connection. InvalidSettings if a file that must be there cannot be read.
[[nodiscard]] Result<std::string> certificateInUse(const CertificateFiles& files);

/// The text of a file that must be there.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& file, std::string_view what);

} // namespace balady::backend
