#include "tests/simulators/receipt_printer/usb_plug.h"

#include <linux/usbdevice_fs.h>
#include <sys/ioctl.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <utility>

namespace balady::simulators {
namespace {

constexpr const char* kNode = "/dev/bus/usb/001/002";
constexpr const char* kSysfs = "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-2";
constexpr const char* kStrings[] = {"EPSON", "TM-T88V", "J3YF000001"};
constexpr const char* kDeviceId = "MFG:EPSON;CMD:ESC/POS;MDL:TM-T88V;CLS:PRINTER;";

// USB 2.0 chapter 9: device 04b8:0202 at full speed; one interface of the printer class, bidirectional, bulk OUT 1 and
// bulk IN 2.
const Bytes kDeviceDescriptor{18, 1, 0x00, 0x02, 0, 0, 0, 64, 0xb8, 0x04, 0x02, 0x02, 0x00, 0x01, 1, 2, 3, 1};
const Bytes kConfiguration{9, 2, 32, 0, 1, 1, 0,  0xc0, 1, 9, 4, 0,    0, 2,  7, 1,
                           2, 0, 7,  5, 1, 2, 64, 0,    0, 7, 5, 0x82, 2, 64, 0, 0};

// The ioctl numbers are unsigned int constants wider than what umockdev hands over.
constexpr guint32 number(unsigned long request) {
    return static_cast<guint32>(request);
}

Bytes contents(UMockdevIoctlData* data) {
    guint8* raw = nullptr;
    gint length = 0;
    umockdev_ioctl_data_retrieve(data, &raw, &length);
    Bytes bytes(raw, raw + length);
    g_free(raw);
    return bytes;
}

void put(UMockdevIoctlData* data, std::size_t offset, const void* bytes, std::size_t length) {
    Bytes copy(length);
    std::memcpy(copy.data(), bytes, length);
    umockdev_ioctl_data_update(data, static_cast<gulong>(offset), copy.data(), static_cast<gint>(length));
}

Bytes stringDescriptor(std::uint8_t index) {
    if (index == 0)
        return {4, 3, 0x09, 0x04};
    if (index > std::size(kStrings))
        return {};
    const std::string_view text = kStrings[index - 1];
    Bytes bytes{static_cast<std::uint8_t>(2 + 2 * text.size()), 3};
    for (const char c : text) {
        bytes.push_back(static_cast<std::uint8_t>(c));
        bytes.push_back(0);
    }
    return bytes;
}

} // namespace

UsbPlug::UsbPlug(UMockdevTestbed* testbed, BenchTop& bench)
    : m_testbed(testbed), m_bench(bench), m_plugged(true) {
    plugIn();
}

UsbPlug::~UsbPlug() {
    if (m_idle != 0)
        g_source_remove(m_idle);
}

void UsbPlug::plugIn() {
    auto descriptors = kDeviceDescriptor;
    descriptors.insert(descriptors.end(), kConfiguration.begin(), kConfiguration.end());
    auto hex = toHex(descriptors);
    for (auto& c : hex)
        c = static_cast<char>(g_ascii_toupper(c));
    const auto device =
        std::string("P: ") + (kSysfs + std::strlen("/sys")) + "\nN: bus/usb/001/002=" + hex +
        "\nE: DEVTYPE=usb_device\nE: SUBSYSTEM=usb\nE: DRIVER=usb\nE: PRODUCT=4b8/202/100\n"
        "E: BUSNUM=001\nE: DEVNUM=002\nE: DEVNAME=/dev/bus/usb/001/002\nE: MAJOR=189\nE: MINOR=1\n"
        "A: busnum=1\\n\nA: devnum=2\\n\nA: idVendor=04b8\\n\nA: idProduct=0202\\n\nA: speed=12\\n\n"
        "A: bConfigurationValue=1\\n\nA: manufacturer=EPSON\\n\nA: product=TM-T88V\\n\n"
        "A: serial=J3YF000001\\n\nH: descriptors=" +
        hex + "\n\n";
    GError* error = nullptr;
    if (!umockdev_testbed_add_from_string(m_testbed, device.c_str(), &error))
        g_error("%s", error->message);
    m_handler = umockdev_ioctl_base_new();
    g_signal_connect(m_handler, "handle-ioctl", G_CALLBACK(&UsbPlug::onIoctl), this);
    if (!umockdev_testbed_attach_ioctl(m_testbed, kNode, m_handler, &error))
        g_error("%s", error->message);
}

void UsbPlug::plugOut() {
    // Detached first: attaching again to a node that was only removed fails.
    umockdev_testbed_detach_ioctl(m_testbed, kNode, nullptr);
    umockdev_testbed_uevent(m_testbed, kSysfs, "remove");
    umockdev_testbed_remove_device(m_testbed, kSysfs);
    g_clear_object(&m_handler);
}

void UsbPlug::readControl() {
    const std::lock_guard lock(m_mutex);
    m_bench.readControl();
    refresh();
}

bool UsbPlug::dead() const {
    return !m_bench.printer().powered();
}

void UsbPlug::refresh() {
    const bool alive = !dead();
    if (alive && m_plugged)
        deliver();
    // As the kernel does, requests that are under way fail and are reaped before the device is gone: a host that
    // waits for one would wait for ever if its device only vanished.
    for (; !alive && !m_reads.empty(); m_reads.pop_front())
        complete(m_reads.front(), -ESHUTDOWN, 0);
    const bool underWay = !m_completed.empty();
    // Later, on the main loop: the testbed waits for its requests to end, and this may be one of them.
    if (alive != m_plugged && m_idle == 0 && (alive || !underWay))
        m_idle = g_idle_add(&UsbPlug::onIdle, this);
    if (alive == m_plugged)
        m_bench.saveState();
}

gboolean UsbPlug::onIdle(gpointer self) {
    auto& plug = *static_cast<UsbPlug*>(self);
    std::unique_lock lock(plug.m_mutex);
    plug.m_plugged = !plug.m_plugged;
    const bool plugged = plug.m_plugged;
    plug.m_answers.clear();
    plug.m_reads.clear();
    plug.m_completed.clear();
    if (!plugged && plug.m_bench.printer().trouble() == Trouble::Restart)
        plug.m_bench.printer().set(Trouble::None);
    lock.unlock();
    if (plugged) {
        plug.plugIn();
        umockdev_testbed_uevent(plug.m_testbed, kSysfs, "add");
    } else {
        plug.plugOut();
    }
    lock.lock();
    plug.m_idle = 0;
    plug.refresh();
    return G_SOURCE_REMOVE;
}

gboolean UsbPlug::onIoctl(UMockdevIoctlBase*, UMockdevIoctlClient* client, gpointer self) {
    auto& plug = *static_cast<UsbPlug*>(self);
    const std::lock_guard lock(plug.m_mutex);
    const bool served = plug.serve(client);
    plug.refresh();
    return served ? TRUE : FALSE;
}

bool UsbPlug::serve(UMockdevIoctlClient* client) {
    const auto finish = [&](long result, int error) {
        umockdev_ioctl_client_complete(client, result, error);
        return true;
    };
    const auto request = number(umockdev_ioctl_client_get_request(client));
    const bool reaping = request == number(USBDEVFS_REAPURB) || request == number(USBDEVFS_REAPURBNDELAY);
    if (dead() && (!reaping || m_completed.empty()))
        return finish(-1, ENODEV);

    auto* argument = umockdev_ioctl_client_get_arg(client);
    switch (request) {
    case number(USBDEVFS_GET_CAPABILITIES): {
        auto* data = umockdev_ioctl_data_resolve(argument, 0, sizeof(guint32), nullptr);
        const guint32 capabilities = USBDEVFS_CAP_BULK_CONTINUATION;
        put(data, 0, &capabilities, sizeof capabilities);
        return finish(0, 0);
    }
    case number(USBDEVFS_CLAIMINTERFACE):
    case number(USBDEVFS_RELEASEINTERFACE):
    case number(USBDEVFS_CLEAR_HALT):
    case number(USBDEVFS_RESET):
    case number(USBDEVFS_SETINTERFACE): return finish(0, 0);
    case number(USBDEVFS_GETDRIVER):
    case number(USBDEVFS_IOCTL):
        return finish(-1, ENODATA); // no kernel driver holds it, so there is none to detach
    case number(USBDEVFS_DISCARDURB):
        // libusb's synchronous calls have one read open at a time.
        if (m_reads.empty())
            return finish(-1, EINVAL);
        complete(m_reads.front(), -ENOENT, 0);
        m_reads.pop_front();
        return finish(0, 0);
    case number(USBDEVFS_SUBMITURB): return submit(argument) ? finish(0, 0) : finish(-1, EFAULT);
    case number(USBDEVFS_REAPURB):
    case number(USBDEVFS_REAPURBNDELAY): {
        if (m_completed.empty()) {
            // The node is a plain file, so poll() calls it ready at all times: this keeps the host from spinning.
            g_usleep(200);
            return finish(-1, EAGAIN);
        }
        auto* slot = umockdev_ioctl_data_resolve(argument, 0, sizeof(void*), nullptr);
        umockdev_ioctl_data_set_ptr(slot, 0, m_completed.front().block);
        m_completed.pop_front();
        return finish(0, 0);
    }
    default: return finish(-1, ENOTTY);
    }
}

bool UsbPlug::submit(UMockdevIoctlData* argument) {
    Request request;
    request.block = umockdev_ioctl_data_resolve(argument, 0, sizeof(usbdevfs_urb), nullptr);
    if (request.block == nullptr)
        return false;
    const auto bytes = contents(request.block);
    usbdevfs_urb urb;
    std::memcpy(&urb, bytes.data(), sizeof urb);
    request.type = urb.type;
    request.endpoint = urb.endpoint;
    request.length = urb.buffer_length;
    if (request.length > 0)
        request.buffer = umockdev_ioctl_data_resolve(request.block, offsetof(usbdevfs_urb, buffer),
                                                     static_cast<gulong>(request.length), nullptr);
    if (request.type == USBDEVFS_URB_TYPE_CONTROL) {
        control(request);
    } else if ((request.endpoint & 0x80) != 0) {
        m_reads.push_back(request);
    } else {
        if (request.buffer != nullptr)
            m_bench.printer().receive(contents(request.buffer));
        complete(request, dead() ? -ESHUTDOWN : 0, dead() ? 0 : request.length);
    }
    return true;
}

// The eight setup bytes lead the buffer (USB 2.0, 9.3).
void UsbPlug::control(const Request& request) {
    const auto setup = contents(request.buffer);
    Bytes reply;
    if (setup[0] == 0xa1 && setup[1] == 0) {
        const std::string_view id = kDeviceId;
        reply = {0, static_cast<std::uint8_t>(id.size() + 2)};
        reply.insert(reply.end(), id.begin(), id.end());
    } else if (setup[0] == 0xa1 && setup[1] == 1) {
        reply = {m_bench.printer().portStatus()};
    } else if (setup[0] == 0x80 && setup[1] == 6 && setup[3] == 3) {
        reply = stringDescriptor(setup[2]);
    }
    if (reply.empty()) {
        complete(request, -EPIPE, 0);
        return;
    }
    const auto length = std::min<std::size_t>(reply.size(), setup[6] | setup[7] << 8);
    put(request.buffer, 8, reply.data(), length);
    complete(request, 0, static_cast<int>(length));
}

void UsbPlug::complete(const Request& request, int status, int actualLength) {
    const gint32 values[] = {status, actualLength};
    put(request.block, offsetof(usbdevfs_urb, status), &values[0], sizeof values[0]);
    put(request.block, offsetof(usbdevfs_urb, actual_length), &values[1], sizeof values[1]);
    m_completed.push_back(request);
}

void UsbPlug::deliver() {
    for (const auto byte : m_bench.printer().takeAnswers())
        m_answers.push_back(byte);
    while (!m_reads.empty() && !m_answers.empty()) {
        const auto request = m_reads.front();
        m_reads.pop_front();
        const auto length = std::min(m_answers.size(), static_cast<std::size_t>(request.length));
        const Bytes bytes(m_answers.begin(), m_answers.begin() + static_cast<std::ptrdiff_t>(length));
        m_answers.erase(m_answers.begin(), m_answers.begin() + static_cast<std::ptrdiff_t>(length));
        put(request.buffer, 0, bytes.data(), bytes.size());
        complete(request, 0, static_cast<int>(length));
    }
}

} // namespace balady::simulators
