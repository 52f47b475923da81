#include "drivers/sight/remote_sight.h"

#include "kiosk/base/log.h"
#include "kiosk/base/secret.h"
#include "kiosk/model/mrz.h"
#include "kiosk/ports/blocking_thread.h"

#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <future>
#include <mutex>

namespace balady::sight {
namespace {

using Clock = std::chrono::steady_clock;
using What = Request::What;

/// The pixels as everybody has them: of our own, whatever the process does to the room meanwhile, and overwritten when freed.
ports::Frame frameOf(const Picture& picture, ByteView room, std::uint64_t number) {
    const auto pixels = room.first(picture.bytes());
    std::shared_ptr<const std::vector<std::uint8_t>> own(
        new std::vector<std::uint8_t>(pixels.begin(), pixels.end()), [](std::vector<std::uint8_t>* old) {
            wipe(old->data(), old->size());
            delete old;
        });
    return {picture.width, picture.height, std::move(own), number};
}

ports::Still stillOf(const StillTaken& taken, ByteView room) {
    const auto jpeg = room.first(taken.jpegBytes);
    const auto shown = room.subspan(taken.jpegBytes, taken.shown.bytes());
    ports::Still still;
    still.jpeg.assign(jpeg.begin(), jpeg.end());
    still.problem = taken.problem;
    still.shown = {taken.shown.width, taken.shown.height, {shown.begin(), shown.end()}};
    return still;
}

} // namespace

/// Everything but the ports' face and the end lives on the blocking thread.
struct RemoteSight::Worker {
    Worker(Program what, Limits bounds) : program(std::move(what)), limits(bounds) {}
    ~Worker() {
        {
            const std::scoped_lock lock(door);
            ending = true; // what is still to be asked, is not
            if (process)
                process->hangUp(); // who waits for its reply would wait for the camera, and this for them
        }
        // The timer belongs to the thread, which would wait for it; and the process to the thread that started it.
        std::promise<void> ended;
        boost::asio::post(thread.executor(), [&] {
            idle.cancel();
            drop();
            ended.set_value();
        });
        ended.get_future().wait();
    }

    [[nodiscard]] bool mayStart() {
        while (!breakdowns.empty() && Clock::now() - breakdowns.front() > std::chrono::minutes{1})
            breakdowns.pop_front();
        return std::ssize(breakdowns) < limits.breakdowns;
    }

    Result<Done> start() {
        if (!mayStart())
            return Fault{FaultCode::HardwareError, "sight: breaks down again and again"};
        auto started = SightProcess::start(program);
        if (!started)
            return started.error();
        const std::scoped_lock lock(door);
        if (ending)
            return Fault{FaultCode::Cancelled, "sight: at its end"};
        process = std::move(*started);
        log::write(log::Level::Info, "sight", "started");
        return Done{};
    }

    void drop() {
        std::unique_ptr<SightProcess> old;
        {
            const std::scoped_lock lock(door);
            old = std::move(process);
        }
    }

    /// `Expected` in the reply, or the fault that stands in its place.
    template <class Expected>
    Result<Expected> ask(Request request) {
        request.number = ++questions;
        auto reply = process->exchange(request, limits.reply);
        if (!reply) {
            breakDown(reply.error());
            const bool hung = reply.error().code == FaultCode::TimedOut;
            return Fault{hung ? FaultCode::TimedOut : FaultCode::HardwareError, reply.error().context};
        }
        idle.expires_after(limits.idle);
        idle.async_wait([this](boost::system::error_code cancelled) {
            if (!cancelled)
                drop();
        });
        if (const auto* code = std::get_if<FaultCode>(&*reply))
            return Fault{*code, "sight: says so"};
        return std::get<Expected>(std::move(*reply)); // readReply() lets no other pass
    }

    void breakDown(const Fault& fault) {
        log::fault("sight", "broken_down", fault);
        log::write(log::Level::Warning, "sight", "ended", {{"signal", process->end()}});
        drop();
        breakdowns.push_back(Clock::now());
    }

    Result<ports::Frame> frame() {
        if (!process)
            if (auto started = start(); !started)
                return started.error();
        const auto number = ++pictures;
        const auto picture = ask<Picture>({What::NextFrame, 0, number});
        if (!picture)
            return picture.error();
        return frameOf(*picture, process->room(), number);
    }

