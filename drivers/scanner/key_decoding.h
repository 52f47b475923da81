// KeyDecoding: what a hand scanner types as a keyboard, as bytes; sans-IO.
#pragma once

#include "kiosk/base/bytes.h"

namespace balady::scanner {

/// Stands for a key that types nothing we know: no scan may hold it.
inline constexpr std::uint8_t kNoSuchKey = 0x00;

/// Follows the shift keys of a scanner that is set to the keyboard of the United States, as they leave the factory.
class KeyDecoding {
  public:
    /// Bytes typed by events in the kernel's form (struct input_event of linux/input.h), which the kernel never
    /// cuts: a rest shorter than one event is ignored. Enter is "\r".
    [[nodiscard]] Bytes take(ByteView events);

  private:
    bool m_leftShift = false;
    bool m_rightShift = false;
};

} // namespace balady::scanner
