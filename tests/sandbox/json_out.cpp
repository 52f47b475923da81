#include "tests/sandbox/json_out.h"

#include "kiosk/model/date.h"

#include <cstdio>

namespace balady::sandbox {

json::object toJson(const model::LocalizedText& text) {
    json::object object{{"ar", text.byLanguage[0]}};
    if (!text.byLanguage[1].empty())
        object["en"] = text.byLanguage[1];
    return object;
}

std::string timestamp(WallTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(time - day)};
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ", static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return model::toIso(model::Date{day}) + text.data();
}

Response jsonResponse(int status, const json::value& body) {
    return {status, {{"content-type", "application/json"}}, json::serialize(body)};
}

} // namespace balady::sandbox
