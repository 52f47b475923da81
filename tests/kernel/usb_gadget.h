// UsbGadget: a USB device that this kernel makes itself and plugs into a port of its own (configfs and dummy_hcd;
// kernel documentation, "Linux USB gadget configured through configfs"); one thread; throws when the kernel refuses.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace balady::kernel {

/// What a device says of itself.
struct UsbIdentity {
    std::uint16_t vendor = 0;
    std::uint16_t product = 0;
    std::string manufacturer;
    std::string name;
    std::string serial;
};

class UsbGadget {
  public:
    /// `port`: 0 or 1, one of the two that dummy_hcd was loaded with. What an earlier program left there is removed.
    UsbGadget(int port, const UsbIdentity& identity);
    UsbGadget(const UsbGadget&) = delete;
    UsbGadget& operator=(const UsbGadget&) = delete;
    /// Unplugs it, and makes it as if it had never been.
    ~UsbGadget();

    /// Before the first plugging. `kind` as the kernel names its functions ("printer", "acm", "hid").
    struct Attribute {
        std::string name;
        std::string value; ///< as it is written to the attribute, byte by byte
    };
    void addFunction(const std::string& kind, const std::vector<Attribute>& attributes);

    /// Returns when the host has configured it.
    void plugIn();
    /// Returns when the host has forgotten it. Nobody may have a function's own node open: Linux 6.1 does not survive it.
    void plugOut();
    [[nodiscard]] bool pluggedIn() const { return m_pluggedIn; }

  private:
    void dismantle() const;

    std::filesystem::path m_folder;
    std::string m_port;
    std::string m_serial;
    bool m_pluggedIn = false;
};

} // namespace balady::kernel
