// A V4L2 camera's pictures, against a scripted kernel: each step of the way to a picture fails in turn.
#include "drivers/camera/device_source.h"
#include "drivers/camera/jpeg.h"
#include "tests/unit/camera/scripted_kernel.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cerrno>

using namespace balady;
using namespace std::chrono_literals;
using camera::DeviceSource;
using tests::ScriptedKernel;
using tests::Shot;

namespace {

constexpr int kWidth = 64;
constexpr int kHeight = 48;

/// A picture of one grey level.
Bytes jpegOf(int level) {
    const Bytes pixels(kWidth * kHeight * 3, static_cast<std::uint8_t>(level));
    return camera::encodeJpeg(pixels.data(), kWidth, kHeight, 95).value();
}

Bytes cutOff(Bytes picture) {
    picture.resize(picture.size() / 2);
    return picture;
}

/// A camera on the desk, under a name that exists.
struct Desk {
    explicit Desk(std::deque<Shot> shots = {{jpegOf(100)}}) { kernel.shots = std::move(shots); }
    [[nodiscard]] DeviceSource source() { return DeviceSource("/dev/null", kernel); }
    [[nodiscard]] bool nothingLeft() const {
        return kernel.openFiles == 0 && kernel.mappings == 0 && !kernel.running &&
               kernel.buffersWithPictures == 0;
    }

    ScriptedKernel kernel;
};

int levelOf(const Result<ports::Frame>& frame) {
    return frame.value().bgr->front();
}
FaultCode codeOf(const Result<ports::Frame>& frame) {
    return frame.has_error() ? frame.error().code : FaultCode::Bug;
}

} // namespace

TEST_CASE("picture_of_a_camera_does_not_arrive") {
    Desk desk({{jpegOf(40)}, {jpegOf(80)}});
    auto source = desk.source();
    const auto first = source.next();
    CHECK(levelOf(first) == 40);
    CHECK(first->width == kWidth);
    CHECK(first->height == kHeight);
    CHECK(first->bgr->size() == kWidth * kHeight * 3);
    CHECK(levelOf(source.next()) == 80);
    CHECK(desk.kernel.format == V4L2_PIX_FMT_MJPEG);
}

TEST_CASE("camera_stays_on_when_nobody_looks") {
    Desk desk;
    auto source = desk.source();
    REQUIRE(source.next().has_value());
    CHECK(desk.kernel.running);
    source.rest();
    CHECK(desk.nothingLeft());
    CHECK(source.next().has_value());
}

TEST_CASE("failed_step_leaks_or_lasts") {
    Desk whole;
    auto never = whole.source();
    REQUIRE(never.next().has_value());
    REQUIRE(never.next().has_value());
    const int steps = whole.kernel.calls;
    REQUIRE(steps > 15);
    for (int step = 1; step <= steps; ++step)
        for (const int error : {-ENODEV, -EIO, -EBUSY, -EACCES, -EINVAL, -ENOSPC}) {
            CAPTURE(step);
            CAPTURE(error);
            Desk desk;
            desk.kernel.failAt = step;
            desk.kernel.failWith = error;
            auto source = desk.source();
            for (int picture = 0; picture < 2; ++picture)
                if (const auto frame = source.next(); !frame) {
                    CHECK(desk.nothingLeft());
                    CHECK(frame.error().code != FaultCode::Bug);
                }
            CHECK(source.next().has_value()); // whatever it was, it does not last
            source.rest();
            CHECK(desk.nothingLeft());
        }
}

TEST_CASE("signal_is_taken_for_a_failure") {
    Desk desk;
    desk.kernel.interrupts = true;
    auto source = desk.source();
    for (int i = 0; i < 2; ++i) {
        const auto frame = source.next();
        INFO(doctest::String(frame.has_error() ? frame.error().context.c_str() : ""));
        CHECK(frame.has_value());
    }
}

TEST_CASE("camera_unplugged_while_it_runs") {
    Desk desk;
    auto source = desk.source();
    REQUIRE(source.next().has_value());
    desk.kernel.failWith = -ENODEV;
    for (const auto request : {VIDIOC_DQBUF, VIDIOC_QBUF, VIDIOC_QUERYCAP}) {
        desk.kernel.failRequest = request;
        CHECK(codeOf(source.next()) == FaultCode::NoDevice);
        CHECK(desk.nothingLeft());
    }
    desk.kernel.failRequest = 0; // plugged in again
    CHECK(source.next().has_value());
}

TEST_CASE("another_program_has_the_camera") {
    for (const auto request : {VIDIOC_S_FMT, VIDIOC_REQBUFS, VIDIOC_STREAMON}) {
        Desk desk;
        desk.kernel.failRequest = request;
        desk.kernel.failWith = -EBUSY;
        CHECK(codeOf(desk.source().next()) == FaultCode::DeviceBusy);
        CHECK(desk.nothingLeft());
    }
}

TEST_CASE("foreign_device_is_taken_for_a_camera") {
    Desk metadata; // the second node of every USB camera
    metadata.kernel.capabilities = V4L2_CAP_META_CAPTURE | V4L2_CAP_STREAMING;
    CHECK(codeOf(metadata.source().next()) == FaultCode::NoDevice);
    Desk other;
    other.kernel.failRequest = VIDIOC_QUERYCAP;
    other.kernel.failWith = -ENOTTY;
    CHECK(codeOf(other.source().next()) == FaultCode::NoDevice);
    CHECK(other.nothingLeft());
}

