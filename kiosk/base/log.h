// Log: one structured line an event to standard error (the journal); thread-safe; never personal data.
#pragma once

#include "kiosk/base/fault.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace balady::log {

enum class Level { Debug, Info, Warning, Error };

/// A named value of a log line. Only kinds that cannot be personal convert: literals of our own, whole
/// numbers, fault codes and `Plain`, which the caller vouches for. Identity numbers, names, mobiles and
/// SecretText have no conversion, so logging one does not compile.
struct Plain {
    std::string_view text; ///< an id or a word of ours (service id, device name, state name)
};
struct Field {
    template <std::size_t N>
    Field(std::string_view key, const char (&literal)[N]) : key(key), value(literal) {}
    Field(std::string_view key, Plain plain) : key(key), value(plain.text) {}
    Field(std::string_view key, long long number) : key(key), value(std::to_string(number)) {}
    Field(std::string_view key, int number) : key(key), value(std::to_string(number)) {}
    Field(std::string_view key, std::size_t number) : key(key), value(std::to_string(number)) {}
    Field(std::string_view key, FaultCode code) : key(key), value(name(code)) {}

    std::string_view key;
    std::string value;
};

/// Lines below this level are dropped. Debug in the development profile, Info elsewhere.
void setThreshold(Level level) noexcept;

/// `area` names the folder ("smartcard"), `event` what happened in lower_snake ("reader_gone").
void write(Level level, std::string_view area, std::string_view event,
           std::initializer_list<Field> fields = {});

/// A fault with its severity's level, code and context.
void fault(std::string_view area, std::string_view event, const Fault& fault);

} // namespace balady::log
