#include "kiosk/view/minute_timer.h"

#include <doctest/doctest.h>

#include <QCoreApplication>
#include <QEventLoop>

using namespace balady;
using namespace std::chrono_literals;

namespace {

/// Shows 120 ms before a minute when it is made, and runs from there.
class AlmostTheMinute final : public Clock {
  public:
    [[nodiscard]] WallTime now() const override {
        const auto since = std::chrono::steady_clock::now() - m_made;
        return WallTime{59'880ms} + std::chrono::floor<std::chrono::milliseconds>(since);
    }

  private:
    std::chrono::steady_clock::time_point m_made = std::chrono::steady_clock::now();
};

} // namespace

TEST_CASE("clock_spins_until_the_minute_turns") {
    int argc = 1;
    char name[] = "test";
    char* argv[] = {name, nullptr};
    QCoreApplication application(argc, argv);
    const AlmostTheMinute clock;
    view::MinuteTimer timer(clock);
    QEventLoop loop;
    int turns = 0;
    QObject::connect(&timer, &view::MinuteTimer::turned, &loop, [&] {
        ++turns;
        if (clock.now() >= WallTime{1min})
            loop.quit();
    });
    loop.exec();
    CHECK(turns == 1);
}
