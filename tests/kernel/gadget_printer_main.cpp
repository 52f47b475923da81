// balady-gadget-receipt-printer-simulator: runs a command while an ESC/POS printer is plugged into this kernel's own USB
// port. As root, in the guest, with dummy_hcd, libcomposite, usb_f_printer and usblp loaded.
#include "tests/kernel/gadget_printer.h"

#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>

namespace {

constexpr const char* kUsage =
    "balady-gadget-receipt-printer-simulator --control FILE --out DIR -- COMMAND...\n"
    "  --control FILE  as balady-receipt-printer-simulator; unplug pulls the plug, ok puts it back\n"
    "  --out DIR       receipt-NNNN.bin, receipt-NNNN.png and state.json go there\n"
    "Ends with the exit code of COMMAND.\n";

/// The end of a child can then be waited for as a descriptor.
int childEnds() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGCHLD);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    return ::signalfd(-1, &signals, SFD_CLOEXEC);
}

pid_t start(char** command) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        sigset_t none;
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, nullptr);
        ::execv(command[0], command);
        ::_exit(127);
    }
    return child;
}

int run(const std::string& control, const std::string& output, char** command) {
    const int ended = childEnds();
    balady::simulators::BenchTop bench{576, control, output};
    balady::kernel::GadgetPrinter printer{bench};
    const pid_t child = start(command);
    for (;;) {
        auto events = printer.wanted();
        pollfd all[] = {{ended, POLLIN, 0}, events[0], events[1]};
        if (::poll(all, std::size(all), printer.patience()) < 0 && errno != EINTR)
            return 1;
        if (all[0].revents != 0) {
            int status = 0;
            ::waitpid(child, &status, 0);
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        }
        printer.serve({all[1], all[2]});
    }
}

} // namespace

int main(int argc, char** argv) {
    std::string control;
    std::string output;
    int command = 1;
    for (; command + 1 < argc && std::string(argv[command]) != "--"; command += 2)
        (std::string(argv[command]) == "--control" ? control : output) = argv[command + 1];
    if (++command >= argc || control.empty() || output.empty()) {
        std::fputs(kUsage, stderr);
        return 2;
    }
    try {
        return run(control, output, argv + command);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "printer: %s\n", error.what());
        return 1;
    }
}
