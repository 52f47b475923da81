// Compose: the only place that names concrete adapters: settings in, a running core and its screen out.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/settings/settings.h"

#include <memory>

class QQuickWindow;

namespace balady::app {

/// A whole terminal: the core thread with its adapters, and the window with the screen. GUI thread.
class Kiosk {
  public:
    struct Options {
        bool fullscreen = false; ///< else a window in the panel's proportions, scaled to fit the screen
        bool gallery = false;    ///< the design system's gallery instead of the journeys
    };

    /// Opens the store, starts the core thread and shows the first page. Faults: those of the store, the backend's
    /// certificates and the bundled catalogue. A device that is not there is no fault: it is a condition.
    [[nodiscard]] static Result<std::unique_ptr<Kiosk>> start(const settings::Settings& settings,
                                                              Options options);
    /// Ends the session, stops the core thread and waits for the adapters.
    ~Kiosk();

    /// The one window of the terminal; it stays when citizens come and go.
    [[nodiscard]] QQuickWindow* window() const;

  private:
    class Parts;
    explicit Kiosk(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace balady::app
