// balady-usb-receipt-printer-simulator: runs a command in a world where an ESC/POS printer is plugged into USB.
// The command's real libusb talks to it through umockdev; no kernel USB and no privileges are needed.
#include "tests/simulators/receipt_printer/usb_plug.h"

#include <glib-unix.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using namespace balady::simulators;

constexpr const char* kUsage =
    "balady-usb-receipt-printer-simulator [--control FILE] [--out DIR] -- COMMAND...\n"
    "  --control FILE  as balady-receipt-printer-simulator; unplug pulls the plug, ok puts it back\n"
    "  --out DIR       receipt-NNNN.bin, receipt-NNNN.png and state.json go there\n"
    "Ends with the exit code of COMMAND.\n";

constexpr const char* kPreload = "libumockdev-preload.so.0";

struct Program {
    UsbPlug& plug;
    GMainLoop* loop;
    int exitCode = 1;
};

gboolean onControl(gint, GIOCondition, gpointer program) {
    auto& self = *static_cast<Program*>(program);
    self.plug.readControl();
    return G_SOURCE_CONTINUE;
}

void onEnd(GPid, gint status, gpointer program) {
    auto& self = *static_cast<Program*>(program);
    self.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    g_main_loop_quit(self.loop);
}

} // namespace

#ifdef __SANITIZE_THREAD__
/// The bed of simulated devices serves on a thread of GLib's, behind locks and counts that the sanitizer does not see. What it is to
/// find is in the driver, which is another program.
extern "C" const char* __tsan_default_options() {
    return "report_bugs=0";
}
#endif

int main(int argc, char** argv) {
    std::string control;
    std::string output;
    int command = 1;
    for (; command + 1 < argc && std::string(argv[command]) != "--"; command += 2)
        (std::string(argv[command]) == "--control" ? control : output) = argv[command + 1];
    if (++command >= argc) {
        std::fputs(kUsage, stderr);
        return 2;
    }
    // The testbed works only in a process that has its library preloaded, and hands that on to the command.
    const char* preload = std::getenv("LD_PRELOAD");
    if (preload == nullptr || std::string_view(preload).find("umockdev") == std::string_view::npos) {
        ::setenv("LD_PRELOAD",
                 (preload != nullptr ? std::string(preload) + ":" + kPreload : kPreload).c_str(), 1);
        ::execv("/proc/self/exe", argv);
        return 1;
    }

    auto* testbed = umockdev_testbed_new();
    BenchTop bench{576, control, output};
    UsbPlug plug{testbed, bench};
    Program program{plug, g_main_loop_new(nullptr, FALSE)};
    if (bench.controlEvents() >= 0)
        g_unix_fd_add(bench.controlEvents(), G_IO_IN, &onControl, &program);

    GPid child = 0;
    GError* error = nullptr;
    if (!g_spawn_async(nullptr, argv + command, nullptr,
                       static_cast<GSpawnFlags>(G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD |
                                                G_SPAWN_CHILD_INHERITS_STDIN),
                       nullptr, nullptr, &child, &error)) {
        std::fprintf(stderr, "%s\n", error->message);
        return 1;
    }
    g_child_watch_add(child, &onEnd, &program);
    g_main_loop_run(program.loop);
    g_main_loop_unref(program.loop);
    return program.exitCode;
}
