#include "drivers/receipt_printer/receipt_printer.h"
#include "tests/contract/receipt_printer/printer_bench.h"

#include <cstdlib>
#include <stdexcept>

namespace balady::tests {
namespace {

std::filesystem::path fromEnvironment(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr)
        throw std::runtime_error("to be run by balady-usb-receipt-printer-simulator");
    return value;
}

} // namespace

// The wire is the world that this process was born into.
struct PrinterBench::Wire {};

PrinterBench::PrinterBench()
    : m_control(fromEnvironment("BALADY_PRINTER_CONTROL")), m_output(fromEnvironment("BALADY_PRINTER_OUT")) {
    tell("reset");
}

PrinterBench::~PrinterBench() = default;

std::unique_ptr<ports::ReceiptPrinter> PrinterBench::adapter(escpos::Profile profile) const {
    return receipt_printer::makeUsbReceiptPrinter(profile, {0x04b8, 0x0202, "J3YF000001"});
}

} // namespace balady::tests
