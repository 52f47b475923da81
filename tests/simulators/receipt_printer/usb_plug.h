// UsbPlug: a virtual printer as a USB device of an umockdev testbed: usbdevfs requests in, answers out, plugged in
// and out while the program under test runs. GLib's main loop, one thread.
#pragma once

#include "tests/simulators/receipt_printer/bench_top.h"

#include <umockdev.h>

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>

namespace balady::simulators {

class UsbPlug {
  public:
    /// The testbed must outlive the plug.
    UsbPlug(UMockdevTestbed* testbed, BenchTop& bench);
    UsbPlug(const UsbPlug&) = delete;
    UsbPlug& operator=(const UsbPlug&) = delete;
    ~UsbPlug();

    /// Call when BenchTop::controlEvents() is readable.
    void readControl();

  private:
    /// One USB request block of the host: libusb's own memory, seen through umockdev.
    struct Request {
        UMockdevIoctlData* block = nullptr;
        UMockdevIoctlData* buffer = nullptr;
        std::uint8_t type = 0;
        std::uint8_t endpoint = 0;
        int length = 0; ///< of the buffer
    };

    static gboolean onIoctl(UMockdevIoctlBase*, UMockdevIoctlClient* client, gpointer self);
    static gboolean onIdle(gpointer self);

    void plugIn();
    void plugOut();
    /// Brings the answers that wait to the host, and has the plug pulled or put back as the printer's state wants it.
    void refresh();
    [[nodiscard]] bool dead() const;
    bool serve(UMockdevIoctlClient* client);
    bool submit(UMockdevIoctlData* argument);
    void control(const Request& request);
    void complete(const Request& request, int status, int actualLength);
    void deliver();

    UMockdevTestbed* m_testbed;
    UMockdevIoctlBase* m_handler = nullptr;

    std::mutex m_mutex; ///< guards all that follows; never held while the testbed is called
    BenchTop& m_bench;
    bool m_plugged = false;
    guint m_idle = 0;
    std::deque<std::uint8_t> m_answers;
    std::deque<Request> m_reads;     ///< bulk IN requests that wait for an answer
    std::deque<Request> m_completed; ///< to be reaped
};

} // namespace balady::simulators
