// A look at a technician's badge, and a whole proof, with a card that answers whatever it likes.
#include "drivers/smartcard/badge_check.h"
#include "tests/fuzz/target.h"

namespace {

using namespace balady;
using namespace balady::smartcard;

/// Of a badge whose key is gone: nothing that it signs can be made any more.
constexpr std::string_view kBadge = "-----BEGIN CERTIFICATE-----\n"
                                    "MIIBnDCCAUGgAwIBAgIUBtwzNqEuJKwiXHAR/v9mOL88j3IwCgYIKoZIzj0EAwIw\n"
                                    "HTELMAkGA1UEBhMCVVQxDjAMBgNVBAMMBUJhZGdlMCAXDTI2MTEyMjE0MjAwOFoY\n"
                                    "DzIwODEwODI1MTQyMDA4WjAdMQswCQYDVQQGEwJVVDEOMAwGA1UEAwwFQmFkZ2Uw\n"
                                    "WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASWrt+CQrxPOq/TsArKY9OHrfagGEXY\n"
                                    "MoyNcASg7pOmf71M2wfamQG5FrsE0HaATh9Bc/lSJ2MXIjyqdr0xT+P+o10wWzAd\n"
                                    "BgNVHQ4EFgQUouc5iCIGevFEHZv54txWe0kQnyIwHwYDVR0jBBgwFoAUouc5iCIG\n"
                                    "evFEHZv54txWe0kQnyIwDgYDVR0PAQH/BAQDAgeAMAkGA1UdEwQCMAAwCgYIKoZI\n"
                                    "zj0EAwIDSQAwRgIhAMTJ2lwv/8XsYPWvHjJ5DnXKTyZy9UZKVj09JbWyhsHiAiEA\n"
                                    "3LsbC0LgTZt7XVkONQ8ypH3z2CCdzMaMqEX0jozsUEI=\n"
                                    "-----END CERTIFICATE-----\n";

/// A day on which it is valid.
constexpr WallTime kDay{std::chrono::sys_days{std::chrono::year{2027} / 6 / 1}};

void run(ByteView input) {
    static const auto kTrust = crypto::TrustList::fromPem(kBadge).value();
    fuzz::Portions answers(input);
    const bool proves = (answers.byte() & 1) != 0;
    BadgeCheck check({kTrust, kDay, [](std::size_t size) { return Bytes(size, 7); }},
                     SecretText(proves ? "123456" : ""));
    auto step = check.start();
    while (const auto* transmit = std::get_if<Transmit>(&step)) {
        fuzz::mustHold(transmit->command.size() >= 4 && transmit->command.size() <= 5 + 255 + 1,
                       "a command is an APDU in the short form");
        const bool taken = answers.empty();
        step = check.resume(answers.portion());
        fuzz::mustHold(!taken || !std::holds_alternative<Transmit>(step),
                       "a card that is gone is asked nothing");
    }
    const auto& badge = std::get<Result<model::Badge>>(step);
    if (!badge) {
        fuzz::mustHold(badge.error().code != FaultCode::Bug, "a card's answer is no bug of ours");
        return;
    }
    fuzz::mustHold(badge->state != model::BadgeState::Proven, "without its key no badge is proven");
    fuzz::mustHold(!proves || badge->state != model::BadgeState::Waiting, "a proof is no look");
}

const fuzz::Registration kTarget("badge_answers", run);

} // namespace