TEST_CASE("old_picture_is_taken_for_the_present_one") {
    for (const std::uint32_t clock : {V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC, V4L2_BUF_FLAG_TIMESTAMP_UNKNOWN}) {
        Desk desk({{jpegOf(10)}, {jpegOf(20)}, {jpegOf(30)}, {jpegOf(40)}, {jpegOf(50)}});
        desk.kernel.clock = clock;
        auto source = desk.source();
        REQUIRE(levelOf(source.next()) == 10);
        desk.kernel.elapse(1s); // 20, 30 and 40 wait in the three buffers that the driver has
        CHECK(levelOf(source.next()) == 50);
    }
}

TEST_CASE("newest_of_the_pictures_that_wait_is_thrown_away") {
    Desk desk({{jpegOf(10)}, {jpegOf(20)}, {jpegOf(30)}, {jpegOf(40)}});
    auto source = desk.source();
    REQUIRE(levelOf(source.next()) == 10);
    desk.kernel.elapse(2 * ScriptedKernel::kFrameTime);
    const auto before = desk.kernel.now();
    CHECK(levelOf(source.next()) == 30);
    CHECK(desk.kernel.now() == before); // without waiting for another one
}

TEST_CASE("camera_that_sends_nothing_is_waited_for_forever") {
    Desk desk{std::deque<Shot>()};
    const auto before = desk.kernel.now();
    CHECK(codeOf(desk.source().next()) == FaultCode::TimedOut);
    CHECK(desk.kernel.now() - before == 3s);
    CHECK(desk.nothingLeft());
}

TEST_CASE("damaged_picture_is_shown") {
    Desk desk({{jpegOf(10), true}, {{}}, {cutOff(jpegOf(20))}, {Bytes(500, 0x55)}, {jpegOf(30)}});
    auto source = desk.source();
    CHECK(levelOf(source.next()) == 30);
}

TEST_CASE("camera_that_sends_only_damaged_pictures_is_waited_for_forever") {
    Desk cut({{cutOff(jpegOf(20))}});
    CHECK(codeOf(cut.source().next()) == FaultCode::HardwareError);
    CHECK(cut.nothingLeft());
    Desk flagged({{jpegOf(20), true}});
    CHECK(codeOf(flagged.source().next()) == FaultCode::TimedOut);
    CHECK(flagged.nothingLeft());
}

TEST_CASE("picture_is_read_past_the_end_of_its_buffer") {
    Desk desk;
    desk.kernel.shots.front().claimedSize = desk.kernel.bufferSize + 1;
    CHECK(codeOf(desk.source().next()) == FaultCode::HardwareError);
    CHECK(desk.nothingLeft());
}

TEST_CASE("camera_without_motion_jpeg") {
    constexpr std::size_t kLine = kWidth * 2 + 16; // padded
    Bytes raw(kLine * kHeight, 0);
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x) {
            auto* pixel = raw.data() + static_cast<std::size_t>(y) * kLine + static_cast<std::size_t>(x) * 2;
            pixel[0] = 81; // red, in the numbers of ITU-R BT.601
            pixel[1] = x % 2 == 0 ? 90 : 240;
        }
    Desk desk({{raw}});
    desk.kernel.formats = {V4L2_PIX_FMT_NV12, V4L2_PIX_FMT_YUYV};
    desk.kernel.bytesPerLine = kLine;
    const auto frame = desk.source().next();
    REQUIRE(frame.has_value());
    const auto* last = frame->bgr->data() + frame->bgr->size() - 3;
    CHECK(last[0] < 4);
    CHECK(last[1] < 4);
    CHECK(last[2] > 250);

    Desk cut({{Bytes(raw.begin(), raw.end() - 1)}});
    cut.kernel.formats = {V4L2_PIX_FMT_YUYV};
    cut.kernel.bytesPerLine = kLine;
    CHECK(codeOf(cut.source().next()) == FaultCode::HardwareError);
}

TEST_CASE("camera_with_nothing_that_we_can_read") {
    Desk foreign;
    foreign.kernel.formats = {V4L2_PIX_FMT_H264};
    CHECK(codeOf(foreign.source().next()) == FaultCode::HardwareError);
    Desk stubborn; // offers what it then does not give
    stubborn.kernel.formatInsisted = V4L2_PIX_FMT_NV12;
    CHECK(codeOf(stubborn.source().next()) == FaultCode::HardwareError);
    Desk nonsense;
    nonsense.kernel.width = 0;
    CHECK(codeOf(nonsense.source().next()) == FaultCode::HardwareError);
    Desk narrow; // lines that are shorter than their pixels
    narrow.kernel.formats = {V4L2_PIX_FMT_YUYV};
    narrow.kernel.bytesPerLine = kWidth;
    CHECK(codeOf(narrow.source().next()) == FaultCode::HardwareError);
    Desk lonely;
    lonely.kernel.mostBuffers = 1;
    CHECK(codeOf(lonely.source().next()) == FaultCode::HardwareError);
}

TEST_CASE("camera_of_one_pace_is_refused") {
    Desk desk;
    desk.kernel.failRequest = VIDIOC_S_PARM;
    desk.kernel.failWith = -ENOTTY;
    CHECK(desk.source().next().has_value());
}
