// What only a real kernel shows of a USB printer: its own driver has the printer first, and gets it back.
#include "tests/contract/receipt_printer/printer_bench.h"
#include "tests/kernel/wait_until.h"
#include "tests/support/run_task.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

using namespace balady;
using kernel::waitUntil;

namespace {

constexpr const char* kUsblpNode = "/dev/usb/lp0";

bool usblpHasIt() {
    return ::access(kUsblpNode, F_OK) == 0;
}

model::DeviceState state(ports::ReceiptPrinter& printer) {
    return tests::runTask(printer.status()).value().device;
}

} // namespace

TEST_CASE("usblp_keeps_the_printer") {
    tests::PrinterBench bench;
    waitUntil("usblp has the printer", usblpHasIt);
    {
        const auto printer = bench.adapter();
        CHECK(state(*printer) == model::DeviceState::Online);
        CHECK_FALSE(usblpHasIt());
    }
    waitUntil("usblp has the printer again", usblpHasIt);
}

TEST_CASE("program_that_holds_usblp_keeps_the_printer") {
    tests::PrinterBench bench;
    waitUntil("usblp has the printer", usblpHasIt);
    const int spooler = ::open(kUsblpNode, O_RDWR | O_CLOEXEC); // as CUPS does while it prints
    REQUIRE(spooler >= 0);
    {
        const auto printer = bench.adapter();
        CHECK(state(*printer) == model::DeviceState::Online);
    }
    ::close(spooler);
}
