// ScanDesk: a hand scanner's driver at work, and somebody who waits for what it reads; one thread.
#pragma once

#include "drivers/scanner/hand_scanner.h"
#include "tests/kernel/wait_until.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <optional>
#include <stdexcept>
#include <string>

namespace balady::kernel {

class ScanDesk {
  public:
    explicit ScanDesk(scanner::ScannerDevice device)
        : m_scanner(m_context.get_executor(), std::move(device), scanner::Frame{}) {}

    /// From now on a scan is waited for; it is what next() gives. Before, the driver throws scans away.
    void wait() {
        m_scan.reset();
        boost::asio::co_spawn(m_context, m_scanner.nextScan(),
                              [this](const std::exception_ptr&, Result<std::string> scan) {
                                  m_scan = scan ? *scan : "(no scan)";
                              });
        m_context.poll();
    }
    /// Lets the driver do what there is to do, without waiting.
    void work() { m_context.poll(); }
    /// The first scan since wait().
    std::string next() {
        run("a scan has arrived", [this] { return m_scan.has_value(); });
        return *m_scan;
    }
    [[nodiscard]] bool nothingScanned() const { return !m_scan; }
    /// Lets the driver work until something is so.
    template <class Condition>
    void run(const std::string& what, const Condition& isSo) {
        waitUntil(what, [&] {
            m_context.poll();
            return isSo();
        });
    }

  private:
    boost::asio::io_context m_context;
    scanner::HandScanner m_scanner;
    std::optional<std::string> m_scan;
};

} // namespace balady::kernel
