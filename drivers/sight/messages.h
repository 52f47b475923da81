// Messages: what the terminal and the process that sees for it say to each other; pure.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/model/page_sight.h"
#include "kiosk/model/picture.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace balady::sight {

/// Bytes of a message. Pixels and JPEG do not travel in one: they lie in the room that both sides share (shared_room.h).
inline constexpr std::size_t kLongestMessage = std::size_t{64} * 1024;
/// Codes that are told of one picture, and bytes of one: a QR code holds 7089 digits at most (ISO/IEC 18004, table 7).
inline constexpr std::size_t kMostCodes = 8;
inline constexpr std::size_t kLongestCode = 7089;
/// No camera of a terminal has a side of so many pixels.
inline constexpr int kLongestSide = 16384;

/// What the terminal asks. Each is answered by one reply before the next is asked.
struct Request {
    enum class What : std::uint8_t {
        NextFrame,
        TakeStill,
        FindPage,
        FindFace,
        ReadCodes,
        ReadZone,
        ForgetZone
    };
    What what = What::NextFrame;
    std::uint32_t number = 0; ///< its reply bears the same
    std::uint64_t picture =
        0; ///< NextFrame: what the new one will be called; of the four that look: which to look at
    model::PictureSubject subject = model::PictureSubject::Scene; ///< TakeStill only
    bool bars = false;                                            ///< ReadCodes only: bar codes, too
};

/// To NextFrame: 8-bit BGR without padding, at the beginning of the room.
struct Picture {
    int width = 0;
    int height = 0;
    [[nodiscard]] std::size_t bytes() const;
};
/// To TakeStill: the JPEG at the beginning of the room, and behind it what the citizen is shown of it, as a Picture is.
struct StillTaken {
    std::size_t jpegBytes = 0;
    model::PictureProblem problem = model::PictureProblem::None;
    Picture shown;
};
/// To ReadCodes.
struct Codes {
    std::vector<std::string> texts;
};
/// To ReadZone: its lines glued together, every check digit of which holds; empty: hold still.
struct Zone {
    std::string text;
};
/// To ForgetZone.
struct Forgotten {};
/// Before the reply to NextFrame and TakeStill: the camera has to be opened, which only the terminal can.
struct DeviceWanted {};

/// FaultCode: one of those of ports::Camera.
using Reply =
    std::variant<FaultCode, Picture, StillTaken, model::PageSight, Codes, Zone, Forgotten, DeviceWanted>;

[[nodiscard]] Bytes requestMessage(const Request& request);
/// Malformed when it is none.
[[nodiscard]] Result<Request> readRequest(ByteView message);

/// What of `reply` is more than may be told (codes) is left out.
[[nodiscard]] Bytes replyMessage(const Reply& reply, std::uint32_t number);
/// What a process says that may be in the hands of somebody else: Malformed unless it is an answer to this request, of exactly
/// its length, with every figure in its range and what it promises inside a room of so many bytes.
[[nodiscard]] Result<Reply> readReply(ByteView message, const Request& request, std::size_t room);

/// What the terminal answers to DeviceWanted: the camera comes with the message, or `error` says why not (errno).
[[nodiscard]] Bytes deviceMessage(int error);
[[nodiscard]] Result<int> readDevice(ByteView message);

} // namespace balady::sight
