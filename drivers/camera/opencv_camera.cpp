#include "drivers/camera/opencv_camera.h"

#include "drivers/camera/device_source.h"
#include "drivers/camera/picture.h"
#include "drivers/camera/scene_source.h"
#include "drivers/camera/wiped_mat.h"
#include "kiosk/ports/blocking_thread.h"

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <future>

namespace balady::camera {
namespace {

using namespace std::chrono_literals;

constexpr auto kIdle = 2s;

/// Pixels in memory that is overwritten before it is freed.
std::shared_ptr<std::vector<std::uint8_t>> wipedPixels(std::size_t size) {
    return {new std::vector<std::uint8_t>(size), [](std::vector<std::uint8_t>* pixels) {
                wipe(pixels->data(), pixels->size());
                delete pixels;
            }};
}

/// Runs `work`, which returns a Result, and turns OpenCV's exceptions into a fault. Their texts name source lines of
/// OpenCV, never what is in the picture.
template <class Work>
std::invoke_result_t<Work> guarded(Work work) {
    try {
        return work();
    } catch (const cv::Exception& error) {
        return Fault{FaultCode::HardwareError, "opencv: " + error.err};
    }
}

} // namespace

/// Everything but the port's face lives on the blocking thread.
struct OpencvCamera::Worker {
    explicit Worker(std::unique_ptr<FrameSource> from) : source(std::move(from)) {}
    ~Worker() {
        // The timer belongs to the thread, which would wait for it.
        std::promise<void> cancelled;
        boost::asio::post(thread.executor(), [&] {
            idle.cancel();
            cancelled.set_value();
        });
        cancelled.get_future().wait();
    }

    Result<ports::Frame> frame() {
        return guarded([this]() -> Result<ports::Frame> {
            WipedMat picture;
            if (auto taken = take(picture.mat); !taken)
                return taken.error();
            const auto& mat = picture.mat;
            auto pixels = wipedPixels(mat.total() * 3);
            mat.copyTo(cv::Mat(mat.rows, mat.cols, CV_8UC3, pixels->data()));
            return ports::Frame{mat.cols, mat.rows, std::move(pixels), ++sequence};
        });
    }

    Result<ports::Still> still() {
        return guarded([this]() -> Result<ports::Still> {
            WipedMat picture;
            if (auto taken = take(picture.mat); !taken)
                return taken.error();
            auto jpeg = compress(picture.mat);
            if (!jpeg)
                return jpeg.error();
            return ports::Still{std::move(*jpeg), judge(picture.mat)};
        });
    }

    Result<Done> take(cv::Mat& out) {
        auto taken = source->next(out);
        if (taken && out.type() != CV_8UC3)
            return Fault{FaultCode::HardwareError, "picture is not 8-bit BGR"};
        idle.expires_after(kIdle);
        idle.async_wait([this](boost::system::error_code cancelled) {
            if (!cancelled)
                source->rest();
        });
        return taken;
    }

    std::unique_ptr<FrameSource> source;
    std::uint64_t sequence = 0;
    ports::BlockingThread thread;
    boost::asio::steady_timer idle{thread.executor()};
};

OpencvCamera::OpencvCamera(std::unique_ptr<Worker> worker) : m_worker(std::move(worker)) {}
OpencvCamera::~OpencvCamera() = default;

std::unique_ptr<OpencvCamera> OpencvCamera::ofDevice(std::filesystem::path device) {
    auto source = std::make_unique<DeviceSource>(std::move(device));
    return std::unique_ptr<OpencvCamera>(new OpencvCamera(std::make_unique<Worker>(std::move(source))));
}

std::unique_ptr<OpencvCamera> OpencvCamera::ofScenes(std::filesystem::path scenes,
                                                     std::filesystem::path control) {
    auto source = std::make_unique<SceneSource>(std::move(scenes), std::move(control));
    return std::unique_ptr<OpencvCamera>(new OpencvCamera(std::make_unique<Worker>(std::move(source))));
}

ports::Task<ports::Frame> OpencvCamera::nextFrame() {
    auto work = [worker = m_worker.get()] { return worker->frame(); };
    auto frame = co_await m_worker->thread.run(std::move(work));
    if (!frame)
        co_return frame.error().within("camera: next frame");
    co_return std::move(frame);
}

ports::Task<ports::Still> OpencvCamera::takeStill() {
    auto work = [worker = m_worker.get()] { return worker->still(); };
    auto still = co_await m_worker->thread.run(std::move(work));
    if (!still)
        co_return still.error().within("camera: take still");
    co_return std::move(still);
}

} // namespace balady::camera
