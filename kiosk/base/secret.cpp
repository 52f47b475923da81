#include "kiosk/base/secret.h"

#include <cstring>

namespace balady {

void wipe(void* data, std::size_t size) noexcept {
    ::explicit_bzero(data, size);
}

} // namespace balady
