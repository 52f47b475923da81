#include "kiosk/model/digits.h"

namespace balady::model {

std::string toLatinDigits(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        if (i + 1 < utf8.size() && (lead == 0xd9 || lead == 0xdb)) {
            const auto next = static_cast<unsigned char>(utf8[i + 1]);
            const unsigned zero = lead == 0xd9 ? 0xa0 : 0xb0; // U+0660 is D9 A0, U+06F0 is DB B0
            if (next >= zero && next < zero + 10) {
                out += static_cast<char>('0' + (next - zero));
                ++i;
                continue;
            }
        }
        out += utf8[i];
    }
    return out;
}

std::string toArabicIndicDigits(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size() * 2);
    for (char c : utf8) {
        if (c >= '0' && c <= '9') {
            out += '\xd9';
            out += static_cast<char>(0xa0 + (c - '0'));
        } else {
            out += c;
        }
    }
    return out;
}

bool luhnValid(std::string_view digits) {
    if (digits.empty())
        return false;
    int sum = 0;
    bool twice = false;
    for (auto it = digits.rbegin(); it != digits.rend(); ++it, twice = !twice) {
        if (*it < '0' || *it > '9')
            return false;
        int value = *it - '0';
        if (twice && (value *= 2) > 9)
            value -= 9;
        sum += value;
    }
    return sum % 10 == 0;
}

} // namespace balady::model
