#include "tests/kernel/gadget_printer.h"

#include "tests/kernel/wait_until.h"

#include <fcntl.h>
#include <linux/usb/g_printer.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace balady::kernel {
namespace {

constexpr const char* kDeviceEnd = "/dev/g_printer0";
/// usblp's node, there while usblp has the printer.
constexpr const char* kHostEnd = "/dev/usb/lp0";
/// More than the kernel keeps for us (ten pieces of 8 KiB): a piece that was read in part would be used after it was freed
/// if the printer is unplugged then, by Linux 6.1.
constexpr std::size_t kMoreThanAll = 128 * 1024;

} // namespace

GadgetPrinter::GadgetPrinter(simulators::BenchTop& bench)
    : m_bench(bench), m_gadget(0, {0x04b8, 0x0202, "EPSON", "TM-T88V", "J3YF000001"}) {
    m_gadget.addFunction("printer", {{"pnp_string", "MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;CLS:PRINTER;"}});
    plugIn();
    waitUntil("usblp has taken the printer", [] { return ::access(kHostEnd, F_OK) == 0; });
}

GadgetPrinter::~GadgetPrinter() {
    if (m_file >= 0)
        ::close(m_file);
}

void GadgetPrinter::plugIn() {
    m_gadget.plugIn();
    waitUntil("the printer's end can be opened",
              [&] { return (m_file = ::open(kDeviceEnd, O_RDWR | O_NONBLOCK | O_CLOEXEC)) >= 0; });
    m_portStatus = -1;
}

// Closed first: Linux 6.1 does not survive the other order.
void GadgetPrinter::plugOut() {
    ::close(std::exchange(m_file, -1));
    m_gadget.plugOut();
    m_answers.clear();
}

std::array<pollfd, 2> GadgetPrinter::wanted() const {
    const auto pipes = static_cast<short>(m_answers.empty() ? POLLIN : POLLIN | POLLOUT);
    return {{{m_bench.controlEvents(), POLLIN, 0}, {m_pause ? -1 : m_file, pipes, 0}}};
}

void GadgetPrinter::serve(const std::array<pollfd, 2>& events) {
    auto& printer = m_bench.printer();
    if (events[0].revents != 0)
        m_bench.readControl();
    if (m_file >= 0) {
        m_pause = false;
        receive();
        answer();
        if (const int status = printer.portStatus(); std::exchange(m_portStatus, status) != status)
            ::ioctl(m_file, GADGET_SET_PRINTER_STATUS, status);
    }
    if (!printer.powered() && m_gadget.pluggedIn())
        plugOut();
    if (printer.trouble() == simulators::Trouble::Restart)
        printer.set(simulators::Trouble::None);
    if (printer.powered() && !m_gadget.pluggedIn())
        plugIn();
    m_bench.saveState();
}

void GadgetPrinter::receive() {
    Bytes buffer(kMoreThanAll);
    for (;;) {
        const auto count = ::read(m_file, buffer.data(), buffer.size());
        if (count > 0)
            m_bench.printer().receive(ByteView(buffer).first(static_cast<std::size_t>(count)));
        else if (count == 0 || errno != EINTR) {
            m_pause = m_pause || (count < 0 && errno != EAGAIN);
            break;
        }
        if (!m_bench.printer().powered())
            break; // what comes after the plug was pulled comes to nobody
    }
    const auto more = m_bench.printer().takeAnswers();
    m_answers.insert(m_answers.end(), more.begin(), more.end());
}

void GadgetPrinter::answer() {
    if (m_answers.empty())
        return;
    const auto count = ::write(m_file, m_answers.data(), m_answers.size());
    if (count > 0)
        m_answers.erase(m_answers.begin(), m_answers.begin() + count);
    else
        m_pause = m_pause || (errno != EAGAIN && errno != EINTR);
}

} // namespace balady::kernel
