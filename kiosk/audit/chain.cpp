#include "kiosk/audit/chain.h"

#include "kiosk/crypto/crypto.h"

#include <boost/json.hpp>

#include <array>
#include <cstdio>

namespace balady::ports {

std::string_view name(AuditEvent event) {
    switch (event) {
    case AuditEvent::TerminalStarted: return "terminal_started";
    case AuditEvent::SessionBegun: return "session_begun";
    case AuditEvent::SessionEnded: return "session_ended";
    case AuditEvent::RequestAccepted: return "request_accepted";
    case AuditEvent::PaperPrinted: return "paper_printed";
    case AuditEvent::SheetKept: return "sheet_kept";
    case AuditEvent::SheetBound: return "sheet_bound";
    case AuditEvent::SheetRefused: return "sheet_refused";
    case AuditEvent::SheetUnbound: return "sheet_unbound";
    case AuditEvent::CatalogueChanged: return "catalogue_changed";
    case AuditEvent::CertificateRenewed: return "certificate_renewed";
    case AuditEvent::ConditionChanged: return "condition_changed";
    case AuditEvent::BadgeSignedIn: return "badge_signed_in";
    case AuditEvent::BadgeRefused: return "badge_refused";
    case AuditEvent::BadgeLeft: return "badge_left";
    case AuditEvent::RollChanged: return "roll_changed";
    case AuditEvent::TestPrinted: return "test_printed";
    }
    return "";
}

} // namespace balady::ports

namespace balady::audit {
namespace {

namespace json = boost::json;

constexpr std::size_t kLongestLine = 4096;

/// RFC 3339, UTC, with milliseconds.
std::string timeText(WallTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()),
                  static_cast<int>(clock.subseconds().count()));
    return text.data();
}

std::string textOf(const json::object& object, std::string_view key) {
    const auto* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
}

} // namespace

std::string makeLine(const ports::AuditHead& previous, WallTime time, std::string_view event,
                     std::span<const log::Field> fields) {
    json::object detail;
    for (const auto& field : fields)
        detail[field.key] = field.value;
    json::object line{{"sequence", previous.sequence + 1}, {"time", timeText(time)}, {"event", event}};
    line["detail"] = std::move(detail);
    line["previous"] = previous.hash;
    return json::serialize(line);
}

Result<Entry> parseLine(std::string_view line) {
    if (line.size() > kLongestLine)
        return Fault{FaultCode::Malformed, "audit: line too long"};
    boost::system::error_code error;
    const auto value = json::parse(line, error);
    if (error || !value.is_object())
        return Fault{FaultCode::Malformed, "audit: no object"};
    const auto& object = value.as_object();
    const auto* sequence = object.if_contains("sequence");
    Entry entry;
    entry.event = textOf(object, "event");
    entry.previous = textOf(object, "previous");
    if (sequence == nullptr || !sequence->is_int64() || sequence->as_int64() <= 0 || entry.event.empty() ||
        entry.previous.size() != 64)
        return Fault{FaultCode::Malformed, "audit: a member is missing"};
    entry.sequence = static_cast<std::uint64_t>(sequence->as_int64());
    if (const auto* detail = object.if_contains("detail"); detail != nullptr && detail->is_object()) {
        entry.publicKey = textOf(detail->as_object(), "key");
        entry.signature = textOf(detail->as_object(), "signature");
    }
    return entry;
}

ports::AuditHead headAfter(std::uint64_t sequence, std::string_view line) {
    return {sequence, toHex(crypto::sha256(asBytes(line)))};
}

ports::AuditHead emptyHead() {
    return {0, std::string(64, '0')};
}

std::string signedText(const ports::AuditHead& head) {
    return "balady audit " + std::to_string(head.sequence) + " " + head.hash;
}

} // namespace balady::audit
