#include "drivers/receipt_printer/receipt_printer.h"
#include "tests/contract/receipt_printer/printer_bench.h"
#include "tests/support/temp_folder.h"

#include <boost/json.hpp>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <stdexcept>

namespace balady::tests {

struct PrinterBench::Wire {
    TempFolder folder;
    pid_t simulator = -1;
    std::uint16_t port = 0;
};

PrinterBench::PrinterBench() : m_wire(std::make_unique<Wire>()) {
    m_control = m_wire->folder / "control";
    m_output = m_wire->folder / "out";
    const auto control = m_control.string();
    const auto output = m_output.string();
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    m_wire->simulator = ::fork();
    if (m_wire->simulator == 0) {
        // A test that crashes must not leave its simulator behind.
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        ::dup2(pipe[1], STDOUT_FILENO);
        ::execl(BALADY_RECEIPT_PRINTER_SIMULATOR, BALADY_RECEIPT_PRINTER_SIMULATOR, "--port", "0",
                "--control", control.c_str(), "--out", output.c_str(), nullptr);
        ::_exit(127);
    }
    ::close(pipe[1]);
    if (m_wire->simulator < 0)
        throw std::runtime_error("no simulator");
    auto* ready = ::fdopen(pipe[0], "r");
    char line[128] = {};
    const bool told = std::fgets(line, sizeof line, ready) != nullptr;
    std::fclose(ready);
    if (!told)
        throw std::runtime_error("the simulator is not ready");
    m_wire->port = boost::json::parse(line).at("port").to_number<std::uint16_t>();
}

PrinterBench::~PrinterBench() {
    ::kill(m_wire->simulator, SIGTERM);
    ::waitpid(m_wire->simulator, nullptr, 0);
}

std::unique_ptr<ports::ReceiptPrinter> PrinterBench::adapter(escpos::Profile profile) const {
    return receipt_printer::makeNetworkReceiptPrinter(profile, {"127.0.0.1", m_wire->port});
}

} // namespace balady::tests
