// Parse: the text of a data file as JSON, or why it is none.
#pragma once

#include "kiosk/base/result.h"

#include <boost/json/value.hpp>

#include <filesystem>
#include <string_view>

namespace balady::strictjson {

/// RFC 8259, nothing more (no comments, no trailing commas), and no name twice in one object. A fault has `code` and names `document`.
[[nodiscard]] Result<boost::json::value> parse(std::string_view text, FaultCode code,
                                               std::string_view document);

/// The same for a file, named by its file name. A file that cannot be read: NotFound or AccessDenied.
[[nodiscard]] Result<boost::json::value> parseFile(const std::filesystem::path& path, FaultCode code);

} // namespace balady::strictjson
