#include "drivers/sight/messages.h"

#include "kiosk/model/mrz.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <type_traits>

namespace balady::sight {
namespace {

/// Both programs are of one build and on one machine: figures go as that machine has them, low byte first.
class Writer {
  public:
    template <class T>
    Writer& add(T figure) {
        static_assert(std::is_unsigned_v<T>);
        for (std::size_t i = 0; i < sizeof(T); ++i)
            m_bytes.push_back(static_cast<std::uint8_t>(figure >> (8 * i)));
        return *this;
    }
    Writer& add(float figure) { return add(std::bit_cast<std::uint32_t>(figure)); }
    Writer& add(std::string_view text) {
        m_bytes.insert(m_bytes.end(), text.begin(), text.end());
        return *this;
    }
    [[nodiscard]] Bytes take() { return std::move(m_bytes); }

  private:
    Bytes m_bytes;
};

/// Gives zeros, and remembers it, when there is less than was asked for.
class Reader {
  public:
    explicit Reader(ByteView message) : m_rest(message) {}

    template <class T>
    T figure() {
        static_assert(std::is_unsigned_v<T>);
        T out = 0;
        const auto bytes = next(sizeof(T));
        for (std::size_t i = 0; i < bytes.size(); ++i)
            out = static_cast<T>(out | static_cast<T>(bytes[i]) << (8 * i));
        return out;
    }
    float share() { return std::bit_cast<float>(figure<std::uint32_t>()); }
    std::string text(std::size_t length) { return asText(next(length)); }
    /// An enumerator, the last of which is `last`.
    template <class T>
    T word(T last) {
        const auto value = figure<std::uint8_t>();
        m_good = m_good && value <= static_cast<std::uint8_t>(last);
        return m_good ? static_cast<T>(value) : T{};
    }
    void require(bool holds) { m_good = m_good && holds; }
    [[nodiscard]] bool good() const { return m_good; }
    /// Whether everything fitted, and nothing is left.
    [[nodiscard]] bool isWhole() const { return m_good && m_rest.empty(); }

  private:
    ByteView next(std::size_t count) {
        m_good = m_good && count <= m_rest.size();
        if (!m_good)
            return {};
        const auto out = m_rest.first(count);
        m_rest = m_rest.subspan(count);
        return out;
    }

