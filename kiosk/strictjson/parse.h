// Parse: the text of a data file as JSON, or why it is none.
#pragma once

#include "kiosk/base/result.h"

#include <boost/json/value.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace balady::strictjson {

/// RFC 8259, nothing more (no comments, no trailing commas), and no name twice in one object. A fault has `code` and names `document`.
[[nodiscard]] Result<boost::json::value> parse(std::string_view text, FaultCode code,
                                               std::string_view document);

/// The bytes of a file, named in faults by its file name: NotFound or AccessDenied.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path);

/// parse() for a file, with the faults of readFile().
[[nodiscard]] Result<boost::json::value> parseFile(const std::filesystem::path& path, FaultCode code);

} // namespace balady::strictjson
