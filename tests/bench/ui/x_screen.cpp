#include "tests/bench/ui/x_screen.h"

#include <poll.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <xcb/damage.h>
#include <xcb/shm.h>
#include <xcb/xcb.h>
#include <xcb/xtest.h>

#include <cstdlib>
#include <stdexcept>

namespace balady::bench {
namespace {

template <class Reply>
using Owned = std::unique_ptr<Reply, decltype(&std::free)>;

template <class Reply>
Owned<Reply> owned(Reply* reply) {
    return {reply, &std::free};
}

constexpr std::uint32_t kColour = 0xffffff; // a pixel without the byte that pads it
constexpr std::uint8_t kLeftButton = 1;     // X11 core protocol: what a touch is to a program without XI2
constexpr std::uint8_t kRelativeOff = 0;    // XTEST: the coordinates are of the screen

} // namespace

class XScreen::Connection {
  public:
    explicit Connection(const std::string& display) : m_xcb(xcb_connect(display.c_str(), nullptr)) {
        if (xcb_connection_has_error(m_xcb) != 0)
            throw std::runtime_error("no X server at " + display);
        const auto* screen = xcb_setup_roots_iterator(xcb_get_setup(m_xcb)).data;
        m_root = screen->root;
        m_size = {0, 0, screen->width_in_pixels, screen->height_in_pixels};
        for (auto* extension : {&xcb_shm_id, &xcb_damage_id, &xcb_test_id})
            if (const auto* data = xcb_get_extension_data(m_xcb, extension); !data || !data->present)
                throw std::runtime_error("the X server lacks MIT-SHM, DAMAGE or XTEST");
        m_damageEvent = xcb_get_extension_data(m_xcb, &xcb_damage_id)->first_event;

        const std::uint32_t empty = kEmpty;
        xcb_change_window_attributes(m_xcb, m_root, XCB_CW_BACK_PIXEL, &empty);
        xcb_clear_area(m_xcb, 0, m_root, 0, 0, 0, 0);

        // Marked for removal at once: the system removes it when both sides have let go, however they end.
        const int segment =
            ::shmget(IPC_PRIVATE, sizeof(std::uint32_t) * m_size.width * m_size.height, IPC_CREAT | 0600);
        m_pixels = static_cast<const std::uint32_t*>(::shmat(segment, nullptr, 0));
        m_segment = xcb_generate_id(m_xcb);
        const auto attached =
            owned(xcb_request_check(m_xcb, xcb_shm_attach_checked(m_xcb, m_segment, segment, 0)));
        ::shmctl(segment, IPC_RMID, nullptr);
        if (attached)
            throw std::runtime_error("the X server cannot share memory");

        owned(xcb_damage_query_version_reply(
            m_xcb, xcb_damage_query_version(m_xcb, XCB_DAMAGE_MAJOR_VERSION, XCB_DAMAGE_MINOR_VERSION),
            nullptr));
        m_damage = xcb_generate_id(m_xcb);
        xcb_damage_create(m_xcb, m_damage, m_root, XCB_DAMAGE_REPORT_LEVEL_NON_EMPTY);
        xcb_flush(m_xcb);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() {
        xcb_disconnect(m_xcb);
        ::shmdt(m_pixels);
    }

    [[nodiscard]] Area size() const { return m_size; }

    [[nodiscard]] Picture capture(Area area) const {
        const auto reply = owned(xcb_shm_get_image_reply(
            m_xcb,
            xcb_shm_get_image(m_xcb, m_root, static_cast<std::int16_t>(area.x),
                              static_cast<std::int16_t>(area.y), static_cast<std::uint16_t>(area.width),
                              static_cast<std::uint16_t>(area.height), ~0U, XCB_IMAGE_FORMAT_Z_PIXMAP,
                              m_segment, 0),
            nullptr));
        if (!reply)
            throw std::runtime_error("the X server gave no picture");
        Picture picture(m_pixels, m_pixels + static_cast<std::ptrdiff_t>(area.width) * area.height);
        for (auto& pixel : picture)
            pixel &= kColour;
        return picture;
    }

    [[nodiscard]] std::optional<Moment> nextPaint(Moment deadline) {
        for (;;) {
            while (const auto event = owned(xcb_poll_for_event(m_xcb))) {
                if ((event->response_type & 0x7f) != m_damageEvent + XCB_DAMAGE_NOTIFY)
                    continue;
                const auto now = std::chrono::steady_clock::now();
                xcb_damage_subtract(m_xcb, m_damage, XCB_NONE, XCB_NONE); // tell us about the next one
                xcb_flush(m_xcb);
                return now;
            }
            if (xcb_connection_has_error(m_xcb) != 0)
                throw std::runtime_error("the X server is gone");
            const auto left =
                std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
            if (left.count() <= 0)
                return std::nullopt;
            pollfd readable{xcb_get_file_descriptor(m_xcb), POLLIN, 0};
            ::poll(&readable, 1, static_cast<int>(left.count()));
        }
    }

    void fake(std::uint8_t type, std::uint8_t detail, Point at) {
        xcb_test_fake_input(m_xcb, type, detail, XCB_CURRENT_TIME, m_root, static_cast<std::int16_t>(at.x),
                            static_cast<std::int16_t>(at.y), 0);
        xcb_flush(m_xcb);
    }

  private:
    xcb_connection_t* m_xcb;
    xcb_window_t m_root = 0;
    Area m_size;
    const std::uint32_t* m_pixels = nullptr;
    xcb_shm_seg_t m_segment = 0;
    xcb_damage_damage_t m_damage = 0;
    int m_damageEvent = 0;
};

XScreen::XScreen(const std::string& display) : m_connection(std::make_unique<Connection>(display)) {}
XScreen::~XScreen() = default;

Area XScreen::all() const {
    return m_connection->size();
}
Picture XScreen::capture(Area area) const {
    return m_connection->capture(area);
}
std::optional<Moment> XScreen::nextPaint(Moment deadline) {
    return m_connection->nextPaint(deadline);
}

void XScreen::press(Point at) {
    m_connection->fake(XCB_MOTION_NOTIFY, kRelativeOff, at);
    m_connection->fake(XCB_BUTTON_PRESS, kLeftButton, {});
}

Moment XScreen::release() {
    const auto now = std::chrono::steady_clock::now();
    m_connection->fake(XCB_BUTTON_RELEASE, kLeftButton, {});
    return now;
}

} // namespace balady::bench
