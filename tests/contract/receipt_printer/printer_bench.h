// PrinterBench: a simulated receipt printer on the far end of a real channel, as the contract tests see it.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/ports/printers.h"
#include "printing/escpos/commands.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace balady::tests {

/// state.json of the simulator.
struct BenchState {
    int obeyed = 0;
    int papers = 0;
    int uncutRows = 0;
    int pulses = 0;
    std::size_t received = 0;
    std::vector<std::string> errors;
};

/// Each wire has its own: printer_bench_tcp.cpp and printer_bench_serial.cpp start a simulator, printer_bench_usb.cpp runs inside one.
class PrinterBench {
  public:
    /// A printer that is well and remembers nothing.
    PrinterBench();
    PrinterBench(const PrinterBench&) = delete;
    PrinterBench& operator=(const PrinterBench&) = delete;
    ~PrinterBench();

    /// The adapter under test, connected to the simulator.
    [[nodiscard]] std::unique_ptr<ports::ReceiptPrinter> adapter(escpos::Profile profile = {}) const;
    /// A word of the control file; returns when the simulator has obeyed it.
    void tell(const std::string& command) const;
    [[nodiscard]] BenchState state() const;
    /// The state, once it fits; fails the test after ten seconds.
    BenchState waitFor(const std::function<bool(const BenchState&)>& fits) const;
    /// Bytes of the newest paper, as received.
    [[nodiscard]] Bytes newestPaper() const;

  private:
    struct Wire;
    std::unique_ptr<Wire> m_wire;
    std::filesystem::path m_control;
    std::filesystem::path m_output;
};

} // namespace balady::tests
