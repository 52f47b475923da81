// LookUpKeeper: the limit of look-ups, kept over restarts, so that pulling the plug gives nobody another ten numbers; core
// thread.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/flow/look_up_limit.h"
#include "kiosk/ports/journal.h"

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <memory>

namespace balady::service {

/// As flow::LookUpLimit says; every change is put on the disk. A clock that was set back keeps more of it, never more than a
/// full limit's time; what cannot be read or written is told to the log and limits nobody.
class LookUpKeeper {
  public:
    LookUpKeeper(boost::asio::any_io_executor executor, ports::DocumentCache& cache, const Clock& clock);

    /// Goes on from what was kept; once, before anything is asked.
    ports::Task<Done> takeUp();
    [[nodiscard]] std::chrono::seconds wait() const;
    void began(flow::Claim claim);
    void failed();
    void confirmed();

  private:
    void keep();

    boost::asio::any_io_executor m_executor;
    ports::DocumentCache& m_cache;
    const Clock& m_clock;
    flow::LookUpLimit m_limit;
};

} // namespace balady::service
