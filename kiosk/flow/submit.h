// Submit: pictures up, the request sent once, or kept at the terminal where there is no network and the service allows it;
// an answer that never came is reconciled, never sent twice blindly.
#pragma once

#include "kiosk/flow/stage.h"

#include <string>
#include <variant>
#include <vector>

namespace balady::flow::submit {

struct Uploading {
    std::size_t index = 0;
    std::vector<std::string> attachmentIds;
};
struct Sending {
    std::vector<std::string> attachmentIds;
    int asked = 0; ///< how often the backend was asked about an earlier sending with the same key
};
/// The effect of the sending is unknown: the backend is asked what became of the key. Where it has never seen the key,
/// the request is sent again with it: the first one may still be on its way, so that "not sent" would be a guess.
struct Asking {
    int attempt = 0;
    std::vector<std::string> attachmentIds;
};
/// Nothing of it can have reached the platform; it is being written to the terminal's disk.
struct Keeping {};
/// Nothing was accepted, certainly. `gate` is a service that can be started instead.
struct Stuck {
    std::string problem;
    model::LocalizedText sentence;
    std::string gate;
    bool mayRetry = false;
    std::size_t uploaded = 0;
    std::vector<std::string> attachmentIds;
};
using State = std::variant<Uploading, Sending, Asking, Keeping, Stuck>;

/// How often the backend is asked about a lost answer before the citizen is told the honest "not known yet".
inline constexpr int kReconcileAttempts = 4;

Move enter(State& state, Desk& desk);
Move step(State& state, const Event& event, Desk& desk);

} // namespace balady::flow::submit
