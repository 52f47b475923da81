#include "drivers/smartcard/data_groups.h"

#include "drivers/smartcard/tlv.h"

#include <algorithm>

namespace balady::smartcard {
namespace {

constexpr std::uint32_t kTagList = 0x5c;
constexpr std::uint32_t kMrz = 0x5f1f;

} // namespace

Result<bool> comLists(ByteView com, DataGroup group) {
    const auto content = parseOnly(kCom.tag, com);
    if (!content)
        return content.error();
    const auto objects = parseTlvs(*content);
    if (!objects)
        return objects.error();
    return std::any_of(objects->begin(), objects->end(), [&](const Tlv& object) {
        return object.tag == kTagList && std::count(object.value.begin(), object.value.end(), group.tag) > 0;
    });
}

Result<crypto::ActiveAuthentication> parseDg15(ByteView dg15) {
    const auto content = parseOnly(kDg15.tag, dg15);
    if (!content)
        return content.error();
    return crypto::ActiveAuthentication::withKey(*content);
}

Result<model::Mrz> parseDg1(ByteView dg1) {
    const auto content = parseOnly(kDg1.tag, dg1);
    if (!content)
        return content.error();
    const auto zone = parseOnly(kMrz, *content);
    if (!zone)
        return zone.error();
    return model::parseMrz({reinterpret_cast<const char*>(zone->data()), zone->size()});
}

} // namespace balady::smartcard
