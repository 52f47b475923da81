#include "drivers/receipt_printer/receipt_printer.h"
#include "tests/contract/receipt_printer/printer_bench.h"
#include "tests/support/child_process.h"
#include "tests/support/temp_folder.h"

namespace balady::tests {

struct PrinterBench::Wire {
    TempFolder folder;
    std::filesystem::path line = folder / "line";
    ChildProcess simulator{{BALADY_RECEIPT_PRINTER_SIMULATOR, "--serial", line.string(), "--control",
                            (folder / "control").string(), "--out", (folder / "out").string()}};
    std::string ready = simulator.line(std::chrono::seconds{10});
};

PrinterBench::PrinterBench()
    : m_wire(std::make_unique<Wire>()), m_control(m_wire->folder / "control"),
      m_output(m_wire->folder / "out") {}

PrinterBench::~PrinterBench() = default;

std::unique_ptr<ports::ReceiptPrinter> PrinterBench::adapter(escpos::Profile profile) const {
    return receipt_printer::makeSerialReceiptPrinter(profile,
                                                     {m_wire->line, 115'200, serial::FlowControl::RtsCts});
}

} // namespace balady::tests
