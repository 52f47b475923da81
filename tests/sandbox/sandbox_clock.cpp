#include "tests/sandbox/sandbox_clock.h"

#include "tests/sandbox/settings.h"

namespace balady::sandbox {
namespace {
constexpr std::string_view kSetting = "clock-ahead-hours";
}

SandboxClock::SandboxClock(const Clock& world, Database& database)
    : m_world(world), m_database(database), m_ahead(readSetting(database, kSetting)) {}

model::Date SandboxClock::today() const {
    return riyadhDay(now());
}

void SandboxClock::advance(std::chrono::hours by) {
    m_ahead += by;
    writeSetting(m_database, kSetting, m_ahead.count());
}

model::Date riyadhDay(WallTime time) {
    return model::Date{std::chrono::floor<std::chrono::days>(inRiyadh(time))};
}

} // namespace balady::sandbox
