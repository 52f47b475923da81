#include "drivers/usb/printer_port.h"

#include <libusb.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace balady::usb {
namespace {

using std::chrono::milliseconds;

constexpr unsigned kControlPatience = 500; // milliseconds
// Class request to an interface, device to host (USB 2.0, 9.3.1).
constexpr std::uint8_t kClassRequestIn = 0xa1;
constexpr std::uint8_t kGetDeviceId = 0;
constexpr std::uint8_t kGetPortStatus = 1;
// Small enough that progress is seen between two pieces, large enough that nothing is lost by cutting.
constexpr std::size_t kPiece = 16384;

FaultCode faultCode(int libusbError) {
    switch (libusbError) {
    case LIBUSB_ERROR_NO_DEVICE:
    case LIBUSB_ERROR_NOT_FOUND: return FaultCode::NoDevice;
    case LIBUSB_ERROR_TIMEOUT: return FaultCode::TimedOut;
    case LIBUSB_ERROR_BUSY: return FaultCode::DeviceBusy;
    case LIBUSB_ERROR_ACCESS: return FaultCode::AccessDenied;
    default: return FaultCode::HardwareError;
    }
}

Fault fault(int libusbError, std::string_view what) {
    return {faultCode(libusbError), "usb: " + std::string(what) + ": " + libusb_error_name(libusbError)};
}

struct ContextCloser {
    void operator()(libusb_context* context) const { libusb_exit(context); }
};
struct HandleCloser {
    void operator()(libusb_device_handle* handle) const { libusb_close(handle); }
};
struct DeviceListCloser {
    void operator()(libusb_device** list) const { libusb_free_device_list(list, 1); }
};
struct ConfigCloser {
    void operator()(libusb_config_descriptor* config) const { libusb_free_config_descriptor(config); }
};
using Context = std::unique_ptr<libusb_context, ContextCloser>;
using Handle = std::unique_ptr<libusb_device_handle, HandleCloser>;
using DeviceList = std::unique_ptr<libusb_device*, DeviceListCloser>;
using Config = std::unique_ptr<libusb_config_descriptor, ConfigCloser>;

/// Where the printer's bytes go in and out.
struct Pipes {
    int interface = 0;
    int alternate = 0;
    std::uint8_t out = 0;
    std::uint8_t in = 0;
    int packet = 64;
};

std::optional<Pipes> pipesOf(const libusb_interface_descriptor& descriptor) {
    constexpr std::uint8_t kPrinters = 1; // the class's only subclass
    constexpr std::uint8_t kBidirectional = 2;
    if (descriptor.bInterfaceClass != LIBUSB_CLASS_PRINTER || descriptor.bInterfaceSubClass != kPrinters ||
        descriptor.bInterfaceProtocol != kBidirectional)
        return std::nullopt;
    Pipes pipes{descriptor.bInterfaceNumber, descriptor.bAlternateSetting};
    for (int i = 0; i < descriptor.bNumEndpoints; ++i) {
        const auto& endpoint = descriptor.endpoint[i];
        if ((endpoint.bmAttributes & LIBUSB_TRANSFER_TYPE_MASK) != LIBUSB_TRANSFER_TYPE_BULK)
            continue;
        if (endpoint.bEndpointAddress & LIBUSB_ENDPOINT_IN) {
            pipes.in = endpoint.bEndpointAddress;
            pipes.packet = endpoint.wMaxPacketSize;
        } else {
            pipes.out = endpoint.bEndpointAddress;
        }
    }
    if (pipes.in == 0 || pipes.out == 0)
        return std::nullopt;
    return pipes;
}

std::optional<Pipes> pipesOf(libusb_device* device) {
    libusb_config_descriptor* raw = nullptr;
    if (libusb_get_active_config_descriptor(device, &raw) != LIBUSB_SUCCESS)
        return std::nullopt;
    const Config config{raw};
    for (int i = 0; i < config->bNumInterfaces; ++i)
        for (int k = 0; k < config->interface[i].num_altsetting; ++k)
            if (const auto pipes = pipesOf(config->interface[i].altsetting[k]))
                return pipes;
    return std::nullopt;
}

bool hasSerial(libusb_device_handle* handle, std::uint8_t index, const std::string& serial) {
    std::array<unsigned char, 256> text{};
    const auto length =
        libusb_get_string_descriptor_ascii(handle, index, text.data(), static_cast<int>(text.size()));
    return length > 0 &&
           std::string_view(reinterpret_cast<char*>(text.data()), static_cast<std::size_t>(length)) == serial;
}

int LIBUSB_CALL onLeft(libusb_context*, libusb_device* device, libusb_hotplug_event, void* gone) {
    *static_cast<libusb_device**>(gone) = device;
    return 0;
}

} // namespace

