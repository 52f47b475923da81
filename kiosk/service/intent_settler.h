// IntentSettler: asks the platform, in quiet moments, what became of requests whose answer never came; core thread.
#pragma once

#include "kiosk/service/devices.h"

#include <chrono>
#include <functional>
#include <string>

namespace balady::service {

class IntentSettler {
  public:
    /// `inUse` says whether a citizen's session still works with a key: such a key is left to it.
    IntentSettler(Devices devices, std::function<bool(const std::string&)> inUse)
        : m_devices(devices), m_inUse(std::move(inUse)) {}

    /// How long a request may lie in the buffers of a network after its terminal has given up the connection, with room to
    /// spare: until then "never seen" may be too early.
    static constexpr std::chrono::minutes kOnItsWay{10};

    /// One round over all unsettled intents. One that the platform has never seen stays open for as long as it may be on
    /// its way. A platform that does not answer ends the round; the next one goes on. The
    /// citizen learns of the result by the platform's text message, not from here.
    ports::Task<Done> settleAll();

  private:
    ports::Task<Done> settle(const ports::Intent& intent);

    Devices m_devices;
    std::function<bool(const std::string&)> m_inUse;
};

} // namespace balady::service
