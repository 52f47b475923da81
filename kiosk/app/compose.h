// Compose: the only place that names concrete adapters: settings in, a running core and its screen out.
#pragma once

#include "kiosk/base/result.h"
#include "kiosk/settings/settings.h"

#include <functional>
#include <memory>

class QQuickWindow;

namespace balady::app {

/// A whole terminal: the core thread with its adapters, and the window with the screen. GUI thread.
class Kiosk {
  public:
    struct Options {
        bool fullscreen = false; ///< else a window in the panel's proportions, scaled to fit the screen
        bool gallery = false;    ///< the design system's gallery instead of the journeys
        /// Called on the GUI thread if the core cannot start: a fault of the store, of the backend's certificates or
        /// of the bundled catalogue. A device that is not there is no fault: it is a condition.
        std::function<void(const Fault&)> broken = [](const Fault&) {};
    };

    /// Shows the first page. The core thread starts when that has been painted, and takes up what was touched
    /// meanwhile. Fault: Bug, if there is no page.
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