/// Torn down in the reverse order of its making. Closing the handle frees the interface for other programs, but only
/// releasing it before brings the kernel's driver back: close() does.
struct PrinterPort::Connection {
    Context context;
    libusb_device* gone = nullptr; ///< set by libusb while it handles events
    Handle handle;
    Pipes pipes;
};

PrinterPort::PrinterPort(PrinterAddress address) : m_address(std::move(address)) {}

PrinterPort::~PrinterPort() {
    close();
}

Result<Done> PrinterPort::open() {
    if (m_connection && pluggedIn())
        return Done{};
    close();

    auto connection = std::make_unique<Connection>();
    libusb_context* context = nullptr;
    if (const auto error = libusb_init(&context); error != LIBUSB_SUCCESS)
        return fault(error, "start");
    connection->context.reset(context);

    libusb_device** devices = nullptr;
    const auto count = libusb_get_device_list(context, &devices);
    if (count < 0)
        return fault(static_cast<int>(count), "list devices");
    const DeviceList owner{devices};
    Fault why{FaultCode::NoDevice, "usb: no such printer"};
    for (auto* device : std::span(devices, static_cast<std::size_t>(count))) {
        libusb_device_descriptor descriptor{};
        if (libusb_get_device_descriptor(device, &descriptor) != LIBUSB_SUCCESS ||
            descriptor.idVendor != m_address.vendor.value_or(descriptor.idVendor) ||
            descriptor.idProduct != m_address.product.value_or(descriptor.idProduct))
            continue;
        const auto pipes = pipesOf(device);
        if (!pipes)
            continue;
        libusb_device_handle* handle = nullptr;
        if (const auto error = libusb_open(device, &handle); error != LIBUSB_SUCCESS) {
            why = fault(error, "open");
            continue;
        }
        connection->handle.reset(handle);
        if (!m_address.serial.empty() && !hasSerial(handle, descriptor.iSerialNumber, m_address.serial))
            continue;
        // The kernel's usblp takes every printer that it sees. Not every system can detach; claiming tells.
        libusb_set_auto_detach_kernel_driver(handle, 1);
        if (const auto error = libusb_claim_interface(handle, pipes->interface); error != LIBUSB_SUCCESS) {
            why = fault(error, "claim");
            continue;
        }
        if (pipes->alternate != 0)
            libusb_set_interface_alt_setting(handle, pipes->interface, pipes->alternate);
        connection->pipes = *pipes;
        if (libusb_has_capability(LIBUSB_CAP_HAS_HOTPLUG))
            libusb_hotplug_register_callback(context, LIBUSB_HOTPLUG_EVENT_DEVICE_LEFT, 0,
                                             descriptor.idVendor, descriptor.idProduct,
                                             LIBUSB_HOTPLUG_MATCH_ANY, &onLeft, &connection->gone, nullptr);
        m_connection = std::move(connection);
        return Done{};
    }
    return why;
}

void PrinterPort::close() {
    if (m_connection && m_connection->handle)
        libusb_release_interface(m_connection->handle.get(), m_connection->pipes.interface);
    m_connection.reset();
}

bool PrinterPort::pluggedIn() {
    timeval now{0, 0};
    libusb_handle_events_timeout_completed(m_connection->context.get(), &now, nullptr);
    return m_connection->gone != libusb_get_device(m_connection->handle.get());
}

Fault PrinterPort::failed(int libusbError, const char* what) {
    auto why = fault(libusbError, what);
    if (why.code == FaultCode::NoDevice)
        close();
    return why;
}

