// Clock: where "now" comes from, so that tests and the sandbox can choose it; thread-safe.
#pragma once

#include <chrono>

namespace balady {

/// A moment in the world, UTC, to the millisecond.
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

class Clock {
  public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual WallTime now() const = 0;
    /// Whether somebody who knows the time keeps it right (NTP, RFC 5905); nothing else says that it is right.
    [[nodiscard]] virtual bool isSynchronised() const { return true; }
};

/// The operating system's clock.
class SystemClock final : public Clock {
  public:
    [[nodiscard]] WallTime now() const override {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
    /// As the kernel was told by whatever time service there is (adjtimex(2), STA_UNSYNC): after some hours without its
    /// server, too.
    [[nodiscard]] bool isSynchronised() const override;
};

/// The Kingdom's local time: Asia/Riyadh, UTC+3 all the year (no daylight saving), as a local date-time.
[[nodiscard]] inline std::chrono::local_time<std::chrono::milliseconds> inRiyadh(WallTime t) {
    return std::chrono::local_time<std::chrono::milliseconds>{t.time_since_epoch() + std::chrono::hours{3}};
}

} // namespace balady
