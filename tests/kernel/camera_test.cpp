// The document camera over V4L2, as the terminal has it, in the process that sees for it: the kernel's virtual camera (vivid),
// whose HDMI input shows what is written to its HDMI output. guest.sh joins the two.
#include "drivers/sight/remote_sight.h"
#include "tests/kernel/projector.h"
#include "tests/kernel/wait_until.h"
#include "tests/support/run_task.h"

#include <doctest/doctest.h>
#include <qrencode.h>

#include <cmath>
#include <cstdlib>
#include <memory>
#include <string>

using namespace balady;
using kernel::Projector;
using kernel::Slide;

namespace {

constexpr const char* kCamera = "/dev/video0";
constexpr const char* kScreen = "/dev/video1";
constexpr const char* kText = "https://balady.gov.sa/r/REQ-2026-004821";

/// Mean square of what two pictures may differ by: 22 dB, since colours lose half of their resolution on the way. The
/// driver's own test picture is worlds away.
constexpr double kAlike = 400;

/// A code in the middle, and grounds of four colours around it.
Slide codeOnColours() {
    Slide slide{1280, 720};
    for (int y = 0; y < slide.height; ++y)
        for (int x = 0; x < slide.width; ++x)
            slide.paint(x, y, x < 640 ? 200 : 60, y < 360 ? 180 : 90, (x < 640) == (y < 360) ? 40 : 160);
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(kText, 0, QR_ECLEVEL_M), &QRcode_free);
    REQUIRE(code);
    constexpr int kModule = 12; // pixels
    const int quiet = 4 * kModule;
    const int side = code->width * kModule;
    const int left = (slide.width - side) / 2 / 2 * 2; // two pixels share a colour
    const int top = (slide.height - side) / 2;
    for (int y = -quiet; y < side + quiet; ++y)
        for (int x = -quiet; x < side + quiet; ++x) {
            const bool inside = x >= 0 && y >= 0 && x < side && y < side;
            const bool dark = inside && (code->data[y / kModule * code->width + x / kModule] & 1) != 0;
            const auto light = static_cast<std::uint8_t>(dark ? 20 : 235);
            slide.paint(left + x, top + y, light, light, light);
        }
    return slide;
}

/// Mean of the squared difference of two pictures' bytes.
double difference(const ports::Frame& frame, const Slide& slide) {
    if (frame.width != slide.width || frame.height != slide.height)
        return 255.0 * 255.0;
    double sum = 0;
    for (std::size_t i = 0; i < slide.bgr.size(); ++i) {
        const double d = double((*frame.bgr)[i]) - double(slide.bgr[i]);
        sum += d * d;
    }
    return sum / double(slide.bgr.size());
}

std::unique_ptr<sight::RemoteSight> cameraAt(const char* device) {
    return std::make_unique<sight::RemoteSight>(sight::Program{BALADY_SIGHT, {"device", device}, device});
}

Result<ports::Frame> look(ports::Camera& camera) {
    return tests::runTask(camera.nextFrame());
}

/// The camera's own controls, by v4l2-ctl.
void press(const std::string& control) {
    const auto command = "v4l2-ctl --device " + std::string(kCamera) + " --set-ctrl " + control;
    REQUIRE(std::system(command.c_str()) == 0);
}

void waitForPicture(ports::Camera& camera, const Slide& slide) {
    kernel::waitUntil("the camera shows what lies under it", [&] {
        const auto frame = look(camera);
        return frame && difference(*frame, slide) < kAlike;
    });
}

} // namespace

TEST_CASE("picture_of_a_v4l2_camera_is_another") {
    const auto slide = codeOnColours();
    const Projector projector(kScreen, slide);
    const auto camera = cameraAt(kCamera);
    waitForPicture(*camera, slide);
    const auto frame = look(*camera);
    REQUIRE(frame.has_value());
    const auto codes = tests::runTask(camera->read(*frame, ports::CodeKinds::Squares)).value();
    REQUIRE(codes.size() == 1);
    CHECK(codes[0] == kText);
}

TEST_CASE("damaged_picture_of_a_v4l2_camera_is_shown") {
    const auto slide = codeOnColours();
    const Projector projector(kScreen, slide);
    const auto camera = cameraAt(kCamera);
    waitForPicture(*camera, slide);
    press("inject_v4l2_buf_flag_error=1");
    const auto frame = look(*camera);
    REQUIRE(frame.has_value());
    CHECK(difference(*frame, slide) < kAlike);
}

TEST_CASE("camera_that_another_program_has_is_not_called_busy") {
    const auto one = cameraAt(kCamera);
    REQUIRE(look(*one).has_value());
    const auto other = cameraAt(kCamera);
    const auto frame = look(*other);
    REQUIRE_FALSE(frame.has_value());
    CHECK(frame.error().code == FaultCode::DeviceBusy);
}

TEST_CASE("screen_is_taken_for_a_camera") {
    const auto camera = cameraAt(kScreen);
    const auto frame = look(*camera);
    REQUIRE_FALSE(frame.has_value());
    CHECK(frame.error().code == FaultCode::NoDevice);
}

TEST_CASE("v4l2_camera_unplugged_between_two_pictures") {
    const auto camera = cameraAt(kCamera);
    REQUIRE(look(*camera).has_value());
    press("disconnect=1"); // vivid plugs itself in again when nobody has it any more
    const auto frame = look(*camera);
    REQUIRE_FALSE(frame.has_value());
    CHECK(frame.error().code == FaultCode::NoDevice);
    kernel::waitUntil("the camera is there again", [&] { return look(*camera).has_value(); });
}
