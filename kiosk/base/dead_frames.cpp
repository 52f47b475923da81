#include "kiosk/base/dead_frames.h"

#include "kiosk/base/secret.h"

#include <array>

namespace balady {

[[gnu::noinline]] void wipeDeadFrames() noexcept {
    std::array<unsigned char, 8192> below; // NOLINT(cppcoreguidelines-pro-type-member-init)
    wipe(below.data(), below.size());
}

} // namespace balady
