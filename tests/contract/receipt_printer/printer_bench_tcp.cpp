#include "drivers/receipt_printer/receipt_printer.h"
#include "tests/contract/receipt_printer/printer_bench.h"
#include "tests/support/child_process.h"
#include "tests/support/temp_folder.h"

#include <boost/json.hpp>

namespace balady::tests {

struct PrinterBench::Wire {
    TempFolder folder;
    ChildProcess simulator{{BALADY_RECEIPT_PRINTER_SIMULATOR, "--port", "0", "--control",
                            (folder / "control").string(), "--out", (folder / "out").string()}};
    std::uint16_t port =
        boost::json::parse(simulator.line(std::chrono::seconds{10})).at("port").to_number<std::uint16_t>();
};

PrinterBench::PrinterBench()
    : m_wire(std::make_unique<Wire>()), m_control(m_wire->folder / "control"),
      m_output(m_wire->folder / "out") {}

PrinterBench::~PrinterBench() = default;

std::unique_ptr<ports::ReceiptPrinter> PrinterBench::adapter(escpos::Profile profile) const {
    return receipt_printer::makeNetworkReceiptPrinter(profile, {"127.0.0.1", m_wire->port});
}

} // namespace balady::tests
