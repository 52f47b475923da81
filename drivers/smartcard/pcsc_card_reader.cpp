#include "drivers/smartcard/pcsc_card_reader.h"

#include "drivers/smartcard/badge_errand.h"
#include "drivers/smartcard/card_thread.h"
#include "drivers/smartcard/chip_reading.h"
#include "drivers/smartcard/reader_monitor.h"

#include <boost/asio/this_coro.hpp>

namespace balady::smartcard {

namespace asio = boost::asio;

PcscCardReader::PcscCardReader(PcscSettings settings)
    : m_settings(std::move(settings)), m_monitor(std::make_unique<ReaderMonitor>(m_settings.readerPrefix)),
      m_cards(std::make_unique<CardThread>()) {}

PcscCardReader::~PcscCardReader() = default;

ports::CardPresence PcscCardReader::presence() const {
    return m_monitor->presence();
}

ports::Task<ports::CardPresence> PcscCardReader::presenceChange(ports::CardPresence known) {
    const auto bell = std::make_shared<Bell>(co_await asio::this_coro::executor);
    m_monitor->tell(bell);
    for (auto now = presence();; now = presence()) {
        if (now != known)
            co_return now;
        if (co_await bell->waitUntil(Bell::kNoDeadline) == Woken::Cancelled)
            co_return Fault{FaultCode::Cancelled, "smartcard: wait for a change"};
    }
}

ports::Task<Done> PcscCardReader::send(std::shared_ptr<CardErrand> errand, std::shared_ptr<Bell> bell) {
    const auto deadline = std::chrono::steady_clock::now() + m_settings.readDeadline;
    if (errand->reader.empty())
        co_return Fault{FaultCode::NoDevice, "smartcard: no reader"};
    if (!m_cards->begin(errand))
        co_return Fault{FaultCode::DeviceBusy, "smartcard: the card is being read"};
    switch (co_await bell->waitUntil(deadline)) {
    case Woken::Rung: break;
    case Woken::TimedOut: errand->abandoned = true; co_return Fault{FaultCode::TimedOut, "smartcard: read"};
    case Woken::Cancelled: errand->abandoned = true; co_return Fault{FaultCode::Cancelled, "smartcard: read"};
    }
    co_return Done{};
}

ports::Task<ports::ChipContents> PcscCardReader::read(ports::AccessKey key) {
    const auto bell = std::make_shared<Bell>(co_await asio::this_coro::executor);
    ReadingTerms terms;
    terms.trust = m_settings.trust;
    terms.withPortrait = m_settings.withPortrait;
    const auto reading = ChipReading::make(std::move(key), std::move(terms), m_monitor->reader(), bell);
    std::shared_ptr<CardErrand> errand = reading; // named: see kiosk/ports/task.h
    if (const auto done = co_await send(std::move(errand), bell); !done)
        co_return done.error();
    auto& result = *reading->result;
    if (!result)
        co_return result.error().within("smartcard");
    co_return std::move(result);
}

ports::Task<model::Badge> PcscCardReader::look() {
    return checkBadge({});
}

ports::Task<model::Badge> PcscCardReader::prove(SecretText pin) {
    return checkBadge(std::move(pin));
}

ports::Task<model::Badge> PcscCardReader::checkBadge(SecretText pin) {
    if (m_settings.badgeTrust.size() == 0)
        co_return model::Badge{};
    const auto bell = std::make_shared<Bell>(co_await asio::this_coro::executor);
    BadgeTerms terms;
    terms.trust = m_settings.badgeTrust;
    if (m_settings.withdrawnBadges)
        terms.withdrawn = m_settings.withdrawnBadges();
    terms.wantsListOfToday = m_settings.wantsListOfToday;
    const auto check = BadgeErrand::make(std::move(terms), std::move(pin), m_monitor->reader(), bell);
    std::shared_ptr<CardErrand> errand = check; // named: see kiosk/ports/task.h
    if (const auto done = co_await send(std::move(errand), bell); !done)
        co_return done.error();
    const auto& result = *check->result;
    if (!result)
        co_return result.error().within("smartcard");
    co_return result;
}

} // namespace balady::smartcard
