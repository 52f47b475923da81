// SandboxFixture: a whole platform in memory with the real rules, the real catalogue and the demo citizens, and a
// clock that tests set; requests go straight to the router, without sockets.
#pragma once

#include "tests/sandbox/admin_api.h"
#include "tests/sandbox/api.h"
#include "tests/sandbox/faults.h"
#include "tests/sandbox/json_out.h"
#include "tests/sandbox/platform.h"

#include <string>

namespace balady::sandbox {

/// A day that the tests know: Saturday 21 November 2026, 09:00 UTC.
inline constexpr WallTime kTestTime{std::chrono::sys_days{std::chrono::year{2026} / 11 / 21} +
                                    std::chrono::hours{9}};

class SetClock final : public Clock {
  public:
    [[nodiscard]] WallTime now() const override { return time; }
    WallTime time = kTestTime;
};

struct JsonReply {
    int status = 0;
    json::value body;
    Headers headers;
    /// The problem's last path segment, or "".
    [[nodiscard]] std::string problem() const;
    /// A member of the body as text, or "".
    [[nodiscard]] std::string text(std::string_view member) const;
};

class SandboxFixture {
  public:
    SandboxFixture();

    /// As the terminal "terminal-0001".
    JsonReply post(const std::string& path, const json::value& body, const std::string& token = {},
                   const std::string& key = {});
    JsonReply get(const std::string& path, const std::string& token = {},
                  const std::map<std::string, std::string>& query = {});
    JsonReply send(Request request, const std::string& token = {});
    JsonReply admin(const std::string& path, const json::value& body = json::object{});

    /// A token for a demo citizen.
    std::string signIn(const std::string& identity);
    /// The id of a complete attachment.
    std::string upload(const std::string& token, const std::string& documentId);
    /// POST /v1/requests with a fresh key and the service's documents.
    JsonReply submit(const std::string& token, const std::string& service, const json::object& answers,
                     const std::vector<std::string>& documents = {});
    /// The newest text of the outbox, in English.
    std::string lastSms();
    /// Adds a service that the sandbox has never heard of.
    model::Service& addService(model::Service service);

    SetClock world;
    Database database{":memory:"};
    SandboxClock clock{world, database};
    Rules rules;
    ServedCatalogue served;
    LicenceSigner signer{database};
    Platform platform{database, clock, rules, served, signer};
    FaultSwitches faults;
    Router router;
    Router administrator;
};

/// Good answers for a commercial licence of Noura's bookshop.
[[nodiscard]] json::object shopAnswers(const std::string& establishment, const std::string& activity);

// Demo citizens (README.md).
inline constexpr const char* kNoura = "1000000016";
inline constexpr const char* kOmar = "2000000014";
inline constexpr const char* kSalem = "1000000032";
inline constexpr const char* kHuda = "1000000040";
inline constexpr const char* kMajed = "1000000057";
inline constexpr const char* kLatifa = "1000000065";
inline constexpr const char* kFaisal = "1000000024";
inline constexpr const char* kTurki = "1000000073";
inline constexpr const char* kVisitor = "3000000012";

} // namespace balady::sandbox
