// Url: takes a request target apart (RFC 3986).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace balady::sandbox {

/// Path and query of "/v1/options/slots?serviceId=x", percent-decoded. A broken escape stays as it is.
[[nodiscard]] std::pair<std::string, std::map<std::string, std::string>> splitTarget(std::string_view target);

} // namespace balady::sandbox
