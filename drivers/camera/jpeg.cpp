#include "drivers/camera/jpeg.h"

#include "drivers/camera/pixels.h"
#include "kiosk/base/secret.h"

#include <turbojpeg.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <type_traits>

namespace balady::camera {
namespace {

struct Destroyer {
    void operator()(void* codec) const { tjDestroy(codec); }
};
using Codec = std::unique_ptr<std::remove_pointer_t<tjhandle>, Destroyer>;

/// No camera of a terminal has more; a file's header may promise anything.
constexpr int kMostPixels = 40'000'000;
/// Each block of 8 x 8 has at least one bit, that of its mean (T.81, F.1.2.1 and G.1.2.1).
constexpr std::size_t kMostPixelsOfByte = std::size_t{8} * 8 * 8;
/// A picture may be told in many scans, each of which is one more walk over all of it; encoders write ten at most.
constexpr int kMostScans = 32;
/// Start of scan, end of image (T.81, B.1.1.3).
constexpr std::string_view kScan = "\xff\xda";
constexpr std::array<std::uint8_t, 2> kEnd{0xff, 0xd9};

/// Drivers pad a picture with zeros up to what USB carries at once.
bool isWhole(ByteView jpeg) {
    const auto last = std::find_if(jpeg.rbegin(), jpeg.rend(), [](auto byte) { return byte != 0; });
    const auto rest = jpeg.first(static_cast<std::size_t>(jpeg.rend() - last));
    return rest.size() > kEnd.size() && std::ranges::equal(rest.last(kEnd.size()), kEnd);
}

/// As a marker it stands nowhere else than before a scan, but in a small picture for viewers that a file may carry.
int scansIn(ByteView jpeg) {
    const std::string_view text(reinterpret_cast<const char*>(jpeg.data()), jpeg.size());
    int count = 0;
    for (auto at = text.find(kScan); at != std::string_view::npos; at = text.find(kScan, at + kScan.size()))
        ++count;
    return count;
}

/// Many cameras leave a stray byte before a marker, which spoils nothing; all other warnings are about lost pixels.
/// The library tells them apart by their words only.
bool isHarmless(tjhandle codec) {
    return tjGetErrorCode(codec) == TJERR_WARNING &&
           std::string_view(tjGetErrorStr2(codec)).find("extraneous bytes") != std::string_view::npos;
}

} // namespace

Result<ports::Frame> decodeJpeg(ByteView jpeg) {
    if (!isWhole(jpeg))
        return Fault{FaultCode::Malformed, "jpeg: cut off"};
    const Codec codec(tjInitDecompress());
    int width = 0;
    int height = 0;
    int subsampling = 0;
    int colours = 0;
    if (!codec || tjDecompressHeader3(codec.get(), jpeg.data(), jpeg.size(), &width, &height, &subsampling,
                                      &colours) != 0)
        return Fault{FaultCode::Malformed, "jpeg: no header"};
    if (width <= 0 || height <= 0 || width > kMostPixels / height ||
        static_cast<std::size_t>(width) * static_cast<std::size_t>(height) > jpeg.size() * kMostPixelsOfByte)
        return Fault{FaultCode::Malformed, "jpeg: impossible size"};
    if (scansIn(jpeg) > kMostScans)
        return Fault{FaultCode::Malformed, "jpeg: too many scans"};
    auto pixels = wipedPixels(width, height);
    if (tjDecompress2(codec.get(), jpeg.data(), jpeg.size(), pixels->data(), width, 0, height, TJPF_BGR,
                      TJFLAG_ACCURATEDCT) != 0 &&
        !isHarmless(codec.get()))
        return Fault{FaultCode::Malformed, "jpeg: damaged"};
    return ports::Frame{width, height, std::move(pixels), 0};
}

Result<Bytes> encodeJpeg(const std::uint8_t* bgr, int width, int height, int quality) {
    const Codec codec(tjInitCompress());
    std::vector<std::uint8_t, WipingAllocator<std::uint8_t>> room(tjBufSize(width, height, TJSAMP_420));
    auto* data = room.data();
    unsigned long size = room.size();
    if (!codec || tjCompress2(codec.get(), bgr, width, 0, height, TJPF_BGR, &data, &size, TJSAMP_420, quality,
                              TJFLAG_NOREALLOC | TJFLAG_ACCURATEDCT) != 0)
        return Fault{FaultCode::HardwareError, "jpeg: picture does not compress"};
    return Bytes(data, data + size);
}

} // namespace balady::camera
