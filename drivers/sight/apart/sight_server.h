// SightServer: answers the terminal's questions one after the other; main thread; private to this folder.
#pragma once

#include "drivers/sight/apart/lent_device.h"
#include "drivers/sight/messages.h"
#include "drivers/sight/shared_room.h"
#include "drivers/vision/mrz_reader.h"
#include "drivers/vision/zxing_code_reader.h"
#include "kiosk/ports/camera.h"

#include <boost/asio/io_context.hpp>

#include <array>
#include <memory>

namespace balady::sight {

class SightServer {
  public:
    /// What gives pictures, and finds pages and faces in them.
    struct Eye {
        ports::Camera& camera;
        ports::PageFinder& pages;
        ports::FaceFinder& faces;
    };
    SightServer(const Channel& channel, SharedRoom& room, Eye eye, LentDevice& device)
        : m_channel(channel), m_room(room), m_eye(eye), m_device(device) {}

    /// Libraries look around in the system when they are first used (OpenCV counts processors): to be over before that is
    /// forbidden.
    void rehearse();
    /// Until the terminal is gone, or says what nobody understands.
    void serve();

  private:
    [[nodiscard]] Reply replyTo(const Request& request);
    [[nodiscard]] Reply nextFrame(std::uint64_t number);
    [[nodiscard]] Reply takeStill(ports::PictureSubject subject);
    [[nodiscard]] Reply lookAt(const Request& request, const ports::Frame& picture);
    [[nodiscard]] const ports::Frame* picture(std::uint64_t number) const;
    template <class T>
    [[nodiscard]] Result<T> await(ports::Task<T> task);

    const Channel& m_channel;
    SharedRoom& m_room;
    const Eye m_eye;
    LentDevice& m_device;
    boost::asio::io_context m_io{1};
    vision::ZxingCodeReader m_codes;
    vision::MrzReader m_zone;
    /// The last ones: while one is looked at, the next may have been asked for already.
    std::array<ports::Frame, 2> m_pictures;
};

} // namespace balady::sight
