#include "drivers/scanner/key_decoding.h"

#include <linux/input.h>

#include <cstring>
#include <string_view>

namespace balady::scanner {
namespace {

/// Keys of one row have numbers in a row (linux/input-event-codes.h).
struct Row {
    unsigned firstKey;
    std::string_view plain;
    std::string_view shifted;
};
constexpr Row kRows[] = {
    {KEY_1, "1234567890-=", "!@#$%^&*()_+"},
    {KEY_TAB, "\t", "\t"},
    {KEY_Q, "qwertyuiop[]", "QWERTYUIOP{}"},
    {KEY_ENTER, "\r", "\r"},
    {KEY_A, "asdfghjkl;'`", "ASDFGHJKL:\"~"},
    {KEY_BACKSLASH, "\\zxcvbnm,./", "|ZXCVBNM<>?"},
    {KEY_SPACE, " ", " "},
    {KEY_KPENTER, "\r", "\r"},
};

std::uint8_t typed(unsigned key, bool shift) {
    for (const auto& row : kRows)
        if (key >= row.firstKey && key < row.firstKey + row.plain.size())
            return static_cast<std::uint8_t>((shift ? row.shifted : row.plain)[key - row.firstKey]);
    return kNoSuchKey;
}

} // namespace

Bytes KeyDecoding::take(ByteView events) {
    constexpr int kReleased = 0;
    constexpr int kPressed = 1; // 2: held so long that it repeats, which says nothing new
    Bytes out;
    for (; events.size() >= sizeof(input_event); events = events.subspan(sizeof(input_event))) {
        input_event event{};
        std::memcpy(&event, events.data(), sizeof event);
        if (event.type == EV_SYN &&
            event.code == SYN_DROPPED) { // the kernel's queue was full: keys are missing
            m_leftShift = m_rightShift = false;
            out.push_back(kNoSuchKey);
        }
        if (event.type != EV_KEY || (event.value != kPressed && event.value != kReleased))
            continue;
        if (event.code == KEY_LEFTSHIFT)
            m_leftShift = event.value == kPressed;
        else if (event.code == KEY_RIGHTSHIFT)
            m_rightShift = event.value == kPressed;
        else if (event.value == kPressed)
            out.push_back(typed(event.code, m_leftShift || m_rightShift));
    }
    return out;
}

} // namespace balady::scanner
