#include "printing/pdf/bound_pages.h"

#include "printing/pdf/object_file.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace balady::pdf {
namespace {

constexpr double kLongerSide = 842; ///< points; of A4

struct Size {
    int width = 0;
    int height = 0;
};

int twoBytes(ByteView at) {
    return at[0] << 8 | at[1];
}

/// From the frame header (T.81, B.2.2), to which the segments before it lead.
std::optional<Size> sizeOf(ByteView jpeg) {
    constexpr std::uint8_t kMarker = 0xff, kStart = 0xd8, kBaseline = 0xc0;
    constexpr std::size_t kHeader = 10; ///< the frame's marker, length, precision, two sides, components
    if (jpeg.size() < 2 || jpeg[0] != kMarker || jpeg[1] != kStart)
        return std::nullopt;
    for (std::size_t at = 2; at + kHeader <= jpeg.size();) {
        const auto segment = jpeg.subspan(at);
        if (segment[0] != kMarker)
            return std::nullopt;
        if (segment[1] == kBaseline) {
            const Size size{twoBytes(segment.subspan(7)), twoBytes(segment.subspan(5))};
            const bool whole = segment[9] == 3 && size.width > 0 && size.height > 0;
            return whole ? std::optional(size) : std::nullopt;
        }
        at += 2 + static_cast<std::size_t>(twoBytes(segment.subspan(2)));
    }
    return std::nullopt;
}

Reference addPage(ObjectFile& file, ByteView jpeg, const Size& size, Reference parent) {
    const double scale = kLongerSide / std::max(size.width, size.height);
    const auto width = number(size.width * scale), height = number(size.height * scale);
    const auto image = file.addPlain("/Type/XObject/Subtype/Image/Width " + std::to_string(size.width) +
                                         "/Height " + std::to_string(size.height) +
                                         "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode",
                                     asText(jpeg));
    const auto content = file.addStream("", width + " 0 0 " + height + " 0 0 cm /Page Do");
    return file.add("<</Type/Page/Parent " + parent.text() + "/MediaBox[0 0 " + width + " " + height +
                    "]/Resources<</XObject<</Page " + image.text() + ">>>>/Contents " + content.text() +
                    ">>");
}

} // namespace

Result<Bytes> bindPages(std::span<const ByteView> jpegs) {
    ObjectFile file;
    const auto tree = file.reserve();
    std::string kids;
    for (const auto& jpeg : jpegs) {
        const auto size = sizeOf(jpeg);
        if (!size)
            return Fault{FaultCode::Malformed, "pdf: no photograph of a page"};
        kids += (kids.empty() ? "" : " ") + addPage(file, jpeg, *size, tree).text();
    }
    if (kids.empty())
        return Fault{FaultCode::Malformed, "pdf: no pages"};
    file.define(tree, "<</Type/Pages/Count " + std::to_string(jpegs.size()) + "/Kids[" + kids + "]>>");
    const auto catalog = file.add("<</Type/Catalog/Pages " + tree.text() + ">>");
    return file.finish(catalog, file.add("<<>>"));
}

} // namespace balady::pdf
