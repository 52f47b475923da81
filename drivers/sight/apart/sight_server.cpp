#include "drivers/sight/apart/sight_server.h"

#include <boost/asio/co_spawn.hpp>

#include <algorithm>
#include <exception>
#include <optional>

namespace balady::sight {
namespace {

using What = Request::What;

/// g++ 12 warns falsely of an uninitialised Fault where co_spawn itself has to make up a Result.
template <class T>
boost::asio::awaitable<void> keepResult(ports::Task<T> task, std::optional<Result<T>>& outcome) {
    outcome.emplace(co_await std::move(task));
}

} // namespace

template <class T>
Result<T> SightServer::await(ports::Task<T> task) {
    std::optional<Result<T>> outcome;
    auto kept = keepResult(std::move(task), outcome);
    boost::asio::co_spawn(m_io, std::move(kept), [](const std::exception_ptr& error) {
        if (error) // a bug: the terminal starts another process
            std::terminate();
    });
    m_io.restart();
    m_io.run();
    return std::move(*outcome);
}

void SightServer::rehearse() {
    constexpr int kSide = 64;
    ports::Frame nothing{kSide, kSide, std::make_shared<const Bytes>(std::size_t{3} * kSide * kSide), 0};
    (void)await(m_eye.pages.findPage(std::move(nothing)));
}

void SightServer::serve() {
    for (;;) {
        const auto message = m_channel.receive(std::nullopt);
        if (!message)
            return;
        const auto request = readRequest(message->bytes);
        if (!request)
            return;
        m_device.answer(request->number);
        if (!m_channel.send(replyMessage(replyTo(*request), request->number)))
            return;
    }
}

Reply SightServer::replyTo(const Request& request) {
    switch (request.what) {
    case What::NextFrame: return nextFrame(request.picture);
    case What::TakeStill: return takeStill(request.subject);
    case What::ForgetZone: m_zone.forget(); return Forgotten{};
    case What::FindPage:
    case What::FindFace:
    case What::ReadCodes:
    case What::ReadZone:
        if (const auto* known = picture(request.picture))
            return lookAt(request, *known);
    }
    return FaultCode::HardwareError;
}

Reply SightServer::nextFrame(std::uint64_t number) {
    auto frame = await(m_eye.camera.nextFrame());
    if (!frame)
        return frame.error().code;
    const auto& pixels = *frame->bgr;
    if (pixels.size() > kRoomBytes)
        return FaultCode::HardwareError;
    std::ranges::copy(pixels, m_room.writable().begin());
    const Picture picture{frame->width, frame->height};
    frame->sequence = number;
    m_pictures = {std::move(m_pictures[1]), std::move(*frame)};
    return picture;
}

Reply SightServer::takeStill(ports::PictureSubject subject) {
    const auto still = await(m_eye.camera.takeStill(subject));
    if (!still)
        return still.error().code;
    const auto& shown = still->shown;
    if (still->jpeg.size() + shown.bgr.size() > kRoomBytes)
        return FaultCode::HardwareError;
    const auto behind = std::ranges::copy(still->jpeg, m_room.writable().begin()).out;
    std::ranges::copy(shown.bgr, behind);
    return StillTaken{still->jpeg.size(), still->problem, {shown.width, shown.height}};
}

Reply SightServer::lookAt(const Request& request, const ports::Frame& picture) {
    if (request.what == What::ReadCodes) {
        auto texts = await(m_codes.read(picture, request.bars ? ports::CodeKinds::SquaresAndBars
                                                              : ports::CodeKinds::Squares));
        return texts ? Reply(Codes{std::move(*texts)}) : Reply(texts.error().code);
    }
    if (request.what == What::ReadZone) {
        Zone zone;
        if (const auto reading = m_zone.add(picture); reading.valid())
            for (const auto& line : reading.lines)
                zone.text += line;
        return zone;
    }
    const auto sight =
        await(request.what == What::FindFace ? m_eye.faces.findFace(picture) : m_eye.pages.findPage(picture));
    return sight ? Reply(*sight) : Reply(sight.error().code);
}

const ports::Frame* SightServer::picture(std::uint64_t number) const {
    const auto it = std::ranges::find(m_pictures, number, &ports::Frame::sequence);
    return it != m_pictures.end() && it->bgr ? &*it : nullptr;
}

} // namespace balady::sight
