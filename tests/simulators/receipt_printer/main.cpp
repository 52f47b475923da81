// balady-receipt-printer-simulator: an ESC/POS receipt printer with a network plug (port 9100, loopback only) or a serial one.
#include "tests/simulators/receipt_printer/bench_top.h"
#include "tests/simulators/receipt_printer/plug.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using namespace balady;
using namespace balady::simulators;

constexpr const char* kUsage =
    "balady-receipt-printer-simulator [--port N | --serial LINK] [--width DOTS] [--control FILE] [--out "
    "DIR]\n"
    "  --port N        TCP port on 127.0.0.1 (9100); 0 takes a free one\n"
    "  --serial LINK   a serial line instead: a link to a pseudo-terminal\n"
    "  --width DOTS    576 (80 mm paper) or 384 (58 mm)\n"
    "  --control FILE  read when it changes: ok, reset, paper-low, paper-out, cover-open, jam, error, "
    "broken, hot,\n"
    "                  fed-by-button, offline, silent, garbage, unplug, restart, or <one of them>-after "
    "BYTES;\n"
    "                  dies-after BYTES resets the connection\n"
    "  --out DIR       receipt-NNNN.bin, receipt-NNNN.png and state.json go there\n";

struct Options {
    std::uint16_t port = 9100;
    std::string serial;
    int width = 576;
    std::string control;
    std::string output;
};

bool parse(int argc, char** argv, Options& options) {
    for (int i = 1; i < argc; i += 2) {
        const std::string name = argv[i];
        if (i + 1 == argc)
            return false;
        const std::string value = argv[i + 1];
        if (name == "--port")
            options.port = static_cast<std::uint16_t>(std::atoi(value.c_str()));
        else if (name == "--serial")
            options.serial = value;
        else if (name == "--width")
            options.width = std::atoi(value.c_str());
        else if (name == "--control")
            options.control = value;
        else if (name == "--out")
            options.output = value;
        else
            return false;
    }
    return options.width == 576 || options.width == 384;
}

int run(const Options& options) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    const int stop = ::signalfd(-1, &signals, SFD_CLOEXEC);

    BenchTop bench{options.width, options.control, options.output};
    auto port = options.port;
    const auto plug = options.serial.empty() ? makeTcpPlug(port) : makeSerialPlug(options.serial);
    if (!plug)
        return 1;
    if (options.serial.empty())
        std::printf("{\"ready\":true,\"port\":%d}\n", port);
    else
        std::printf("{\"ready\":true}\n");
    std::fflush(stdout);

    while (true) {
        pollfd events[] = {{stop, POLLIN, 0}, {bench.controlEvents(), POLLIN, 0}, plug->wanted()};
        if (::poll(events, 3, -1) < 0 && errno != EINTR)
            return 1;
        if (events[0].revents != 0)
            return 0;
        if (events[1].revents != 0)
            bench.readControl();
        if (events[2].revents != 0)
            plug->serve(bench.printer());
        plug->answer(bench.printer().takeAnswers());
        plug->live(bench.printer().powered());
        if (bench.printer().trouble() == Trouble::Restart) {
            bench.printer().set(Trouble::None);
            plug->live(true);
        }
        bench.saveState();
    }
}

} // namespace

int main(int argc, char** argv) {
    Options options;
    if (!parse(argc, argv, options)) {
        std::fputs(kUsage, stderr);
        return 2;
    }
    return run(options);
}
