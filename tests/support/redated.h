// Redated: the server's certificate of an authority for another time, as a clock that is wrong sees it.
#pragma once

#include "tests/sandbox/pki.h"

#include <chrono>
#include <filesystem>

namespace balady::tests {

/// Writes the certificate of `files`, valid from `from` until `until` from now, signed anew, to `to`. Throws
/// std::runtime_error where OpenSSL fails.
void writeRedated(const sandbox::PkiFiles& files, std::chrono::hours from, std::chrono::hours until,
                  const std::filesystem::path& to);

} // namespace balady::tests
