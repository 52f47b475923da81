// SandboxClock: the world's time plus what the administrator has put it forward by; survives a restart.
#pragma once

#include "kiosk/base/clock.h"
#include "kiosk/model/date.h"
#include "tests/sandbox/database.h"

namespace balady::sandbox {

class SandboxClock final : public Clock {
  public:
    /// `world` and `database` must outlive it.
    SandboxClock(const Clock& world, Database& database);
    [[nodiscard]] WallTime now() const override { return m_world.now() + m_ahead; }
    /// The day in the Kingdom.
    [[nodiscard]] model::Date today() const;
    /// Only forward, as time does.
    void advance(std::chrono::hours by);
    [[nodiscard]] std::chrono::hours ahead() const { return m_ahead; }

  private:
    const Clock& m_world;
    Database& m_database;
    std::chrono::hours m_ahead{0};
};

/// The Kingdom's day at a moment.
[[nodiscard]] model::Date riyadhDay(WallTime time);
[[nodiscard]] inline std::int64_t milliseconds(WallTime time) {
    return time.time_since_epoch().count();
}
[[nodiscard]] inline WallTime wallTime(std::int64_t milliseconds) {
    return WallTime{std::chrono::milliseconds{milliseconds}};
}

} // namespace balady::sandbox
