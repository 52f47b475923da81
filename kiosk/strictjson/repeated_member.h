// RepeatedMember: finds a name that an object has twice, which a parsed value no longer shows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace balady::strictjson {

/// The first name that stands twice in one object of a well-formed text, or nothing. RFC 8259 section 4 leaves the
/// meaning open; Boost.JSON lets the last one win, and so would hide the first from whoever edits the file.
[[nodiscard]] std::optional<std::string> repeatedMember(std::string_view json);

} // namespace balady::strictjson
