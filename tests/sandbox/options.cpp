#include "tests/sandbox/options.h"

#include <charconv>
#include <string_view>

namespace balady::sandbox {
namespace {

Fault wrong(std::string_view what) {
    return {FaultCode::InvalidSettings, std::string(what)};
}

std::optional<std::uint16_t> parseNumber(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(port) : std::nullopt;
}

} // namespace

Result<Options> parseOptions(std::span<char* const> arguments) {
    Options options;
    bool phonePortSaid = false;
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        const std::string_view name = arguments[i];
        if (i + 1 == arguments.size())
            return wrong(std::string(name) + ": a value is missing");
        const std::string_view value = arguments[i + 1];
        if (name == "--state") {
            options.state = value;
        } else if (name == "--catalogue") {
            options.catalogue = value;
        } else if (name == "--record") {
            options.record = value;
        } else if (name == "--port" || name == "--admin-port" || name == "--phone-port") {
            const auto port = parseNumber(value);
            if (!port)
                return wrong(std::string(name) + ": not a port");
            (name == "--port"         ? options.port
             : name == "--admin-port" ? options.adminPort
                                      : options.phonePort) = *port;
            phonePortSaid = phonePortSaid || name == "--phone-port";
        } else if (name == "--terminal-hours") {
            const auto hours = parseNumber(value);
            if (!hours || *hours == 0)
                return wrong("--terminal-hours: not a number of hours");
            options.terminalLasts = std::chrono::hours{*hours};
        } else {
            return wrong("unknown option " + std::string(name));
        }
    }
    if (options.state.empty() || options.catalogue.empty())
        return wrong("--state and --catalogue are needed");
    if (options.port == 0 && !phonePortSaid) // several sandboxes beside each other
        options.phonePort = 0;
    return options;
}

} // namespace balady::sandbox
