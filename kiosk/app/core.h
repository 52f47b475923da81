// Core: the thread on which journeys are walked and devices are worked, with all that belongs to it.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/service/session_runner.h"
#include "kiosk/settings/settings.h"

#include <memory>

namespace balady::app {

/// Lives in a library of its own, balady-core.so, because what it needs (OpenSSL, CUPS, SQLite, libusb, …) is
/// a third of what the dynamic linker would have to load before the first page (ADR 0011).
class Core {
  public:
    using Listeners = service::SessionRunner::Listeners;

    Core() = default;
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;
    /// Ends the session, stops the thread and waits for the adapters.
    virtual ~Core() = default;

    /// Hands an event to the core thread without waiting; any thread.
    virtual void post(flow::Event event) = 0;
};

/// Loads the library, which then stays, opens the store, reads the catalogue and starts the thread; returns when the
/// core takes events. Blocks; any thread. The listeners are called on the core thread. Faults: NotFound (no library),
/// those of the store, of the backend's certificates and of the bundled catalogue. A device that is not there is no
/// fault: it is a condition.
[[nodiscard]] Result<std::unique_ptr<Core>>
loadCore(const settings::Settings& settings, const flow::Terminal& terminal, Core::Listeners listeners);

/// What the library offers for that, under a name without a mangled type.
using MakeCore = Result<std::unique_ptr<Core>>(const settings::Settings& settings,
                                               const flow::Terminal& terminal, Core::Listeners listeners);
inline constexpr const char* kMakeCore = "baladyMakeCore";

} // namespace balady::app
