#include "tests/kernel/touch_panel.h"

#include <fcntl.h>
#include <linux/uinput.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

namespace balady::kernel {
namespace {

constexpr int kLargest = 4095; // on both axes

} // namespace

TouchPanel::TouchPanel() : m_file(::open("/dev/uinput", O_WRONLY | O_CLOEXEC)) {
    bool made = m_file >= 0;
    const auto ask = [&](unsigned long request, auto argument) {
        made = made && ::ioctl(m_file, request, argument) >= 0;
    };
    ask(UI_SET_EVBIT, EV_KEY);
    ask(UI_SET_KEYBIT, BTN_TOUCH);
    ask(UI_SET_EVBIT, EV_ABS);
    ask(UI_SET_PROPBIT, INPUT_PROP_DIRECT);
    const auto axis = [&](int code, int largest) {
        uinput_abs_setup setup{};
        setup.code = static_cast<std::uint16_t>(code);
        setup.absinfo.maximum = largest;
        ask(UI_ABS_SETUP, &setup);
    };
    for (const int code : {ABS_X, ABS_Y, ABS_MT_POSITION_X, ABS_MT_POSITION_Y})
        axis(code, kLargest);
    axis(ABS_MT_SLOT, 9);
    axis(ABS_MT_TRACKING_ID, 65535);
    uinput_setup setup{};
    setup.id = {BUS_USB, 0x1d6b, 0x0106, 1};
    std::strcpy(setup.name, "Balady Touch Panel");
    ask(UI_DEV_SETUP, &setup);
    if (made && ::ioctl(m_file, UI_DEV_CREATE) == 0)
        return;
    if (m_file >= 0)
        ::close(m_file);
    throw std::runtime_error("the kernel makes no touch panel");
}

TouchPanel::~TouchPanel() {
    ::ioctl(m_file, UI_DEV_DESTROY);
    ::close(m_file);
}

void TouchPanel::touch(double x, double y) {
    const int right = static_cast<int>(x * kLargest);
    const int below = static_cast<int>(y * kLargest);
    report(EV_ABS, ABS_MT_SLOT, 0);
    if (!m_down)
        report(EV_ABS, ABS_MT_TRACKING_ID, ++m_finger);
    report(EV_ABS, ABS_MT_POSITION_X, right);
    report(EV_ABS, ABS_MT_POSITION_Y, below);
    if (!m_down)
        report(EV_KEY, BTN_TOUCH, 1);
    report(EV_ABS, ABS_X, right);
    report(EV_ABS, ABS_Y, below);
    report(EV_SYN, SYN_REPORT, 0);
    m_down = true;
}

void TouchPanel::lift() {
    report(EV_ABS, ABS_MT_TRACKING_ID, -1);
    report(EV_KEY, BTN_TOUCH, 0);
    report(EV_SYN, SYN_REPORT, 0);
    m_down = false;
}

void TouchPanel::report(int type, int code, int value) const {
    input_event event{};
    event.type = static_cast<std::uint16_t>(type);
    event.code = static_cast<std::uint16_t>(code);
    event.value = value;
    if (::write(m_file, &event, sizeof event) != sizeof event)
        throw std::runtime_error("the kernel takes no touch");
}

} // namespace balady::kernel
