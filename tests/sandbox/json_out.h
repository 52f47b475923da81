// JsonOut: values of the shared vocabulary in the contract's JSON.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/model/language.h"
#include "tests/sandbox/http.h"

#include <boost/json.hpp>

#include <string>
#include <string_view>

namespace balady::sandbox {

namespace json = boost::json;

/// {"ar", "en"}; "en" only where there is one.
[[nodiscard]] json::object toJson(const model::LocalizedText& text);
/// RFC 3339 in UTC, to the second.
[[nodiscard]] std::string timestamp(WallTime time);
[[nodiscard]] Response jsonResponse(int status, const json::value& body);

} // namespace balady::sandbox
