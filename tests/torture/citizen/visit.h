// Visit: a citizen without eyes or fingers, who sees what the session is and does the obvious; one thread.
#pragma once

#include "kiosk/service/session_runner.h"

#include <map>
#include <string>
#include <vector>

namespace balady::torture {

/// What this citizen came for.
struct Errand {
    std::string service;
    std::string identity;                       ///< typed where the service asks who they are
    std::map<std::string, std::string> answers; ///< by field; what is missing is the first choice
    int patience = 20; ///< how often "try again" is touched, in all, before they go on without, or leave
};

/// What the terminal said to this citizen, as far as it is a promise. JSON lines of main.cpp.
struct Claim {
    std::string what;   ///< "accepted", "unknown", "not-sent"; "paper": the receipt is out
    std::string number; ///< of the request, or the terminal's own reference
    std::string key;    ///< idempotency key
    friend bool operator==(const Claim&, const Claim&) = default;
};

class Visit {
  public:
    explicit Visit(Errand errand) : m_errand(std::move(errand)) {}

    /// Where the session stands, in words that stay the same while it does ("Journey.Submit.Asking").
    [[nodiscard]] static std::string place(const service::Snapshot& snapshot);
    /// What the screen promises now, if anything.
    [[nodiscard]] static std::vector<Claim> claims(const service::Snapshot& snapshot);
    /// What the citizen does there; called once when the place is new, and again when nothing comes for a while.
    [[nodiscard]] std::vector<flow::Event> act(const service::Snapshot& snapshot);
    /// The citizen has been served, or has given up.
    [[nodiscard]] bool over() const { return m_over; }

  private:
    [[nodiscard]] std::vector<flow::Event> onStage(const flow::Journey& journey);
    [[nodiscard]] std::vector<flow::Event> fillIn(const flow::Journey& journey,
                                                  const flow::form::State& form);
    [[nodiscard]] std::vector<flow::Event> again();
    /// Whether the citizen still reads what is wrong; they touch when they look the second time.
    [[nodiscard]] bool reads();

    Errand m_errand;
    int m_tries = 0;
    bool m_reading = false;
    bool m_begun = false;
    bool m_over = false;
};

} // namespace balady::torture
