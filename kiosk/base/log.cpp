#include "kiosk/base/log.h"

#include "kiosk/base/journal_socket.h"

#include <array>
#include <atomic>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

namespace balady::log {
namespace {

std::atomic<Level> threshold{Level::Info};

std::string_view word(Level level) {
    switch (level) {
    case Level::Debug: return "debug";
    case Level::Info: return "info";
    case Level::Warning: return "warning";
    case Level::Error: return "error";
    }
    return "error";
}

// logfmt: a value with a space, a quote or a control character is quoted, so that a line stays one line.
void append(std::string& line, std::string_view key, std::string_view value) {
    line += ' ';
    line += key;
    line += '=';
    bool quote = value.empty();
    for (unsigned char c : value)
        quote = quote || c <= ' ' || c == '"' || c == '=' || c == 0x7f;
    if (!quote) {
        line += value;
        return;
    }
    line += '"';
    for (char c : value) {
        if (c == '"' || c == '\\')
            line += '\\';
        line += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
    line += '"';
}

/// syslog(3); the journal colours and filters by it.
std::string_view priority(Level level) {
    switch (level) {
    case Level::Debug: return "7";
    case Level::Info: return "6";
    case Level::Warning: return "4";
    case Level::Error: return "3";
    }
    return "3";
}

/// BALADY_CODE of "code".
std::string journalKey(std::string_view key) {
    std::string out{"BALADY_"};
    for (char c : key)
        out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return out;
}

/// The line, and each of its parts for itself.
bool toJournal(const JournalSocket& journal, Level level, std::string_view area, std::string_view event,
               std::span<const Field> fields, std::string_view line) {
    std::vector<std::string> keys; // must stay where they are
    keys.reserve(fields.size());
    std::vector<JournalField> entry{{"MESSAGE", line},
                                    {"PRIORITY", priority(level)},
                                    {"SYSLOG_IDENTIFIER", "balady-kiosk"},
                                    {"BALADY_AREA", area},
                                    {"BALADY_EVENT", event}};
    for (const auto& field : fields)
        entry.push_back({keys.emplace_back(journalKey(field.key)), field.value});
    return journal.send(entry);
}

void emit(Level level, std::string_view area, std::string_view event, std::span<const Field> fields) {
    std::string line{"level="};
    line += word(level);
    append(line, "area", area);
    append(line, "event", event);
    for (const auto& field : fields)
        append(line, field.key, field.value);
    if (journalHearsStandardError()) {
        static const JournalSocket journal("/run/systemd/journal/socket");
        if (toJournal(journal, level, area, event, fields, line))
            return;
    }
    line += '\n';
    std::fwrite(line.data(), 1, line.size(), stderr); // one call: lines of two threads do not mix
}

} // namespace

void setThreshold(Level level) noexcept {
    threshold = level;
}

void write(Level level, std::string_view area, std::string_view event, std::initializer_list<Field> fields) {
    if (level < threshold.load())
        return;
    emit(level, area, event, std::span(fields.begin(), fields.size()));
}

void fault(std::string_view area, std::string_view event, const Fault& fault) {
    const Level level = [&] {
        switch (severity(fault.code)) {
        case Severity::Expected: return Level::Info;
        case Severity::Degraded: return Level::Warning;
        case Severity::Broken: return Level::Error;
        }
        return Level::Error;
    }();
    if (level < threshold.load())
        return;
    emit(level, area, event, std::array{Field{"code", fault.code}, Field{"context", Plain{fault.context}}});
}

} // namespace balady::log
