// GadgetPrinter: a virtual receipt printer behind the kernel's own printer function: a USB printer as far as the host can
// tell, that is plugged in and out as its control file says; one thread.
#pragma once

#include "tests/kernel/usb_gadget.h"
#include "tests/simulators/receipt_printer/bench_top.h"

#include <poll.h>

#include <array>

namespace balady::kernel {

class GadgetPrinter {
  public:
    /// Plugs it in; returns when the host's printer driver (usblp) has taken it.
    explicit GadgetPrinter(simulators::BenchTop& bench);
    GadgetPrinter(const GadgetPrinter&) = delete;
    GadgetPrinter& operator=(const GadgetPrinter&) = delete;
    ~GadgetPrinter();

    /// What to wait for before serve(). While the host puts the device in order there is nothing to wait for, and
    /// waiting ends after `patience` milliseconds.
    [[nodiscard]] std::array<pollfd, 2> wanted() const;
    [[nodiscard]] int patience() const { return m_pause ? 2 : -1; }
    /// After poll() of wanted(), with its results.
    void serve(const std::array<pollfd, 2>& events);

  private:
    void plugIn();
    void plugOut();
    void receive();
    void answer();

    simulators::BenchTop& m_bench;
    UsbGadget m_gadget;
    int m_file = -1;       ///< the device's end of the pipes, open as long as it is plugged in
    Bytes m_answers;       ///< for the host, which has not fetched what is in the kernel yet
    bool m_pause = false;  ///< the host has not set the interface yet, or sets it again
    int m_portStatus = -1; ///< as the kernel was told it
};

} // namespace balady::kernel
