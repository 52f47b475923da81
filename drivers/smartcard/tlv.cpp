#include "drivers/smartcard/tlv.h"

namespace balady::smartcard {
namespace {

Fault malformed(const char* what) {
    return {FaultCode::Malformed, std::string("tlv: ") + what};
}

struct Head {
    std::uint32_t tag = 0;
    std::size_t headSize = 0;
    std::size_t valueSize = 0;
};

Result<Head> parseHead(ByteView bytes) {
    Head head;
    std::size_t at = 0;
    if (bytes.empty())
        return malformed("no tag");
    head.tag = bytes[at++];
    if ((head.tag & 0x1f) == 0x1f) {
        if (at >= bytes.size())
            return malformed("tag is cut short");
        if ((bytes[at] & 0x80) != 0)
            return malformed("tag of more than two bytes");
        head.tag = head.tag << 8 | bytes[at++];
    }
    if (at >= bytes.size())
        return malformed("no length");
    const std::uint8_t first = bytes[at++];
    if (first < 0x80) {
        head.valueSize = first;
    } else {
        const std::size_t count = first & 0x7fu;
        if (count == 0 || count > 2)
            return malformed("length form not used by chips");
        if (bytes.size() - at < count)
            return malformed("length is cut short");
        for (std::size_t i = 0; i < count; ++i)
            head.valueSize = head.valueSize << 8 | bytes[at++];
    }
    head.headSize = at;
    return head;
}

} // namespace

Result<std::vector<Tlv>> parseTlvs(ByteView bytes) {
    std::vector<Tlv> out;
    while (!bytes.empty()) {
        const auto head = parseHead(bytes);
        if (!head)
            return head.error();
        if (bytes.size() - head->headSize < head->valueSize)
            return malformed("value is cut short");
        out.push_back({head->tag, bytes.subspan(head->headSize, head->valueSize)});
        bytes = bytes.subspan(head->headSize + head->valueSize);
    }
    return out;
}

Result<ByteView> parseOnly(std::uint32_t tag, ByteView bytes) {
    const auto objects = parseTlvs(bytes);
    if (!objects)
        return objects.error();
    if (objects->size() != 1 || objects->front().tag != tag)
        return malformed("another object than expected");
    return objects->front().value;
}

Result<std::size_t> sizeFromHead(ByteView head) {
    const auto parsed = parseHead(head);
    if (!parsed)
        return parsed.error();
    return parsed->headSize + parsed->valueSize;
}

TlvHead tlvHead(std::uint32_t tag, std::size_t valueSize) {
    TlvHead out;
    const auto put = [&out](std::size_t byte) { out.bytes[out.size++] = static_cast<std::uint8_t>(byte); };
    if (tag > 0xff)
        put(tag >> 8);
    put(tag & 0xff);
    if (valueSize > 0xff) {
        put(0x82);
        put(valueSize >> 8);
    } else if (valueSize > 0x7f) {
        put(0x81);
    }
    put(valueSize & 0xff);
    return out;
}

} // namespace balady::smartcard