Written PrinterPort::write(ByteView bytes, milliseconds patience) {
    Written written;
    while (written.accepted < bytes.size()) {
        if (!m_connection) {
            written.fault = Fault{FaultCode::NoDevice, "usb: write: not open"};
            break;
        }
        const auto piece = bytes.subspan(written.accepted, std::min(kPiece, bytes.size() - written.accepted));
        int count = 0;
        // libusb does not change what it sends; its signature serves both directions.
        const auto error =
            libusb_bulk_transfer(m_connection->handle.get(), m_connection->pipes.out,
                                 const_cast<unsigned char*>(piece.data()), static_cast<int>(piece.size()),
                                 &count, static_cast<unsigned>(std::max<long>(1, patience.count())));
        written.accepted += static_cast<std::size_t>(count);
        if (error == LIBUSB_SUCCESS || (error == LIBUSB_ERROR_TIMEOUT && count > 0))
            continue;
        // Only a time limit leaves an exact count; after anything else part of the piece may be in the printer.
        if (error != LIBUSB_ERROR_TIMEOUT)
            written.accepted += piece.size() - static_cast<std::size_t>(count);
        if (error == LIBUSB_ERROR_PIPE)
            libusb_clear_halt(m_connection->handle.get(), m_connection->pipes.out);
        written.fault = failed(error, "write");
        break;
    }
    return written;
}

Result<Bytes> PrinterPort::read(milliseconds patience) {
    using Clock = std::chrono::steady_clock;
    const auto deadline = Clock::now() + patience;
    // A whole number of packets: a longer packet than there is room for would be lost.
    while (m_connection) {
        Bytes bytes(static_cast<std::size_t>(m_connection->pipes.packet) * 8);
        const auto left = std::chrono::ceil<milliseconds>(deadline - Clock::now()).count();
        int count = 0;
        const auto error = libusb_bulk_transfer(m_connection->handle.get(), m_connection->pipes.in,
                                                bytes.data(), static_cast<int>(bytes.size()), &count,
                                                static_cast<unsigned>(std::max<long>(1, left)));
        if (count > 0) {
            bytes.resize(static_cast<std::size_t>(count));
            return bytes;
        }
        if (error == LIBUSB_ERROR_PIPE)
            libusb_clear_halt(m_connection->handle.get(), m_connection->pipes.in);
        if (error != LIBUSB_SUCCESS)
            return failed(error, "read");
        // Some printers answer "nothing to say" with an empty packet instead of keeping quiet.
        if (Clock::now() >= deadline)
            return Fault{FaultCode::TimedOut, "usb: read: only empty packets"};
    }
    return Fault{FaultCode::NoDevice, "usb: read: not open"};
}

Result<std::string> PrinterPort::deviceId() {
    if (!m_connection)
        return Fault{FaultCode::NoDevice, "usb: device id: not open"};
    std::array<unsigned char, 1024> id{};
    const auto& pipes = m_connection->pipes;
    const auto length =
        libusb_control_transfer(m_connection->handle.get(), kClassRequestIn, kGetDeviceId, 0,
                                static_cast<std::uint16_t>(pipes.interface << 8 | pipes.alternate), id.data(),
                                static_cast<std::uint16_t>(id.size()), kControlPatience);
    if (length < 0)
        return failed(length, "device id");
    // The first two bytes are the length of all, the high one first.
    if (length < 2 || (id[0] << 8 | id[1]) > length)
        return Fault{FaultCode::Malformed, "usb: device id: length"};
    return std::string(id.begin() + 2, id.begin() + std::max(2, id[0] << 8 | id[1]));
}

Result<std::uint8_t> PrinterPort::portStatus() {
    if (!m_connection)
        return Fault{FaultCode::NoDevice, "usb: port status: not open"};
    std::uint8_t status = 0;
    const auto length = libusb_control_transfer(m_connection->handle.get(), kClassRequestIn, kGetPortStatus,
                                                0, static_cast<std::uint16_t>(m_connection->pipes.interface),
                                                &status, 1, kControlPatience);
    if (length < 0)
        return failed(length, "port status");
    return status;
}

} // namespace balady::usb
