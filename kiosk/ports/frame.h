// Frame: one picture from a camera, shared without copying.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace balady::ports {

/// 8-bit BGR, rows without padding (stride = 3 * width). Immutable once made. The pixels are wiped when freed.
struct Frame {
    int width = 0;
    int height = 0;
    std::shared_ptr<const std::vector<std::uint8_t>> bgr;
    std::uint64_t sequence = 0; ///< grows with each new picture of a camera
};

} // namespace balady::ports
