// CertificateKeeper: has the terminal's certificate renewed before it ends, and says when that does not succeed; core thread.
#pragma once

#include "kiosk/service/certificate_plan.h"
#include "kiosk/service/condition_board.h"
#include "kiosk/service/devices.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <memory>
#include <random>

namespace balady::service {

class CertificateKeeper {
  public:
    CertificateKeeper(boost::asio::any_io_executor executor, Devices devices,
                      ports::TerminalCertificate& certificate, ConditionBoard& board, certificate::Pace pace);
    ~CertificateKeeper() {
        *m_alive = false;
        m_timer.cancel();
    }
    CertificateKeeper(const CertificateKeeper&) = delete;
    CertificateKeeper& operator=(const CertificateKeeper&) = delete;

    /// It is asked for only while the platform answers: a clock under which its certificate holds can be believed.
    void start();
    /// The network may be back.
    void wake() { m_timer.cancel(); }

  private:
    using Steady = std::chrono::steady_clock;

    boost::asio::awaitable<void> run();
    boost::asio::awaitable<void> renew();
    void tell();
    [[nodiscard]] bool isDue() const;
    [[nodiscard]] double chance() { return std::uniform_real_distribution<>{}(m_random); }

    boost::asio::any_io_executor m_executor;
    Devices m_devices;
    ports::TerminalCertificate& m_certificate;
    ConditionBoard& m_board;
    const certificate::Pace m_pace;
    boost::asio::steady_timer m_timer;
    std::mt19937 m_random{std::random_device{}()};
    double m_day = chance();      ///< of this start: when among the days that are good
    int m_failures = 0;           ///< in a row
    bool m_answerRefused = false; ///< the last answer was not what was asked for
    Steady::time_point m_notBefore{};
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace balady::service
