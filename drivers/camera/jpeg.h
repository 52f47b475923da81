// JPEG (ITU-T T.81), by libjpeg-turbo: pictures as cameras send them and as they go to the backend; pure, any thread.
#pragma once

#include "kiosk/base/bytes.h"
#include "kiosk/ports/frame.h"

namespace balady::camera {

/// Also motion JPEG, which leaves the Huffman tables out. Malformed when it is cut off or damaged, larger than any
/// camera's or than its bytes can tell, or told in more scans than encoders write.
[[nodiscard]] Result<ports::Frame> decodeJpeg(ByteView jpeg);

/// Baseline, 4:2:0, without any metadata. `quality` is 1 to 100. `bgr` is as in ports::Frame. HardwareError if the
/// codec refuses, which it has no reason to.
[[nodiscard]] Result<Bytes> encodeJpeg(const std::uint8_t* bgr, int width, int height, int quality);

} // namespace balady::camera
