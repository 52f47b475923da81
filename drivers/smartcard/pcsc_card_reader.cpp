#include "drivers/smartcard/pcsc_card_reader.h"

#include "drivers/smartcard/reader_monitor.h"
#include "drivers/smartcard/reading_thread.h"

#include <boost/asio/this_coro.hpp>

namespace balady::smartcard {

namespace asio = boost::asio;

PcscCardReader::PcscCardReader(PcscSettings settings)
    : m_settings(std::move(settings)), m_monitor(std::make_unique<ReaderMonitor>(m_settings.readerPrefix)),
      m_readings(std::make_unique<ReadingThread>(m_settings.trust, m_settings.withPortrait)) {}

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

ports::Task<ports::ChipContents> PcscCardReader::read(ports::AccessKey key) {
    const auto deadline = std::chrono::steady_clock::now() + m_settings.readDeadline;
    const auto bell = std::make_shared<Bell>(co_await asio::this_coro::executor);
    const auto reading = ChipReading::make(std::move(key), m_monitor->reader(), bell);
    if (reading->reader.empty())
        co_return Fault{FaultCode::NoDevice, "smartcard: no reader"};
    if (!m_readings->begin(reading))
        co_return Fault{FaultCode::DeviceBusy, "smartcard: an earlier reading has not ended"};
    switch (co_await bell->waitUntil(deadline)) {
    case Woken::Rung: break;
    case Woken::TimedOut: reading->abandoned = true; co_return Fault{FaultCode::TimedOut, "smartcard: read"};
    case Woken::Cancelled:
        reading->abandoned = true;
        co_return Fault{FaultCode::Cancelled, "smartcard: read"};
    }
    auto& result = *reading->result;
    if (!result)
        co_return result.error().within("smartcard");
    co_return std::move(result);
}

} // namespace balady::smartcard
