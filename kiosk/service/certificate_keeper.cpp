#include "kiosk/service/certificate_keeper.h"

#include "kiosk/base/log.h"
#include "kiosk/service/crash_on.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <utility>

namespace balady::service {
namespace {

namespace asio = boost::asio;

long long daysLeft(const ports::TerminalCertificate::Validity& validity, WallTime now) {
    return std::chrono::floor<std::chrono::days>(validity.until - now).count();
}

} // namespace

CertificateKeeper::CertificateKeeper(asio::any_io_executor executor, Devices devices,
                                     ports::TerminalCertificate& certificate, ConditionBoard& board,
                                     certificate::Pace pace)
    : m_executor(std::move(executor)), m_devices(devices), m_certificate(certificate), m_board(board),
      m_pace(pace), m_timer(m_executor) {}

void CertificateKeeper::start() {
    log::write(log::Level::Info, "certificate", "in_use",
               {{"days_left", daysLeft(m_certificate.validity(), m_devices.clock.now())}});
    asio::co_spawn(m_executor, run(), crashOn);
}

bool CertificateKeeper::isDue() const {
    return m_board.isConfirmed(model::DeviceRole::Network) && Steady::now() >= m_notBefore &&
           m_devices.clock.now() >= certificate::renewalFrom(m_certificate.validity(), m_day);
}

void CertificateKeeper::tell() {
    m_board.set(model::DeviceRole::Certificate,
                certificate::troubleOf(m_certificate.validity(), m_devices.clock.now(), m_answerRefused));
}

asio::awaitable<void> CertificateKeeper::run() {
    const auto alive = m_alive;
    while (*alive) {
        if (isDue())
            co_await renew();
        if (!*alive)
            co_return;
        tell();
        auto wait = m_pace.look;
        if (const auto now = Steady::now(); now < m_notBefore)
            wait = std::min(wait, std::chrono::ceil<std::chrono::milliseconds>(m_notBefore - now));
        m_timer.expires_after(wait);
        boost::system::error_code woken;
        co_await m_timer.async_wait(asio::redirect_error(asio::use_awaitable, woken));
    }
}

asio::awaitable<void> CertificateKeeper::renew() {
    const auto alive = m_alive;
    const auto renewed = co_await m_certificate.renew();
    if (!*alive)
        co_return;
    const auto left = daysLeft(m_certificate.validity(), m_devices.clock.now());
    if (renewed) {
        m_failures = 0;
        m_notBefore =
            Steady::now() + m_pace.look; // one that is due again at once is not asked for without end
        m_answerRefused = false;
        log::write(log::Level::Info, "certificate", "renewed", {{"days_left", left}});
        m_devices.record(ports::AuditEvent::CertificateRenewed, {{"days_left", left}});
        co_return;
    }
    // A cut line takes nothing back: what the platform answered last was not what was asked for.
    const auto code = renewed.error().code;
    m_answerRefused = m_answerRefused || code == FaultCode::Tampered || code == FaultCode::Malformed;
    m_notBefore = Steady::now() + certificate::waitAfter(++m_failures, m_pace, chance());
    log::fault("certificate", "not_renewed", renewed.error());
    log::write(log::Level::Warning, "certificate", "goes_on_with_the_old_one", {{"days_left", left}});
}

} // namespace balady::service
