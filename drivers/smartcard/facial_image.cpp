#include "drivers/smartcard/facial_image.h"

#include "drivers/smartcard/data_groups.h"
#include "drivers/smartcard/tlv.h"

#include <algorithm>
#include <array>

namespace balady::smartcard {
namespace {

// CBEFF's biometric information templates (Doc 9303-10, 4.7.2.1).
constexpr std::uint32_t kGroupTemplate = 0x7f61;
constexpr std::uint32_t kTemplate = 0x7f60;
constexpr std::uint32_t kDataBlock = 0x5f2e;
constexpr std::uint32_t kConstructedDataBlock = 0x7f2e;

// The record (ISO/IEC 19794-5:2005, 5): header, then for each face its information, feature points and image.
constexpr std::array<std::uint8_t, 8> kRecordMagic{'F', 'A', 'C', 0, '0', '1', '0', 0};
constexpr std::size_t kRecordHeader = 14; ///< magic, length of all (4), number of faces (2)
constexpr std::size_t kFaceHeader = 20; ///< length of the face's record (4), number of feature points (2), …
constexpr std::size_t kFeaturePoint = 8;
constexpr std::size_t kImageHeader = 12; ///< kind of image, kind of its data, …

Fault malformed(const char* what) {
    return {FaultCode::Malformed, std::string("ef.dg2: ") + what};
}
Fault unsupported(const char* what) {
    return {FaultCode::UnsupportedCard, std::string("ef.dg2: ") + what};
}

std::size_t number(ByteView bytes) {
    std::size_t out = 0;
    for (const auto byte : bytes)
        out = out << 8 | byte;
    return out;
}

/// The first object with one of the tags.
Result<ByteView> find(ByteView objects, std::initializer_list<std::uint32_t> tags) {
    const auto parsed = parseTlvs(objects);
    if (!parsed)
        return parsed.error();
    for (const auto& object : *parsed)
        if (std::find(tags.begin(), tags.end(), object.tag) != tags.end())
            return object.value;
    return unsupported("no such object");
}

Result<model::Portrait> parseRecord(ByteView record) {
    if (record.size() < kRecordHeader + kFaceHeader ||
        !std::equal(kRecordMagic.begin(), kRecordMagic.end(), record.begin()))
        return unsupported("not a facial record");
    if (number(record.subspan(8, 4)) != record.size() || number(record.subspan(12, 2)) == 0)
        return malformed("record has another length");
    auto face = record.subspan(kRecordHeader);
    const auto faceSize = number(face.first(4));
    const auto headers = kFaceHeader + number(face.subspan(4, 2)) * kFeaturePoint + kImageHeader;
    if (faceSize > face.size() || faceSize <= headers)
        return malformed("face has another length");
    face = face.first(faceSize);
    const auto kind = face[headers - kImageHeader + 1];
    if (kind > 1)
        return unsupported("image is neither JPEG nor JPEG 2000");
    const auto image = face.subspan(headers);
    return model::Portrait{kind == 0 ? model::Portrait::Format::Jpeg : model::Portrait::Format::Jpeg2000,
                           SecretBytes(image.begin(), image.end())};
}

} // namespace

Result<model::Portrait> parseDg2(ByteView dg2) {
    auto at = parseOnly(kDg2.tag, dg2);
    if (at)
        at = find(*at, {kGroupTemplate});
    if (at)
        at = find(*at, {kTemplate});
    if (at)
        at = find(*at, {kDataBlock, kConstructedDataBlock});
    if (!at)
        return at.error();
    return parseRecord(*at);
}

} // namespace balady::smartcard
