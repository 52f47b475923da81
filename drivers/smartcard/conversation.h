// Conversation: drives a protocol that performs no I/O over a channel, to the protocol's end.
#pragma once

#include "drivers/smartcard/card_channel.h"
#include "kiosk/base/secret.h"

#include <atomic>
#include <utility>
#include <variant>

namespace balady::smartcard {

/// Bytes for the chip; resume() wants its answer.
struct Transmit {
    SecretBytes command;
};

/// `protocol` has start() and resume(answer), both of which give a Transmit or a Result. Cancelled once `abandoned` is
/// set. Answers are wiped.
template <class Protocol>
auto converse(CardChannel& channel, Protocol& protocol, const std::atomic<bool>& abandoned) {
    auto step = protocol.start();
    using Outcome = std::variant_alternative_t<1, decltype(step)>;
    while (auto* transmit = std::get_if<Transmit>(&step)) {
        if (abandoned)
            return Outcome(Fault{FaultCode::Cancelled, "nobody waits for the card any more"});
        auto answer = channel.transmit(transmit->command);
        if (!answer)
            return Outcome(answer.error());
        step = protocol.resume(*answer);
        wipe(answer->data(), answer->size());
    }
    return std::get<Outcome>(std::move(step));
}

} // namespace balady::smartcard
