#include "kiosk/service/look_up_keeper.h"

#include "kiosk/base/log.h"
#include "kiosk/service/crash_on.h"

#include <boost/asio/co_spawn.hpp>

#include <charconv>
#include <optional>
#include <string>

namespace balady::service {
namespace {

constexpr const char* kDocument =
    "look-ups"; // milliseconds since 1970, UTC, at which nothing is counted any more

using std::chrono::milliseconds;
using Steady = flow::LookUpLimit::Moment;

Steady now() {
    return std::chrono::steady_clock::now();
}

std::optional<WallTime> momentIn(std::string_view text) {
    constexpr long long kYear2100 = 4'102'444'800'000; // beyond it one could not be subtracted from any other
    long long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0 || value > kYear2100)
        return std::nullopt;
    return WallTime{milliseconds{value}};
}

} // namespace

LookUpKeeper::LookUpKeeper(boost::asio::any_io_executor executor, ports::DocumentCache& cache,
                           const Clock& clock)
    : m_executor(std::move(executor)), m_cache(cache), m_clock(clock) {}

ports::Task<Done> LookUpKeeper::takeUp() {
    const auto kept = co_await m_cache.load(kDocument);
    if (!kept && kept.error().code == FaultCode::NotFound)
        co_return Done{};
    if (!kept)
        co_return kept.error().within("look-ups");
    const auto free = momentIn(kept->body);
    if (!free)
        co_return Fault{FaultCode::StorageCorrupt, "look-ups: no moment"};
    m_limit.goOnFrom(now() + (*free - m_clock.now()), now());
    co_return Done{};
}

std::chrono::seconds LookUpKeeper::wait() const {
    return m_limit.wait(now());
}

void LookUpKeeper::began(flow::Claim claim) {
    m_limit.began(claim, now());
    keep();
}

void LookUpKeeper::failed() {
    m_limit.failed();
    keep();
}

void LookUpKeeper::confirmed() {
    m_limit.confirmed();
    keep();
}

/// Nobody waits for it: it is on the disk long before the platform has answered.
void LookUpKeeper::keep() {
    const auto free = m_clock.now() + std::chrono::ceil<milliseconds>(m_limit.free() - now());
    ports::DocumentCache::Document document{std::to_string(free.time_since_epoch().count()), ""};
    boost::asio::co_spawn(m_executor, m_cache.save(kDocument, std::move(document)),
                          [](std::exception_ptr error, const Result<Done>& saved) {
                              crashOn(error);
                              if (!saved)
                                  log::fault("session", "look_ups_not_kept", saved.error());
                          });
}

} // namespace balady::service
