#include "drivers/scanner/key_decoding.h"

#include <doctest/doctest.h>
#include <linux/input.h>

#include <initializer_list>

using namespace balady;
using scanner::KeyDecoding;

namespace {

input_event event(unsigned type, unsigned code, int value) {
    input_event out{};
    out.type = static_cast<__u16>(type);
    out.code = static_cast<__u16>(code);
    out.value = value;
    return out;
}

std::string typed(KeyDecoding& keys, std::initializer_list<input_event> events) {
    const ByteView bytes(reinterpret_cast<const std::uint8_t*>(events.begin()),
                         events.size() * sizeof(input_event));
    return std::string(asText(keys.take(bytes)));
}

} // namespace

TEST_CASE("keys_are_mistaken") {
    KeyDecoding keys;
    std::string plain;
    for (unsigned key = 1; key <= KEY_SPACE; ++key)
        if (key != KEY_LEFTSHIFT && key != KEY_RIGHTSHIFT)
            for (const char c : typed(keys, {event(EV_KEY, key, 1), event(EV_SYN, SYN_REPORT, 0),
                                             event(EV_KEY, key, 0), event(EV_SYN, SYN_REPORT, 0)}))
                if (c != static_cast<char>(scanner::kNoSuchKey))
                    plain.push_back(c);
    CHECK(plain == "1234567890-=\tqwertyuiop[]\rasdfghjkl;'`\\zxcvbnm,./ ");
}

TEST_CASE("capitals_are_lost") {
    KeyDecoding keys;
    CHECK(typed(keys, {event(EV_KEY, KEY_LEFTSHIFT, 1), event(EV_KEY, KEY_E, 1), event(EV_KEY, KEY_E, 0),
                       event(EV_KEY, KEY_MINUS, 1), event(EV_KEY, KEY_LEFTSHIFT, 0), event(EV_KEY, KEY_E, 1),
                       event(EV_KEY, KEY_RIGHTSHIFT, 1), event(EV_KEY, KEY_1, 1),
                       event(EV_KEY, KEY_RIGHTSHIFT, 0), event(EV_KEY, KEY_KPENTER, 1)}) == "E_e!\r");
}

TEST_CASE("held_key_types_again") {
    KeyDecoding keys;
    CHECK(typed(keys, {event(EV_KEY, KEY_A, 1), event(EV_KEY, KEY_A, 2), event(EV_KEY, KEY_A, 2)}) == "a");
}

TEST_CASE("foreign_key_or_lost_events_leave_a_good_scan") {
    const auto none = std::string(1, static_cast<char>(scanner::kNoSuchKey));
    KeyDecoding keys;
    CHECK(typed(keys, {event(EV_KEY, KEY_F5, 1)}) == none);
    CHECK(typed(keys, {event(EV_KEY, 0x2ff, 1)}) == none);
    CHECK(typed(keys, {event(EV_KEY, KEY_LEFTSHIFT, 1), event(EV_SYN, SYN_DROPPED, 0),
                       event(EV_KEY, KEY_A, 1)}) == none + "a");
}

TEST_CASE("cut_event_is_read_past_its_end") {
    KeyDecoding keys;
    const auto whole = event(EV_KEY, KEY_A, 1);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(&whole);
    for (std::size_t size = 0; size < sizeof whole; ++size)
        CHECK(keys.take(ByteView(bytes, size)).empty());
}
