#include "printing/pdf/srgb_profile.h"

#include "printing/pdf/sfnt.h"

#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace balady::pdf {
namespace {

void append(Bytes& bytes, std::string_view text) {
    bytes.insert(bytes.end(), text.begin(), text.end());
}

/// s15Fixed16Number (ISO 15076-1, 4.6).
void appendFixed(Bytes& bytes, double value) {
    append32(bytes, static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536))));
}

Bytes numbers(std::string_view type, std::initializer_list<double> values) {
    Bytes tag;
    tag.reserve(64);
    append(tag, type);
    append32(tag, 0);
    for (const auto value : values)
        appendFixed(tag, value);
    return tag;
}

/// multiLocalizedUnicodeType (10.15) with one record, en-US.
Bytes words(std::string_view ascii) {
    Bytes tag;
    tag.reserve(64);
    append(tag, "mluc");
    for (const std::uint32_t value : {0U, 1U, 12U})
        append32(tag, value);
    append(tag, "enUS");
    append32(tag, static_cast<std::uint32_t>(2 * ascii.size()));
    append32(tag, 28);
    for (const char c : ascii)
        append16(tag, static_cast<std::uint8_t>(c));
    return tag;
}

/// parametricCurveType (10.18), function 3: linear below d, a power above.
Bytes curve() {
    Bytes tag;
    tag.reserve(64);
    append(tag, "para");
    append32(tag, 0);
    append16(tag, 3);
    append16(tag, 0);
    for (const auto value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045})
        appendFixed(tag, value);
    return tag;
}

} // namespace

Bytes sRgbProfile() {
    // The primaries and the white of sRGB as seen under D50, by the Bradford transform in "chad".
    const std::array<std::pair<std::string_view, Bytes>, 10> tags{{
        {"desc", words("sRGB")},
        {"cprt", words("No copyright")},
        {"wtpt", numbers("XYZ ", {0.9642, 1, 0.8249})},
        {"chad", numbers("sf32", {1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491,
                                  -0.0092345, 0.0150436, 0.7521316})},
        {"rXYZ", numbers("XYZ ", {0.4360747, 0.2225045, 0.0139322})},
        {"gXYZ", numbers("XYZ ", {0.3850649, 0.7168786, 0.0971045})},
        {"bXYZ", numbers("XYZ ", {0.1430804, 0.0606169, 0.7141733})},
        {"rTRC", curve()},
        {"gTRC", curve()},
        {"bTRC", curve()},
    }};
    Bytes table, data;
    const auto dataAt = static_cast<std::uint32_t>(128 + 4 + 12 * tags.size());
    append32(table, static_cast<std::uint32_t>(tags.size()));
    for (const auto& [name, content] : tags) {
        append(table, name);
        append32(table, dataAt + static_cast<std::uint32_t>(data.size()));
        append32(table, static_cast<std::uint32_t>(content.size()));
        data.insert(data.end(), content.begin(), content.end());
        data.resize((data.size() + 3) / 4 * 4);
    }
    Bytes profile;
    append32(profile, dataAt + static_cast<std::uint32_t>(data.size()));
    append32(profile, 0);
    append32(profile, 0x04200000); // version 4.2, which PDF 1.7 knows
    append(profile, "mntrRGB XYZ ");
    for (const std::uint32_t part : {2026U, 1U, 1U, 0U, 0U, 0U}) // creation date: fixed, not now
        append16(profile, part);
    append(profile, "acsp");
    profile.resize(68);
    for (const auto value : {0.9642, 1.0, 0.8249}) // the connection space's white
        appendFixed(profile, value);
    profile.resize(128);
    profile.insert(profile.end(), table.begin(), table.end());
    profile.insert(profile.end(), data.begin(), data.end());
    return profile;
}

} // namespace balady::pdf
