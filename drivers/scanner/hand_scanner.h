// HandScanner: ports::CodeScanner over a scanner that is a serial line or a keyboard.
#pragma once

#include "drivers/scanner/scan_framing.h"
#include "drivers/scanner/scanner_device.h"
#include "kiosk/ports/code_scanner.h"

#include <boost/asio/any_io_executor.hpp>

#include <memory>

namespace balady::scanner {

/// Keeps the device open for its whole life, so that scans at the wrong time go nowhere else and are not found later;
/// looks for it once a second while it is unplugged. Made, used and destroyed on the executor's one thread.
class HandScanner final : public ports::CodeScanner {
  public:
    HandScanner(boost::asio::any_io_executor executor, ScannerDevice device, Frame frame);
    ~HandScanner() override;
    HandScanner(const HandScanner&) = delete;
    HandScanner& operator=(const HandScanner&) = delete;

    ports::Task<std::string> nextScan() override;
    ports::Task<std::vector<std::string>> nextScans() override;

  private:
    struct Line;
    /// The line outlives the scanner if the wait does.
    static ports::Task<std::string> wait(std::shared_ptr<Line> line, bool gathering);

    std::shared_ptr<Line> m_line; ///< shared with the coroutine that reads
};

} // namespace balady::scanner