    ByteView m_rest;
    bool m_good = true;
};

enum class Kind : std::uint8_t { Fault, Picture, Still, Sight, Codes, Zone, Forgotten, DeviceWanted };

using What = Request::What;

Kind kindFor(What what) {
    switch (what) {
    case What::NextFrame: return Kind::Picture;
    case What::TakeStill: return Kind::Still;
    case What::FindPage:
    case What::FindFace: return Kind::Sight;
    case What::ReadCodes: return Kind::Codes;
    case What::ReadZone: return Kind::Zone;
    case What::ForgetZone: return Kind::Forgotten;
    }
    return Kind::Fault;
}

bool opensCamera(What what) {
    return what == What::NextFrame || what == What::TakeStill;
}

/// Those that a camera has, and no others.
bool isCameras(FaultCode code) {
    switch (code) {
    case FaultCode::NoDevice:
    case FaultCode::DeviceBusy:
    case FaultCode::AccessDenied:
    case FaultCode::HardwareError:
    case FaultCode::TimedOut: return true;
    default: return false;
    }
}

void write(Writer& to, FaultCode code) {
    to.add(static_cast<std::uint8_t>(isCameras(code) ? code : FaultCode::HardwareError));
}
void write(Writer& to, const Picture& picture) {
    to.add(static_cast<std::uint32_t>(picture.width)).add(static_cast<std::uint32_t>(picture.height));
}
void write(Writer& to, const StillTaken& still) {
    to.add(static_cast<std::uint32_t>(still.jpegBytes)).add(static_cast<std::uint8_t>(still.problem));
    write(to, still.shown);
}
void write(Writer& to, const model::PageSight& sight) {
    to.add(static_cast<std::uint8_t>(sight.flaw)).add(sight.sway);
    to.add(static_cast<std::uint8_t>(sight.outline ? 1 : 0));
    if (sight.outline)
        for (const auto& corner : *sight.outline)
            to.add(corner.x).add(corner.y);
}
void write(Writer& to, const Codes& codes) {
    const auto fits = [](const std::string& text) { return text.size() <= kLongestCode; };
    const auto count = std::min<std::size_t>(std::ranges::count_if(codes.texts, fits), kMostCodes);
    to.add(static_cast<std::uint8_t>(count));
    std::size_t told = 0;
    for (const auto& text : codes.texts)
        if (fits(text) && told++ < count)
            to.add(static_cast<std::uint16_t>(text.size())).add(std::string_view(text));
}
void write(Writer& to, const Zone& zone) {
    to.add(static_cast<std::uint8_t>(zone.text.size())).add(std::string_view(zone.text));
}
void write(Writer&, Forgotten) {}
void write(Writer&, DeviceWanted) {}

FaultCode readFault(Reader& from) {
    const auto code = from.word(FaultCode::Bug);
    from.require(isCameras(code));
    return code;
}

Picture readPicture(Reader& from, std::size_t room) {
    const auto width = from.figure<std::uint32_t>(), height = from.figure<std::uint32_t>();
    from.require(width > 0 && height > 0 && width <= kLongestSide && height <= kLongestSide);
    if (!from.good())
        return {};
    const Picture picture{static_cast<int>(width), static_cast<int>(height)};
    from.require(picture.bytes() <= room);
    return picture;
}

StillTaken readStill(Reader& from, std::size_t room) {
    constexpr std::size_t kLargest = std::size_t{2} << 20; // of model::Still
    StillTaken still;
    still.jpegBytes = from.figure<std::uint32_t>();
    still.problem = from.word(model::PictureProblem::UnevenLight);
    from.require(still.jpegBytes > 0 && still.jpegBytes <= std::min(kLargest, room));
    if (from.good())
        still.shown = readPicture(from, room - still.jpegBytes);
    return still;
}

model::PageSight readSight(Reader& from) {
    /// Corners are guessed where a sheet is cut off, but not far away. Not a number is not inside either.
    const auto isPlace = [](float share) { return share >= -4 && share <= 5; };
    model::PageSight sight;
    sight.flaw = from.word(model::PageFlaw::UnevenLight);
    sight.sway = from.share();
    from.require(sight.sway >= 0 && sight.sway <= 1);
    const auto has = from.figure<std::uint8_t>();
    from.require(has <= 1);
    if (has == 0)
        return sight;
    auto& outline = sight.outline.emplace();
    for (auto& corner : outline) {
        corner = {from.share(), from.share()};
        from.require(isPlace(corner.x) && isPlace(corner.y));
    }
    return sight;
}

Codes readCodes(Reader& from) {
    Codes codes;
    const auto count = from.figure<std::uint8_t>();
    from.require(count <= kMostCodes);
    for (int i = 0; i < count && from.good(); ++i) {
        const auto length = from.figure<std::uint16_t>();
        from.require(length <= kLongestCode);
        codes.texts.push_back(from.text(length));
    }
    return codes;
}

Zone readZone(Reader& from) {
    Zone zone{from.text(from.figure<std::uint8_t>())};
    from.require(zone.text.empty() || model::parseMrz(zone.text).has_value());
    return zone;
}

Reply readAs(Kind kind, Reader& from, std::size_t room) {
    switch (kind) {
    case Kind::Fault: return readFault(from);
    case Kind::Picture: return readPicture(from, room);
    case Kind::Still: return readStill(from, room);
    case Kind::Sight: return readSight(from);
    case Kind::Codes: return readCodes(from);
    case Kind::Zone: return readZone(from);
    case Kind::Forgotten: return Forgotten{};
    case Kind::DeviceWanted: return DeviceWanted{};
    }
    return FaultCode::Bug;
}

} // namespace

std::size_t Picture::bytes() const {
    return std::size_t{3} * static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

Bytes requestMessage(const Request& request) {
    return Writer()
        .add(static_cast<std::uint8_t>(request.what))
        .add(request.number)
        .add(request.picture)
        .add(static_cast<std::uint8_t>(request.subject))
        .add(static_cast<std::uint8_t>(request.bars ? 1 : 0))
        .take();
}

Result<Request> readRequest(ByteView message) {
    Reader from(message);
    Request request;
    request.what = from.word(What::ForgetZone);
    request.number = from.figure<std::uint32_t>();
    request.picture = from.figure<std::uint64_t>();
    request.subject = from.word(model::PictureSubject::Portrait);
    const auto bars = from.figure<std::uint8_t>();
    from.require(bars <= 1);
    request.bars = bars == 1;
    if (!from.isWhole())
        return Fault{FaultCode::Malformed, "sight: no request"};
    return request;
}

Bytes replyMessage(const Reply& reply, std::uint32_t number) {
    Writer to;
    to.add(static_cast<std::uint8_t>(reply.index())).add(number); // the alternatives are in the order of Kind
    std::visit([&](const auto& it) { write(to, it); }, reply);
    return to.take();
}

Result<Reply> readReply(ByteView message, const Request& request, std::size_t room) {
    Reader from(message);
    const auto kind = from.word(Kind::DeviceWanted);
    from.require(from.figure<std::uint32_t>() == request.number);
    from.require(kind == kindFor(request.what) || kind == Kind::Fault ||
                 (kind == Kind::DeviceWanted && opensCamera(request.what)));
    if (from.good())
        if (auto reply = readAs(kind, from, room); from.isWhole())
            return reply;
    return Fault{FaultCode::Malformed, "sight: no answer to what was asked"};
}

Bytes deviceMessage(int error) {
    return Writer().add(static_cast<std::uint32_t>(error)).take();
}

Result<int> readDevice(ByteView message) {
    Reader from(message);
    const auto error = static_cast<int>(from.figure<std::uint32_t>());
    if (!from.isWhole())
        return Fault{FaultCode::Malformed, "sight: no device"};
    return error;
}

} // namespace balady::sight
