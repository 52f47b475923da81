#include "tests/kernel/usb_gadget.h"

#include "tests/kernel/wait_until.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

namespace balady::kernel {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& attribute, std::string_view value) {
    std::ofstream out(attribute, std::ios::binary);
    out.write(value.data(), static_cast<std::streamsize>(value.size()));
    out.flush();
    if (!out)
        throw std::runtime_error("the kernel does not take " + attribute.string());
}

std::string firstLine(const fs::path& attribute) {
    std::ifstream in(attribute);
    std::string line;
    std::getline(in, line);
    return line;
}

std::string hex(std::uint16_t number) {
    char text[8];
    std::snprintf(text, sizeof text, "0x%04x", number);
    return text;
}

/// The host's side of the port has such a device.
bool hostSees(const std::string& serial) {
    const fs::directory_iterator devices("/sys/bus/usb/devices");
    return std::any_of(begin(devices), end(devices),
                       [&](const auto& device) { return firstLine(device.path() / "serial") == serial; });
}

} // namespace

UsbGadget::UsbGadget(int port, const UsbIdentity& identity)
    : m_folder("/sys/kernel/config/usb_gadget/balady" + std::to_string(port)),
      m_port("dummy_udc." + std::to_string(port)), m_serial(identity.serial) {
    if (fs::exists(m_folder))
        dismantle();
    constexpr const char* kEnglish = "0x409";
    fs::create_directory(m_folder);
    write(m_folder / "idVendor", hex(identity.vendor));
    write(m_folder / "idProduct", hex(identity.product));
    const auto words = m_folder / "strings" / kEnglish;
    fs::create_directory(words);
    write(words / "manufacturer", identity.manufacturer);
    write(words / "product", identity.name);
    write(words / "serialnumber", identity.serial);
    fs::create_directory(m_folder / "configs/c.1");
}

UsbGadget::~UsbGadget() {
    dismantle();
}

// configfs has its own order: what refers to something goes before it.
void UsbGadget::dismantle() const {
    std::error_code ignored;
    if (!firstLine(m_folder / "UDC").empty())
        std::ofstream(m_folder / "UDC") << '\n';
    for (const auto& entry : fs::directory_iterator(m_folder / "configs/c.1", ignored))
        if (entry.is_symlink())
            fs::remove(entry.path(), ignored);
    fs::remove(m_folder / "configs/c.1", ignored);
    for (const auto& function : fs::directory_iterator(m_folder / "functions", ignored))
        fs::remove(function.path(), ignored);
    fs::remove(m_folder / "strings/0x409", ignored);
    fs::remove(m_folder, ignored);
}

void UsbGadget::addFunction(const std::string& kind, const std::vector<Attribute>& attributes) {
    const auto function = m_folder / "functions" / (kind + ".0");
    fs::create_directory(function);
    for (const auto& attribute : attributes)
        write(function / attribute.name, attribute.value);
    fs::create_directory_symlink(function, m_folder / "configs/c.1" / (kind + ".0"));
}

void UsbGadget::plugIn() {
    write(m_folder / "UDC", m_port);
    m_pluggedIn = true;
    waitUntil("the host has configured " + m_serial,
              [&] { return firstLine(fs::path("/sys/class/udc") / m_port / "state") == "configured"; });
}

void UsbGadget::plugOut() {
    write(m_folder / "UDC", "\n");
    m_pluggedIn = false;
    waitUntil("the host has forgotten " + m_serial, [&] { return !hostSees(m_serial); });
}

} // namespace balady::kernel
