// Options: the command line of balady-sandbox.
#pragma once

#include "kiosk/base/result.h"
#include "tests/sandbox/pki.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

namespace balady::sandbox {

struct Options {
    std::filesystem::path state;
    std::filesystem::path catalogue;
    std::optional<std::filesystem::path> record;
    std::uint16_t port = 8443;
    std::uint16_t adminPort = 8480;
    std::uint16_t phonePort = 8444;
    std::chrono::hours terminalLasts = kUsualLifetime;
};

inline constexpr const char* kUsage =
    "usage: balady-sandbox --state DIR --catalogue DIR [--port N] [--admin-port N] [--phone-port N] "
    "[--record FILE]\n"
    "       [--terminal-hours N]\n"
    "  --state DIR       certificates and database; made on the first start\n"
    "  --catalogue DIR   services/*.json and lists/*.json (config/catalogue)\n"
    "  --port N          HTTPS for terminals, 127.0.0.1 only (8443; 0 takes a free one)\n"
    "  --admin-port N    administration page, 127.0.0.1 only (8480; 0 takes a free one)\n"
    "  --phone-port N    HTTPS for citizens' telephones, 127.0.0.1 only (8444, or a free one with --port 0; "
    "0 takes a free one)\n"
    "  --record FILE     append every exchange as one JSON line\n"
    "  --terminal-hours N  until the terminal's first certificate ends (ten years)\n";

/// InvalidSettings, with what is wrong, for anything that is not above.
[[nodiscard]] Result<Options> parseOptions(std::span<char* const> arguments);

} // namespace balady::sandbox
