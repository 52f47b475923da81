// Recorder: appends every exchange to a file, one JSON line each, for the check against the contract.
#pragma once

#include "tests/sandbox/http.h"

#include <filesystem>
#include <fstream>

namespace balady::sandbox {

/// One line: {method, path, query, requestHeaders, requestBody | requestBodyBase64Url, status, responseHeaders,
/// responseBody | responseBodyBase64Url, fault?}. `fault` says that the reply was spoilt on purpose: "reset",
/// "garbage" or "wrong-shape". Bearer tokens are replaced, in the request and in the reply of signIn.
class Recorder {
  public:
    /// Throws std::ios_base::failure if the file cannot be opened.
    explicit Recorder(const std::filesystem::path& file);
    /// On disk (not necessarily synced) when it returns.
    void record(const Request& request, const Reply& reply);

  private:
    std::ofstream m_file;
};

} // namespace balady::sandbox