    Result<ports::Still> still(ports::PictureSubject subject) {
        if (!process)
            if (auto started = start(); !started)
                return started.error();
        const auto taken = ask<StillTaken>({What::TakeStill, 0, 0, subject});
        if (!taken)
            return taken.error();
        return stillOf(*taken, process->room());
    }

    /// What is asked of a picture that went with its process has no answer.
    template <class Expected>
    Result<Expected> look(Request request) {
        if (!process)
            return Fault{FaultCode::HardwareError, "sight: the picture is gone"};
        return ask<Expected>(request);
    }

    const Program program;
    const Limits limits;
    std::mutex door; ///< `process` comes and goes, and is hung up from another thread, only behind it
    bool ending = false;
    std::unique_ptr<SightProcess> process;
    std::deque<Clock::time_point> breakdowns;
    std::uint32_t questions = 0;
    std::uint64_t pictures = 0;
    ports::BlockingThread thread;
    boost::asio::steady_timer idle{thread.executor()};
};

RemoteSight::RemoteSight(Program program, Limits limits) : m_program(std::move(program)), m_limits(limits) {}
RemoteSight::~RemoteSight() = default;

RemoteSight::Worker& RemoteSight::worker() {
    if (!m_worker)
        m_worker = std::make_unique<Worker>(m_program, m_limits);
    return *m_worker;
}

ports::Task<ports::Frame> RemoteSight::nextFrame() {
    auto work = [worker = &worker()] { return worker->frame(); };
    auto frame = co_await worker().thread.run(std::move(work));
    if (!frame)
        co_return frame.error().within("camera: next frame");
    co_return std::move(frame);
}

ports::Task<ports::Still> RemoteSight::takeStill(ports::PictureSubject subject) {
    auto work = [worker = &worker(), subject] { return worker->still(subject); };
    auto still = co_await worker().thread.run(std::move(work));
    if (!still)
        co_return still.error().within("camera: take still");
    co_return std::move(still);
}

void RemoteSight::forget() {
    if (m_worker)
        boost::asio::post(m_worker->thread.executor(), [worker = &worker()] { worker->drop(); });
}

ports::Task<model::PageSight> RemoteSight::find(Request::What what, std::uint64_t picture) {
    auto work = [worker = &worker(), what, picture] {
        return worker->look<model::PageSight>({what, 0, picture});
    };
    co_return co_await worker().thread.run(std::move(work));
}

ports::Task<model::PageSight> RemoteSight::findPage(ports::Frame frame) {
    co_return co_await find(What::FindPage, frame.sequence);
}

ports::Task<model::PageSight> RemoteSight::findFace(ports::Frame frame) {
    co_return co_await find(What::FindFace, frame.sequence);
}

ports::Task<std::vector<std::string>> RemoteSight::read(ports::Frame frame, ports::CodeKinds kinds) {
    const bool bars = kinds == ports::CodeKinds::SquaresAndBars;
    auto work = [worker = &worker(), picture = frame.sequence, bars] {
        return worker->look<Codes>({What::ReadCodes, 0, picture, {}, bars});
    };
    auto codes = co_await worker().thread.run(std::move(work));
    if (!codes)
        co_return codes.error();
    co_return std::move(codes->texts);
}

ports::Task<std::optional<model::Mrz>> RemoteSight::readZone(ports::Frame frame) {
    auto work = [worker = &worker(), picture = frame.sequence] {
        return worker->look<Zone>({What::ReadZone, 0, picture});
    };
    const auto zone = co_await worker().thread.run(std::move(work));
    if (!zone)
        co_return zone.error();
    if (zone->text.empty())
        co_return std::nullopt;
    auto fields = model::parseMrz(zone->text); // by us: its check digits are what makes it believable
    if (!fields)
        co_return fields.error();
    co_return std::move(*fields);
}

void RemoteSight::forgetZone() {
    if (!m_worker)
        return;
    boost::asio::post(m_worker->thread.executor(), [worker = &worker()] {
        if (worker->process)
            (void)worker->ask<Forgotten>({What::ForgetZone});
    });
}

} // namespace balady::sight
