// ReaderMonitor: follows one PC/SC reader and what lies in it, through unplugging and service restarts; own
// thread.
#pragma once

#include "drivers/smartcard/bell.h"
#include "drivers/smartcard/pcsc_context.h"
#include "kiosk/ports/card_reader.h"

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace balady::smartcard {

class ReaderMonitor {
  public:
    /// Follows the first reader whose name begins with `namePrefix`; the very first if that is empty.
    explicit ReaderMonitor(std::string namePrefix);
    /// Ends its thread; never waits for a card.
    ~ReaderMonitor();

    /// Any thread.
    [[nodiscard]] ports::CardPresence presence() const;
    /// Any thread: the name of the reader that is followed, empty while there is none.
    [[nodiscard]] std::string reader() const;
    /// Any thread: `bell` rings at every change of presence() from now on, as long as somebody owns it.
    void tell(const std::shared_ptr<Bell>& bell);

  private:
    void run();
    [[nodiscard]] Result<Done> watch(SCARDCONTEXT context);
    void publish(ports::CardPresence presence, const std::string& reader);
    void pause();
    [[nodiscard]] bool stopping() const;

    const std::string m_namePrefix;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed; ///< m_stopping or m_ended
    ports::CardPresence m_presence = ports::CardPresence::NoReader;
    std::string m_reader;
    std::vector<std::weak_ptr<Bell>> m_bells;
    std::atomic<SCARDCONTEXT> m_context = 0; ///< what SCardCancel needs, 0 while there is none
    bool m_stopping = false;
    bool m_ended = false;
    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace balady::smartcard
