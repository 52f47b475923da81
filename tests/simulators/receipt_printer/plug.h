// Plug: the end of a wire at which a virtual printer hangs; one thread.
#pragma once

#include "tests/simulators/receipt_printer/virtual_printer.h"

#include <poll.h>

#include <cstdint>
#include <filesystem>
#include <memory>

namespace balady::simulators {

class Plug {
  public:
    virtual ~Plug() = default;

    /// What to wait for before serve() has something to do; a descriptor of -1 for nothing.
    [[nodiscard]] virtual pollfd wanted() const = 0;
    virtual void serve(VirtualPrinter& printer) = 0;
    virtual void answer(const Bytes& bytes) const = 0;
    /// Breaks the connection, or makes it possible again.
    virtual void live(bool alive) = 0;
};

/// A network plug on loopback: serves one host at a time, as small printers do. The port is 0 for a free one, and is then
/// told. Null, and a line on standard error, if the port is taken.
[[nodiscard]] std::unique_ptr<Plug> makeTcpPlug(std::uint16_t& port);
/// A serial one: a pseudo-terminal, to which `link` leads as long as it is plugged in.
[[nodiscard]] std::unique_ptr<Plug> makeSerialPlug(std::filesystem::path link);

} // namespace balady::simulators
