// RevocationFile: the lists of withdrawn badges as they are in their file now; private to kiosk/app.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/crypto/revocation_list.h"

#include <filesystem>

namespace balady::app {

/// A list is for days or weeks and a terminal runs for months: whoever keeps the file replaces it meanwhile. One thread.
class RevocationFile {
  public:
    /// InvalidSettings if the file cannot be read, or nobody of `issuers` signed what is in it: a lost badge may be on the true one.
    /// One that is old is taken, and the log says so.
    [[nodiscard]] static Result<RevocationFile> open(std::filesystem::path file, crypto::TrustList issuers);

    /// Reads the file, and gives its lists. While it cannot be read or believed, which the log says when it begins and when it ends,
    /// those that were read last; they become old by themselves. A file of a few kilobytes takes well under a millisecond.
    [[nodiscard]] crypto::RevocationList now();

  private:
    RevocationFile(std::filesystem::path file, crypto::TrustList issuers);

    std::filesystem::path m_file;
    crypto::TrustList m_issuers;
    crypto::RevocationList m_lists;
    bool m_isUsable = true;
};

} // namespace balady::app
