#include "tests/sandbox/slots.h"

#include "kiosk/model/date.h"

#include <algorithm>
#include <optional>

namespace balady::sandbox {
namespace {

/// Friday and Saturday are the weekend.
bool isWorkingDay(std::chrono::sys_days day) {
    const std::chrono::weekday weekday{day};
    return weekday != std::chrono::Friday && weekday != std::chrono::Saturday;
}

std::string slotCode(model::Date day, std::string_view time) {
    std::string code = model::toIso(day) + "-" + std::string(time);
    code.erase(std::remove(code.begin(), code.begin() + 10, '-'), code.begin() + 10);
    code.erase(std::remove(code.begin(), code.end(), ':'), code.end());
    return code;
}

/// The day in "20261122-0830"; nothing in what is no such code.
std::optional<model::Date> dayOf(std::string_view code) {
    if (code.size() != 13)
        return std::nullopt;
    const std::string text(code);
    return model::parseIsoDate(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2));
}

/// The heading over a day's slots: the weekday and both calendars.
model::LocalizedText dayText(model::Date day) {
    const auto in = [&](model::Language language) {
        return model::weekdayText(day, language) + " - " + model::bothCalendars(day, language);
    };
    return model::text(in(model::Language::Arabic), in(model::Language::English));
}

std::string bookingKey(std::string_view serviceId, std::string_view code) {
    return std::string(serviceId) + "/" + std::string(code);
}

std::vector<std::string> slotCodes(Platform& platform) {
    std::vector<std::string> codes;
    auto day = std::chrono::sys_days{platform.clock.today()};
    for (int found = 0; found < platform.rules.slots.daysAhead;) {
        day += std::chrono::days{1};
        if (!isWorkingDay(day))
            continue;
        ++found;
        for (const auto& time : platform.rules.slots.times)
            codes.push_back(slotCode(model::Date{day}, time));
    }
    return codes;
}

bool isBooked(Platform& platform, std::string_view serviceId, std::string_view code) {
    return Query(platform.database, "SELECT 1 FROM bookings WHERE slot = ?", bookingKey(serviceId, code))
        .next();
}

} // namespace

std::vector<model::Option> freeSlots(Platform& platform, std::string_view serviceId) {
    std::vector<model::Option> options;
    for (const auto& code : slotCodes(platform))
        if (!isBooked(platform, serviceId, code)) {
            model::Option option;
            option.code = code;
            option.label = slotText(code);
            option.group = dayText(*dayOf(code));
            options.push_back(std::move(option));
        }
    return options;
}

bool bookSlot(Platform& platform, std::string_view serviceId, std::string_view code,
              std::string_view submission) {
    const auto codes = slotCodes(platform);
    if (std::find(codes.begin(), codes.end(), code) == codes.end() || isBooked(platform, serviceId, code))
        return false;
    platform.database.run("INSERT INTO bookings(slot, submission) VALUES(?, ?)", bookingKey(serviceId, code),
                          submission);
    return true;
}

model::LocalizedText slotText(std::string_view code) {
    const auto day = dayOf(code);
    if (!day)
        return model::text(code, code);
    const auto time = model::isolated(std::string(code.substr(9, 2)) + ":" + std::string(code.substr(11, 2)));
    const auto in = [&](model::Language language, std::string_view comma) {
        return model::weekdayText(*day, language) + " " + model::gregorianText(*day, language) +
               std::string(comma) + time;
    };
    return model::text(in(model::Language::Arabic, "، "), in(model::Language::English, ", "));
}

} // namespace balady::sandbox
