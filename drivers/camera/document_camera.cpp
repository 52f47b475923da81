#include "drivers/camera/document_camera.h"

#include "drivers/camera/device_source.h"
#include "drivers/camera/find_face.h"
#include "drivers/camera/find_page.h"
#include "drivers/camera/picture.h"
#include "drivers/camera/scene_source.h"
#include "drivers/camera/straighten.h"
#include "kiosk/ports/blocking_thread.h"

#include <boost/asio/steady_timer.hpp>
#include <opencv2/core.hpp>

#include <chrono>
#include <future>

namespace balady::camera {
namespace {

using namespace std::chrono_literals;

constexpr auto kIdle = 2s;

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

/// Compressed, and shown as it is then; not judged.
Result<ports::Still> sentOf(const ports::Frame& picture, std::size_t largest) {
    auto jpeg = compress(picture, largest);
    if (!jpeg)
        return jpeg.error();
    auto shown = shownOf(*jpeg);
    if (!shown)
        return shown.error();
    return ports::Still{std::move(*jpeg), ports::PictureProblem::None, std::move(*shown)};
}

Result<ports::Still> stillOf(const ports::Frame& picture, std::size_t largest) {
    auto still = sentOf(picture, largest);
    if (still)
        still->problem = judge(picture);
    return still;
}

/// Judged by what the preview is judged by, so that both say the same, and as any picture is. A page without light paper
/// may be a dark cover: whether it is too dark to be of use, the picture says.
Result<ports::Still> pageOf(const ports::Frame& picture) {
    const auto sight = findPage(picture);
    if (!sight.outline)
        return stillOf(picture, kLargestPage);
    auto still = stillOf(straighten(picture, *sight.outline), kLargestPage);
    if (still && sight.flaw != model::PageFlaw::None && sight.flaw != model::PageFlaw::TooDark)
        still->problem = problemOf(sight.flaw);
    return still;
}

/// Judged by the portrait's own rules alone: a face is smooth where paper is sharp. Without one, what was in sight.
Result<ports::Still> portraitOf(const ports::Frame& picture) {
    const auto sight = findFace(picture);
    auto still = sentOf(sight.outline ? straighten(picture, *sight.outline) : picture, kLargestPortrait);
    if (still)
        still->problem = problemOf(sight.flaw);
    return still;
}

Result<ports::Still> stillOf(const ports::Frame& picture, ports::PictureSubject subject) {
    switch (subject) {
    case ports::PictureSubject::Scene: return stillOf(picture, kLargestScene);
    case ports::PictureSubject::Page: return pageOf(picture);
    case ports::PictureSubject::Portrait: return portraitOf(picture);
    }
    return Fault{FaultCode::HardwareError, "no such subject"};
}

} // namespace

/// Everything but the port's face lives on the blocking thread.
struct DocumentCamera::Worker {
    explicit Worker(std::unique_ptr<FrameSource> from) : source(std::move(from)) {
        cv::setNumThreads(1); // a frame needs no more than this thread, and others would keep what they saw
    }
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
        return guarded([this] { return take(); });
    }

    Result<ports::Still> still(ports::PictureSubject subject) {
        return guarded([&]() -> Result<ports::Still> {
            const auto picture = take();
            if (!picture)
                return picture.error();
            return stillOf(*picture, subject);
        });
    }

    Result<ports::Frame> take() {
        auto taken = source->next();
        if (taken)
            taken->sequence = ++sequence;
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

DocumentCamera::DocumentCamera(std::unique_ptr<Worker> worker) : m_worker(std::move(worker)) {}
DocumentCamera::~DocumentCamera() = default;

std::unique_ptr<DocumentCamera> DocumentCamera::ofDevice(std::filesystem::path device, SystemCalls& system) {
    auto source = std::make_unique<DeviceSource>(std::move(device), system);
    return std::unique_ptr<DocumentCamera>(new DocumentCamera(std::make_unique<Worker>(std::move(source))));
}

std::unique_ptr<DocumentCamera> DocumentCamera::ofScenes(std::filesystem::path scenes,
                                                         std::filesystem::path control) {
    auto source = std::make_unique<SceneSource>(std::move(scenes), std::move(control));
    return std::unique_ptr<DocumentCamera>(new DocumentCamera(std::make_unique<Worker>(std::move(source))));
}

ports::Task<ports::Frame> DocumentCamera::nextFrame() {
    auto work = [worker = m_worker.get()] { return worker->frame(); };
    auto frame = co_await m_worker->thread.run(std::move(work));
    if (!frame)
        co_return frame.error().within("camera: next frame");
    co_return std::move(frame);
}

ports::Task<ports::Still> DocumentCamera::takeStill(ports::PictureSubject subject) {
    auto work = [worker = m_worker.get(), subject] { return worker->still(subject); };
    auto still = co_await m_worker->thread.run(std::move(work));
    if (!still)
        co_return still.error().within("camera: take still");
    co_return std::move(still);
}

ports::Task<model::PageSight> DocumentCamera::findPage(ports::Frame frame) {
    auto work = [frame = std::move(frame)]() -> Result<model::PageSight> {
        return guarded([&]() -> Result<model::PageSight> { return camera::findPage(frame); });
    };
    co_return co_await m_worker->thread.run(std::move(work));
}

ports::Task<model::PageSight> DocumentCamera::findFace(ports::Frame frame) {
    auto work = [frame = std::move(frame)]() -> Result<model::PageSight> {
        return guarded([&]() -> Result<model::PageSight> { return camera::findFace(frame); });
    };
    co_return co_await m_worker->thread.run(std::move(work));
}

} // namespace balady::camera
