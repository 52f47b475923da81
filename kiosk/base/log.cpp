#include "kiosk/base/log.h"

#include <atomic>
#include <cstdio>
#include <string>

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

void emit(Level level, std::string_view area, std::string_view event, std::string_view rest) {
    std::string line{"level="};
    line += word(level);
    append(line, "area", area);
    append(line, "event", event);
    line += rest;
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
    std::string rest;
    for (const auto& field : fields)
        append(rest, field.key, field.value);
    emit(level, area, event, std::move(rest));
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
    std::string rest;
    append(rest, "code", name(fault.code));
    append(rest, "context", fault.context);
    emit(level, area, event, std::move(rest));
}

} // namespace balady::log
