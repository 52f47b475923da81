#include "kiosk/base/descriptor.h"
#include "tests/simulators/receipt_printer/plug.h"

#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <stdexcept>
#include <utility>

namespace balady::simulators {
namespace {

class SerialPlug final : public Plug {
  public:
    explicit SerialPlug(std::filesystem::path link) : m_link(std::move(link)) { plugIn(); }
    SerialPlug(const SerialPlug&) = delete;
    SerialPlug& operator=(const SerialPlug&) = delete;
    ~SerialPlug() override { pullOut(); }

    [[nodiscard]] pollfd wanted() const override { return {m_ours.number(), POLLIN, 0}; }

    void serve(VirtualPrinter& printer) override {
        std::uint8_t buffer[4096];
        const auto count = ::read(m_ours.number(), buffer, sizeof buffer);
        if (count > 0)
            printer.receive({buffer, static_cast<std::size_t>(count)});
    }

    void answer(const Bytes& bytes) const override {
        if (m_ours && !bytes.empty())
            (void)!::write(m_ours.number(), bytes.data(), bytes.size());
    }

    void live(bool alive) override {
        if (alive && !m_ours)
            plugIn();
        if (!alive)
            pullOut();
    }

  private:
    void plugIn() {
        m_ours = Descriptor(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC));
        if (!m_ours || ::grantpt(m_ours.number()) != 0 || ::unlockpt(m_ours.number()) != 0)
            throw std::runtime_error("no pseudo-terminal");
        const std::filesystem::path name = ::ptsname(m_ours.number());
        // A line that nobody has opened is gone for its other end. Whoever opens it finds it as this left it.
        m_theirs = Descriptor(::open(name.c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC));
        termios mode{};
        ::tcgetattr(m_theirs.number(), &mode);
        ::cfmakeraw(&mode);
        ::tcsetattr(m_theirs.number(), TCSANOW, &mode);
        std::filesystem::create_symlink(name, m_link);
    }
    void pullOut() {
        if (!m_ours)
            return;
        std::filesystem::remove(m_link);
        m_theirs = Descriptor{};
        m_ours = Descriptor{};
    }

    std::filesystem::path m_link;
    Descriptor m_ours;   ///< the printer's end
    Descriptor m_theirs; ///< the host's end, held open
};

} // namespace

std::unique_ptr<Plug> makeSerialPlug(std::filesystem::path link) {
    return std::make_unique<SerialPlug>(std::move(link));
}

} // namespace balady::simulators
